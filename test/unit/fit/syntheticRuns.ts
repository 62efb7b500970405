import type { RunRow } from "../../../server/science/fit/RunRow.ts";
import { parseNumberFormat } from "../../../server/science/formats/parseNumberFormat.ts";
import { seededRandom } from "../../../server/science/numerics/seededRandom.ts";

/** Rows with `measured` = value · e^(noise·z), z standard normal (Box & Muller) and the same for the same seed. */
export function syntheticRuns(
  inputs: readonly Omit<RunRow, "line" | "measured">[],
  value: (row: Omit<RunRow, "line" | "measured">) => number,
  noise: number,
  seed: number,
): readonly RunRow[] {
  const random = seededRandom(seed);
  return inputs.map((row, i) => {
    const z = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return { ...row, line: i + 2, measured: value(row) * Math.exp(noise * z) };
  });
}

/** `count` values from `low` to `high`, evenly spaced in logarithms. */
export function spread(low: number, high: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => low * (high / low) ** (i / (count - 1)));
}

/** Every N with every D. */
export function sizes(parameters: readonly number[], tokens: readonly number[]) {
  return parameters.flatMap((N) => tokens.map((D) => ({ parameters: N, tokens: D })));
}

export function formatNamed(name: string) {
  const format = parseNumberFormat(name);
  if (format === undefined) throw new Error(`${name} is no number format`);
  return format;
}
