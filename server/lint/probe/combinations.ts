import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import type { Combination, ProbeRequest } from "./ProbeRequest.ts";

/** Digits of a learning rate that count: 3e-4 × 3 is 9e-4, not 8.999999999999999e-4. */
const DIGITS = 12;

/** Every format with every learning rate with every seed, in that order. A repeated one counts once. */
export function combinations(
  { seeds, lrFactors }: ProbeRequest,
  own: { readonly seed: number | undefined; readonly learningRate: number },
  formats: readonly NumberFormat[],
): readonly Combination[] {
  const rates = lrFactors.map((factor) => Number((own.learningRate * factor).toPrecision(DIGITS)));
  return formats.flatMap(({ name }) =>
    [...new Set(rates)].flatMap((learningRate) =>
      seedsFrom(seeds, own.seed).map((seed) => ({ seed, learningRate, format: name })),
    ),
  );
}

/** A count goes up from the config's own seed, so that a run of the config itself is one of them. */
function seedsFrom(seeds: ProbeRequest["seeds"], own: number | undefined): readonly number[] {
  if (typeof seeds !== "number") return [...new Set(seeds)];
  return Array.from({ length: seeds }, (_, i) => (own ?? 1) + i);
}
