import type { QuantizationMeasurement } from "../../measurements/QuantizationMeasurement.ts";

/** Rows that are told apart by nothing but their line, as a warning: they would count twice. */
export function repeatedRows(measurements: readonly QuantizationMeasurement[]): readonly string[] {
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
