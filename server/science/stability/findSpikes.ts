import { movingAverage } from "./movingAverage.ts";
import { finiteSeries, type Series } from "./Series.ts";

/** The settings of the detector. */
export interface SpikeDetector {
  /** Training steps that the loss is averaged over. */
  readonly window: number;
  /** Rise of the averaged loss in one step, in nats, that counts as a spike. */
  readonly threshold: number;
}

/** The authors' own: Su et al. 2025 (arXiv 2506.20752), notebook. */
export const PUBLISHED_DETECTOR: SpikeDetector = { window: 100, threshold: 0.008 };

/** A sudden rise of the loss. */
export interface Spike {
  /** The first step whose rise is above the threshold. */
  readonly step: number;
  /** That rise, in nats per step. */
  readonly rise: number;
}

/**
 * Loss spikes by the detector of Su et al. 2025: the loss is averaged over the last 100 steps, and the first step at
 * which the average rises by more than 0.008 is a spike. Their logs have every step; where a log has fewer, the rise
 * between two points is divided by the steps between them, which gives the rise per step. A rise within one window of
 * another belongs to the same spike. Losses that are no finite number are left out.
 */
export function findSpikes(loss: Series, { window, threshold }: SpikeDetector): readonly Spike[] {
  const average = movingAverage(finiteSeries(loss), window);
  const spikes: Spike[] = [];
  let above = Number.NEGATIVE_INFINITY;
  for (let i = 1; i < average.steps.length; i++) {
    const step = average.steps[i] ?? Number.NaN;
    const previous = average.steps[i - 1] ?? Number.NaN;
    const rise = ((average.values[i] ?? 0) - (average.values[i - 1] ?? 0)) / (step - previous);
    if (!(rise > threshold)) continue;
    if (step - above > window) spikes.push({ step, rise });
    above = step;
  }
  return spikes;
}
