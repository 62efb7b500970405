import type { BaseLoss, TrainingGap } from "./TrainingMeasurement.ts";

/** What a row of a training table states about its gap. */
interface Stated {
  /** Nats per token. */
  readonly loss?: number | undefined;
  readonly reference?: number | undefined;
  /** ΔL in nats per token. */
  readonly difference?: number | undefined;
  /** ΔL as a percentage of `base`. */
  readonly percent?: number | undefined;
  readonly base?: BaseLoss | undefined;
  /** Whether the row gives an upper bound. */
  readonly isBound: boolean;
}

/** The gap from two losses, else a stated difference, else a percentage of a base loss; none of a percentage alone. */
export function trainingGap({ loss, reference, difference, percent, base, isBound }: Stated): TrainingGap {
  const ofLosses = loss === undefined || reference === undefined ? undefined : loss - reference;
  const ofPercent = percent === undefined || base === undefined ? undefined : (percent / 100) * base.loss;
  const gap = ofLosses ?? difference ?? ofPercent;
  return {
    loss,
    reference,
    ...(gap === undefined ? {} : isBound ? { bound: gap } : { delta: gap }),
    ...(base === undefined ? {} : { base }),
  };
}
