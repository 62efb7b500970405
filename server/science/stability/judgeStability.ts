import { parseNumberFormat } from "../formats/parseNumberFormat.ts";
import type { FailureCount } from "../numerics/fisherExact.ts";
import { type Comparison, compareFormats, countOf } from "./compareFormats.ts";
import { type JudgedRun, judgeConvergence } from "./convergence.ts";
import { findSpikes, type Spike, type SpikeDetector } from "./findSpikes.ts";
import { type GradientGrowth, gradientGrowth } from "./gradientGrowth.ts";
import { type RunsAtRate, runsByRate, type UsableRange, usableRange } from "./learningRates.ts";
import type { RunLog } from "./RunLog.ts";
import type { StabilitySettings } from "./stabilitySettings.ts";

/** One run with its spikes, and the growth of its gradient norm before the first one. */
export interface RunJudgement extends JudgedRun {
  readonly spikes: readonly Spike[];
  /** Before the first spike. */
  readonly growth?: GradientGrowth;
}

/** One format with its runs. */
export interface FormatJudgement {
  /** Undefined for the runs whose format nothing says. */
  readonly format?: string;
  readonly runs: readonly RunJudgement[];
  readonly unfinished: number;
  readonly count: FailureCount;
  /** Runs with at least one spike, whether they converged or not. */
  readonly withSpikes: number;
  readonly rates: readonly RunsAtRate[];
  readonly usable?: UsableRange;
  /** Against the baseline; undefined for the baseline itself, and where there is nothing to compare. */
  readonly comparison?: Comparison;
}

/** Runs judged together, format by format. */
export interface StabilityJudgement {
  readonly settings: StabilitySettings;
  readonly baseline?: string;
  /** The loss that final losses are compared with, in nats; undefined if no run converged. */
  readonly reference?: number;
  /** The baseline first, then the wider formats before the narrower ones. */
  readonly formats: readonly FormatJudgement[];
  /** Runs without a single logged loss. */
  readonly withoutLoss: readonly RunLog[];
}

/**
 * Judges training runs by format: which failed, which spiked, at which learning rates a format trains, and whether it
 * does so as robustly as the baseline. Without a `baseline`, that is the widest format.
 */
export function judgeStability(
  runs: readonly RunLog[],
  settings: StabilitySettings,
  baseline: string | undefined = widest(runs),
): StabilityJudgement {
  const { judged, reference } = judgeConvergence(runs, settings);
  const all = judged.map((one) => withSpikes(one, settings));
  const ofBaseline = all.filter(({ run }) => run.format === baseline);
  const names = [...new Set(all.map(({ run }) => run.format))].sort(
    (a, b) => Number(b === baseline) - Number(a === baseline) || bitsOf(b) - bitsOf(a),
  );
  const formats = names.map((format): FormatJudgement => {
    const own = all.filter(({ run }) => run.format === format);
    const settingsOfFormat = runsByRate(own);
    const compared = baseline !== undefined && format !== undefined && format !== baseline;
    return {
      format,
      runs: own,
      unfinished: own.filter(({ convergence }) => convergence.outcome === "unfinished").length,
      count: countOf(own),
      withSpikes: own.filter(({ spikes }) => spikes.length > 0).length,
      rates: settingsOfFormat,
      usable: usableRange(settingsOfFormat),
      comparison: compared ? compareFormats(own, ofBaseline) : undefined,
    };
  });
  const withoutLoss = runs.filter((run) => run.loss.values.length === 0);
  return { settings, baseline, reference, formats, withoutLoss };
}

function withSpikes(one: JudgedRun, detector: SpikeDetector): RunJudgement {
  const spikes = findSpikes(one.run.loss, detector);
  const [first] = spikes;
  const { gradientNorm } = one.run;
  const growth = first && gradientNorm && gradientGrowth(gradientNorm, first.step);
  return { ...one, spikes, growth };
}

/** The format with the most bits; of equally wide ones the first. */
function widest(runs: readonly RunLog[]): string | undefined {
  const formats = [...new Set(runs.flatMap(({ format }) => format ?? []))];
  return formats.sort((a, b) => bitsOf(b) - bitsOf(a))[0];
}

/** Zero for a name that is no format of Bitlaw's. */
function bitsOf(format: string | undefined): number {
  return (format === undefined ? undefined : parseNumberFormat(format)?.bits) ?? 0;
}
