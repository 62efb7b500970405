import type { LawNumbers } from "../../laws/Law.ts";
import type { QuantizationMeasurement } from "../../measurements/QuantizationMeasurement.ts";

/** Kinds of the measured formats, as a law file has them; rows whose format has no name do not count. */
export function numbersOf(rows: readonly QuantizationMeasurement[]): readonly LawNumbers[] {
  const kinds = new Set(rows.map(({ format }) => format?.kind));
  return (["integer", "float", "codebook"] as const).filter((kind) => kinds.has(kind));
}
