import type { Anchor, Law } from "../laws/Law.ts";
import type { Case } from "./Case.ts";
import { groupBy } from "./groupBy.ts";
import { isWithin, share } from "./metrics.ts";
import { type Outcome, predictCase } from "./predictCase.ts";
import { median } from "./statistics.ts";

/** How close a law comes once it knows one other measurement of the same model. */
export interface AnchoredMetrics {
  readonly within1_5: number | null;
  readonly within2: number | null;
}

/**
 * Predicts each case with one other case of the same model and evaluation as its anchor: once for each such case above
 * its rounding error, and the median of these predictions counts. Cases without a possible anchor are left out.
 * Undefined for a law whose predictions no anchor changes.
 */
export function anchoredMetrics(law: Law, outcomes: readonly Outcome[]): AnchoredMetrics | undefined {
  const groups = groupBy(outcomes, (one) => one.case.comparable);
  if (!heedsAnchors(law, outcomes, groups)) return undefined;
  const anchored = outcomes.flatMap((one) => withMedianAnchor(law, one, groups));
  return {
    within1_5: share(anchored, (one) => isWithin(one, 1.5)),
    within2: share(anchored, (one) => isWithin(one, 2)),
  };
}

type Groups = ReadonlyMap<string | undefined, readonly Outcome[]>;

function withMedianAnchor(law: Law, outcome: Outcome, groups: Groups): readonly Outcome[] {
  const predictions = anchorsOf(outcome, groups).flatMap(
    (anchor) => predictCase(law, outcome.case, [anchor])?.predicted ?? [],
  );
  const predicted = median(predictions);
  return predicted === undefined ? [] : [{ case: outcome.case, predicted }];
}

function heedsAnchors(law: Law, outcomes: readonly Outcome[], groups: Groups): boolean {
  return outcomes.some((one) => {
    const [anchor] = anchorsOf(one, groups);
    return anchor !== undefined && predictCase(law, one.case, [anchor])?.predicted !== one.predicted;
  });
}

function anchorsOf(outcome: Outcome, groups: Groups): readonly Anchor[] {
  const { comparable } = outcome.case;
  if (comparable === undefined) return [];
  return (groups.get(comparable) ?? [])
    .filter((other) => other !== outcome)
    .flatMap(({ case: other }) => anchorOf(other, comparable) ?? []);
}

function anchorOf({ inputs, measured, rounding }: Case, source: string): Anchor | undefined {
  if (inputs.quantization === undefined || measured <= rounding) return undefined;
  return { quantization: inputs.quantization, method: inputs.method, delta: measured, source };
}
