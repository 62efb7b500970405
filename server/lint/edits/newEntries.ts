/** Entries that are to be written: scalars as they will stand in the text, or nested maps. */
export interface NewEntries extends ReadonlyMap<string, string | NewEntries> {}

interface NewEntry {
  readonly path: readonly string[];
  /** The scalar as it will stand in the text. */
  readonly value: string;
}

/** Paths and their scalars as nested maps: paths that begin alike share one map. */
export function newEntries(values: readonly NewEntry[]): NewEntries {
  const keys = [...new Set(values.map(({ path }) => path[0] ?? ""))];
  return new Map(
    keys.map((key) => {
      const under = values.filter(({ path }) => path[0] === key);
      const scalar = under.find(({ path }) => path.length === 1);
      const below = under.map(({ path, value }) => ({ path: path.slice(1), value }));
      return [key, scalar?.value ?? newEntries(below)];
    }),
  );
}
