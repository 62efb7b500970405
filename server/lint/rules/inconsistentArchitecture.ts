import { type NumberReading, optionalNumber } from "../../config/run/factReader.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import { keyFix } from "./fixes/keyFix.ts";
import { nameSizeMismatch } from "./nameSizeMismatch.ts";
import { type RawFinding, ruleWithThresholds } from "./Rule.ts";

/**
 * Sizes of the model that contradict each other: heads that divide neither the width nor one another, a name that says
 * another size.
 */
export const inconsistentArchitecture = ruleWithThresholds({
  name: "inconsistent-architecture",
  summary: "Sizes of the model that cannot stand together",
  severity: "error",
  otherwise: "warning for a size in the name that the keys do not give",
  category: "contradiction",
  fix: "changes the run",
  thresholds: {
    tolerance: {
      default: 0.1,
      unit: "share",
      summary: "Reports a size in a name that is off by more than this share beside its last digit",
      minimum: 0,
      maximum: 0.9,
    },
  },
  check({ config }, { tolerance }) {
    // Heads of latent attention have widths of their own.
    const widths = ["headDim", "latentRank"].some((key) => optionalNumber(config, key))
      ? []
      : indivisible(config, "hidden", "heads", "every head needs the same width");
    const groups = indivisible(
      config,
      "heads",
      "kvHeads",
      "every key and value head serves the same number of query heads",
    );
    return [...widths, ...groups, ...nameSizeMismatch(config, tolerance)];
  },
});

/** A finding on the part where it does not divide the whole; none where either is not known or not written here. */
function indivisible(
  config: TrainingConfig,
  wholeKey: string,
  partKey: string,
  because: string,
): readonly RawFinding[] {
  const whole = optionalNumber(config, wholeKey);
  const part = optionalNumber(config, partKey);
  const span = part?.at[0];
  if (!whole || !part || !span || whole.value % part.value === 0) return [];
  const other = whole.at[0];
  const message = `${part.shown} does not divide ${whole.shown}, but ${because}. The framework stops at such a model: correct one of them.`;
  return [
    {
      span,
      message,
      related: other ? [{ span: other, message: whole.shown }] : [],
      fixes: nearestDivisors(whole, part).flatMap((size, i) => keyFix(config, { [partKey]: size }, i === 0)),
    },
  ];
}

/** The divisors of the whole next to the part, the nearer first. */
function nearestDivisors(whole: NumberReading, part: NumberReading): readonly number[] {
  const most = Math.min(whole.value, 2 * part.value);
  const divisors: number[] = [];
  for (let size = 1; size <= most && size <= MOST_HEADS; size++)
    if (whole.value % size === 0) divisors.push(size);
  const below = divisors.findLast((size) => size < part.value);
  const above = divisors.find((size) => size > part.value);
  const found = [below, above].filter((size) => size !== undefined);
  return found.sort((a, b) => Math.abs(a - part.value) - Math.abs(b - part.value));
}

/** No model has more heads; larger numbers are a slip of another kind. */
const MOST_HEADS = 4096;
