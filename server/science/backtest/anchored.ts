import type { Anchor, Law, LawInputs } from "../laws/Law.ts";
import { groupBy } from "../numerics/groupBy.ts";
import { coverageOf, isWithin, share } from "./metrics.ts";
import { type Outcome, predictCase } from "./predictCase.ts";

/** How close a law comes if it knows one other measurement of the same model. */
export interface AnchoredMetrics extends Shares {
  /** The same where that measurement is of the very setting, on another evaluation set or from another source. */
  readonly sameSetting: Shares;
}

interface Shares {
  readonly within1_5: number | null;
  readonly within2: number | null;
  readonly coverage80: number | null;
}

/**
 * Predicts each case with one other case of the same model as its anchor: the closest of those in another setting, and
 * apart from that the first in the same setting. Anchors are above their rounding error. Cases without an anchor are
 * left out. Undefined for a law whose predictions no anchor changes.
 */
export function anchoredMetrics(law: Law, outcomes: readonly Outcome[]): AnchoredMetrics | undefined {
  const models = groupBy(outcomes, (one) => one.case.model);
  const others = (outcome: Outcome) =>
    outcome.case.model === undefined
      ? []
      : (models.get(outcome.case.model) ?? []).filter((other) => other !== outcome && isAnchor(other));
  const shares = (anchorOf: (outcome: Outcome) => Outcome | undefined) => {
    const anchored = outcomes.flatMap((one) => predictedWith(law, one, anchorOf(one)) ?? []);
    return {
      anchored,
      within1_5: within(anchored, 1.5),
      within2: within(anchored, 2),
      coverage80: coverageOf(anchored),
    };
  };
  const { anchored, ...other } = shares((one) => closest(one, others(one)));
  if (!anchored.some((one) => one.predicted !== predictCase(law, one.case)?.predicted)) return undefined;
  const { anchored: _, ...sameSetting } = shares((one) =>
    others(one).find((candidate) => isSameSetting(one.case.inputs, candidate.case.inputs)),
  );
  return { ...other, sameSetting };
}

function within(outcomes: readonly Outcome[], factor: number): number | null {
  return share(outcomes, (one) => isWithin(one, factor));
}

function isAnchor({ case: { measured, rounding, isBound, inputs } }: Outcome): boolean {
  return !isBound && inputs.quantization !== undefined && measured > rounding;
}

/** The case in another setting that is most like it; of several, one on the same evaluation set, then the first. */
function closest(outcome: Outcome, candidates: readonly Outcome[]): Outcome | undefined {
  const { inputs, evaluation } = outcome.case;
  let best: { readonly outcome: Outcome; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    if (isSameSetting(inputs, candidate.case.inputs)) continue;
    const elsewhere = candidate.case.evaluation === evaluation ? 0 : 1e-3;
    const distance = settingDistance(inputs, candidate.case.inputs) + elsewhere;
    if (best === undefined || distance < best.distance) best = { outcome: candidate, distance };
  }
  return best?.outcome;
}

function predictedWith(law: Law, outcome: Outcome, anchor: Outcome | undefined): Outcome | undefined {
  const quantization = anchor?.case.inputs.quantization;
  if (anchor === undefined || quantization === undefined) return undefined;
  const { measured, inputs } = anchor.case;
  const known: Anchor = {
    quantization,
    method: inputs.method,
    details: inputs.quantizationDetails,
    delta: measured,
    source: "the table",
  };
  return predictCase(law, outcome.case, [known]);
}

type Setting = Pick<LawInputs, "quantization" | "method">;

/** Whether two quantizations are by the same method and of the same format, as far as both are known. */
function isSameSetting(a: Setting, b: Setting): boolean {
  return a.method === b.method && a.quantization?.name === b.quantization?.name;
}

/**
 * How unlike two quantizations of one model are, without a unit: another method counts 8, each bit of width 2, groups
 * against none 1, and the sizes of two groups by a tenth of their ratio's binary logarithm.
 */
function settingDistance(a: Setting, b: Setting): number {
  const [left, right] = [a.quantization, b.quantization];
  if (left === undefined || right === undefined) return Number.POSITIVE_INFINITY;
  const groups = [left.scaling, right.scaling].map((scaling) =>
    scaling?.granularity === "block" ? scaling.size : undefined,
  );
  const [first, second] = groups;
  const sizes =
    first !== undefined && second !== undefined
      ? Math.abs(Math.log2(first / second)) / 10
      : Number(first !== second);
  return (a.method === b.method ? 0 : 8) + 2 * Math.abs(left.bits - right.bits) + sizes;
}
