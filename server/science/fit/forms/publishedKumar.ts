import file from "../../../data/laws/kumar-2024.json" with { type: "json" };

/** Constants of kumar-2024, for what a table does not speak about. */
export const publishedKumar = file.constants;

/** Constants taken from kumar-2024, each with why. */
export function fromKumar(
  names: readonly (keyof typeof publishedKumar)[],
  why: string,
): Readonly<Record<string, { readonly value: number; readonly because: string }>> {
  return Object.fromEntries(
    names.map((name) => [name, { value: publishedKumar[name], because: `${why}; kumar-2024's value.` }]),
  );
}
