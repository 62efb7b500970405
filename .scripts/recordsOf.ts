import type { BacktestCase } from "../server/science/backtest/BacktestCase.ts";
import { type BacktestRecord, FEWEST_ROWS, type Scope } from "../server/science/backtest/BacktestRecord.ts";
import { metricsOf } from "../server/science/backtest/metrics.ts";
import { type Outcome, predictCase } from "../server/science/backtest/predictCase.ts";
import { bundledCases } from "../server/science/backtest/readCases.ts";
import { narrowestBits, scopeKey, scopesOf } from "../server/science/backtest/scopesOf.ts";
import { publishedLaws } from "../server/science/lawFiles/publishedLaws.ts";
import type { Law } from "../server/science/laws/Law.ts";
import { groupBy } from "../server/science/numerics/groupBy.ts";
import { median, quantile } from "../server/science/numerics/statistics.ts";

/** The most by which prediction and measurement may typically differ before a law counts as disagreeing. */
const DISAGREEMENT = 3;

/** Two runs in FP8 among eighty in FP4 make no record of FP8. */
const FEWEST_OF_A_WIDTH = 3;

/** The records of every published law on the measurements that come with Bitlaw: what server/data/records.json holds. */
export function publishedRecords(): readonly BacktestRecord[] {
  const tables = bundledCases();
  return publishedLaws.flatMap((law) => tables.flatMap(({ cases }) => recordsOf(law, cases)));
}

/**
 * A law's record for every scope with enough measurements. They are those that the law covers as far as their recipe
 * is known, but it is asked without the recipe: a config does not state it, and its prediction is what the record judges.
 */
export function recordsOf(law: Law, cases: readonly BacktestCase[]): readonly BacktestRecord[] {
  const groups = new Map<string, { scope: Scope; outcomes: Outcome[] }>();
  for (const one of cases) {
    const outcome = predictCase(law, one) && predictCase(law, withoutRecipe(one));
    if (outcome === undefined) continue;
    // An interval from these records would be compared with the measurements that it was made from.
    const interval = outcome.interval?.from === "fit" ? outcome.interval : undefined;
    for (const scope of scopesOf(one.inputs)) {
      const group = groups.get(scopeKey(scope)) ?? { scope, outcomes: [] };
      group.outcomes.push({ ...outcome, interval });
      groups.set(scopeKey(scope), group);
    }
  }
  return [...groups.values()]
    .filter(({ outcomes }) => outcomes.length >= FEWEST_ROWS)
    .sort((a, b) => (scopeKey(a.scope) < scopeKey(b.scope) ? -1 : 1))
    .map(({ scope, outcomes }) => recordOf(law.file.name, scope, outcomes));
}

function withoutRecipe(one: BacktestCase): BacktestCase {
  const { recipe: _, techniques: __, backwardProducts: ___, wideLayers: ____, ...inputs } = one.inputs;
  return { ...one, inputs };
}

function recordOf(law: string, of: Scope, outcomes: readonly Outcome[]): BacktestRecord {
  const exact = outcomes.filter((one) => !one.case.isBound);
  const logs = exact
    .map(({ predicted, case: { measured } }) => Math.log(measured / predicted))
    .filter(Number.isFinite);
  const metrics = metricsOf(outcomes);
  return {
    law,
    of,
    bits: widthsOf(exact),
    parameters: rangeOf(exact.map((one) => one.case.nonEmbeddingParameters ?? one.case.parameters)),
    tokens: rangeOf(exact.flatMap((one) => one.case.tokens ?? [])),
    applicable: metrics.applicable,
    medianRatio: rounded(metrics.medianRatio),
    within1_5: rounded(metrics.within1_5),
    within2: rounded(metrics.within2),
    spearman: rounded(metrics.spearman),
    coverage80: rounded(metrics.coverage80),
    low: rounded(quantile(logs, 0.1)),
    high: rounded(quantile(logs, 0.9)),
    ...(disagrees(exact) ? { disagrees: true } : {}),
  };
}

/** The fewest and the most bits that have enough measured values; of all of them where none has. */
function widthsOf(outcomes: readonly Outcome[]): BacktestRecord["bits"] {
  const groups = [...groupBy(outcomes, (one) => narrowestBits(one.case.inputs))];
  const enough = groups.filter(([, { length }]) => length >= FEWEST_OF_A_WIDTH);
  const bits = (enough.length > 0 ? enough : groups).map(([width]) => width);
  return [Math.min(...bits), Math.max(...bits)];
}

function rangeOf(values: readonly number[]): readonly [least: number, most: number] {
  return [Math.min(...values), Math.max(...values)];
}

/** Opposite signs of the medians, or a median ratio beyond the limit; a law that predicts divergence for most is beyond it. */
function disagrees(outcomes: readonly Outcome[]): boolean {
  const measured = median(outcomes.map((one) => one.case.measured)) ?? 0;
  const predicted = median(outcomes.map((one) => one.predicted)) ?? 0;
  if (measured * predicted < 0) return true;
  const above = outcomes.filter((one) => one.case.measured > 0);
  const ratio = median(above.map((one) => one.predicted / one.case.measured));
  return ratio !== undefined && (ratio > DISAGREEMENT || ratio < 1 / DISAGREEMENT);
}

/** Four digits, so that the file does not depend on the last bits of a machine's logarithms. */
function rounded(value: number | null | undefined): number | null {
  return value === null || value === undefined ? null : Number(value.toPrecision(4));
}
