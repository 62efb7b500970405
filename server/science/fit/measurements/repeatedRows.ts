import type { LawNumbers } from "../../laws/Law.ts";
import type { QuantizationMeasurement } from "../../measurements/QuantizationMeasurement.ts";
import type { TrainingMeasurement } from "../../measurements/TrainingMeasurement.ts";

/** A warning for rows that differ only in their line: they would count twice. */
export function repeatedRows(
  measurements: readonly (QuantizationMeasurement | TrainingMeasurement)[],
): readonly string[] {
  const seen = new Set<string>();
  const repeated = measurements.filter(({ line: _, id: __, ...row }) => {
    const key = JSON.stringify(row);
    if (seen.has(key)) return !row.flags.includes("dup");
    seen.add(key);
    return false;
  });
  const [first] = repeated;
  if (first === undefined) return [];
  const [rows, what] =
    repeated.length === 1
      ? ["1 row repeats", "it counts twice: remove it"]
      : [`${repeated.length} rows repeat`, "they count twice: remove them"];
  return [
    `${rows} another one, result included, the first on line ${first.line}; ${what}, or write dup in the column flag.`,
  ];
}

/** Kinds of the measured formats, as a law file has them; rows whose format has no name do not count. */
export function numbersOf(rows: readonly QuantizationMeasurement[]): readonly LawNumbers[] {
  const kinds = new Set(rows.map(({ format }) => format?.kind));
  return (["integer", "float", "codebook"] as const).filter((kind) => kinds.has(kind));
}

/** Why rows of a single N, or D, are refused, with what to do; undefined where there are several. */
export function oneSize(symbol: "N" | "D", values: readonly number[], column: string): string | undefined {
  const [value] = values;
  if (value === undefined || new Set(values).size > 1) return undefined;
  return `All usable rows have ${symbol} = ${value} (${column}), so they do not say how the degradation depends on ${symbol}. Add models at other ${symbol}, best at least four times apart.`;
}
