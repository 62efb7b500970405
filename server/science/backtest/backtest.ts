import type { Law } from "../laws/Law.ts";
import { groupBy } from "../numerics/groupBy.ts";
import { type AnchoredMetrics, anchoredMetrics } from "./anchored.ts";
import type { BacktestCase } from "./BacktestCase.ts";
import { type Metrics, metricsOf } from "./metrics.ts";
import { type Outcome, predictCase } from "./predictCase.ts";

/** A law compared with measurements. */
export interface LawBacktest extends Metrics {
  readonly law: string;
  /** With one other measurement of the same model known; absent for laws that take no anchors. */
  readonly anchored?: AnchoredMetrics;
  /** The baselines by which effective parameters became ΔL; absent for laws that give ΔL. */
  readonly baselines?: readonly BaselineUsed[];
  /** The same metrics for the cases that share a trait, in the order of the traits. */
  readonly slices: readonly Slice[];
}

/** A table's own 16-bit baseline: whose runs, how many, and how far it is from them (nats per token). */
export interface BaselineUsed {
  readonly of: string;
  readonly runs: number;
  readonly residual: number;
}

/** The cases of one trait, such as a method, and how a law does on them. */
export interface Slice extends Metrics {
  readonly by: string;
  readonly value: string;
}

/** Compares a law with cases. */
export function backtest(law: Law, cases: readonly BacktestCase[]): LawBacktest {
  const outcomes = cases.flatMap((one) => predictCase(law, one) ?? []);
  const anchored = anchoredMetrics(law, outcomes);
  const baselines = baselinesUsed(outcomes);
  return {
    law: law.file.name,
    ...metricsOf(outcomes),
    ...(anchored === undefined ? {} : { anchored }),
    ...(baselines.length === 0 ? {} : { baselines }),
    slices: slicesOf(outcomes),
  };
}

function baselinesUsed(outcomes: readonly Outcome[]): readonly BaselineUsed[] {
  const used = new Set(outcomes.flatMap(({ baseline }) => baseline ?? []));
  return [...used].map(({ of, runs, residual }) => ({ of, runs, residual }));
}

function slicesOf(outcomes: readonly Outcome[]): readonly Slice[] {
  const traits = [...new Set(outcomes.flatMap((one) => Object.keys(one.case.traits)))];
  return traits.flatMap((by) => {
    const groups = groupBy(outcomes, (one) => one.case.traits[by]);
    const values = [...groups.keys()].filter((value) => value !== undefined).sort(inOrder);
    return values.map((value) => ({ by, value, ...metricsOf(groups.get(value) ?? []) }));
  });
}

/** Numbers by size, so that 128 comes after 64; words by the alphabet. */
function inOrder(a: string, b: string): number {
  const difference = Number.parseFloat(a) - Number.parseFloat(b);
  return difference || (a < b ? -1 : Number(a > b));
}
