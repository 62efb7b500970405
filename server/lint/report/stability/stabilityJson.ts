import { type Comparison, TOLERANCE } from "../../../science/stability/compareFormats.ts";
import type { FormatJudgement, RunJudgement } from "../../../science/stability/judgeStability.ts";
import type { RunsAtRate } from "../../../science/stability/learningRates.ts";
import { LEVEL, POWER } from "../../../science/stability/power.ts";
import type { StabilityReport } from "./StabilityReport.ts";
import { generalNotes } from "./stabilityText.ts";
import { verdictText } from "./verdictText.ts";

/** What `bitlaw stability --format json` prints, in the shape of schemas/stability.schema.json. */
export type StabilityJson = ReturnType<typeof stabilityJson>;

/** Numbers that are not known or not finite are null. */
export function stabilityJson({ judgement, notes, problems }: StabilityReport) {
  const { settings, baseline, reference, formats } = judgement;
  return {
    version: 1,
    settings: { ...settings, level: LEVEL, power: POWER, tolerance: TOLERANCE },
    baseline: baseline ?? null,
    reference: finite(reference),
    formats: formats.map((format) => formatJson(format, baseline)),
    notes: [...notes, ...generalNotes(judgement)],
    problems: problems.map((problem) => ({ ...problem, line: problem.line ?? null })),
  } as const;
}

function formatJson(judgement: FormatJudgement, baseline: string | undefined) {
  const { format, runs, count, unfinished, withSpikes, rates, usable, comparison } = judgement;
  return {
    format: format ?? null,
    runs: count.runs,
    failed: count.failed,
    unfinished,
    withSpikes,
    usableLearningRates: usable ?? null,
    settings: rates.map(settingJson),
    comparison:
      comparison === undefined || format === undefined || baseline === undefined
        ? null
        : comparisonJson(format, baseline, comparison),
    each: runs.map(runJson),
  };
}

function settingJson({ learningRate, runs, failed, finalLoss }: RunsAtRate) {
  const spread = finalLoss && { ...finalLoss, deviation: finalLoss.deviation ?? null };
  return { learningRate: learningRate ?? null, runs, failed, finalLoss: spread ?? null };
}

function comparisonJson(format: string, baseline: string, comparison: Comparison) {
  const { format: own, baseline: base, sameLearningRates, fisher, leastP, verdict } = comparison;
  return {
    verdict,
    text: verdictText(format, baseline, comparison).join(" "),
    runs: own.runs,
    failed: own.failed,
    baselineRuns: base.runs,
    baselineFailed: base.failed,
    sameLearningRates,
    fisher,
    leastP,
    detectableRate: comparison.detectableRate ?? null,
    seedsNeeded: comparison.seedsNeeded ?? null,
  };
}

function runJson({ run, ends, convergence, spikes, growth }: RunJudgement) {
  return {
    name: run.name,
    seed: run.seed ?? null,
    learningRate: run.learningRate ?? null,
    firstStep: ends.firstStep,
    lastStep: ends.lastStep,
    start: finite(ends.start),
    final: finite(ends.final),
    nonFinite: ends.nonFinite,
    outcome: convergence.outcome,
    because: convergence.outcome === "failed" ? convergence.because : null,
    spikes,
    gradientGrowth: growth ?? null,
  };
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
