import type { LawInputs } from "./Law.ts";

/** @throws RangeError if N or D is not a positive finite number. */
export function requireSizes({ parameters, tokens }: Pick<LawInputs, "parameters" | "tokens">): void {
  requirePositive("parameters", parameters);
  requirePositive("tokens", tokens);
}

function requirePositive(name: string, value: number): void {
  if (!(value > 0 && Number.isFinite(value))) {
    throw new RangeError(`A law needs a positive, finite number of ${name}, not ${value}.`);
  }
}
