import { MARGIN } from "./convergence.ts";
import { PUBLISHED_DETECTOR, type SpikeDetector } from "./findSpikes.ts";

/** Limits from which a loss is a spike and a run has failed. */
export interface StabilitySettings extends SpikeDetector {
  /** Nats above the other runs at which a run counts as failed. */
  readonly margin: number;
}

/** The detector as published, and Bitlaw's margin. */
export const STABILITY_SETTINGS: StabilitySettings = { ...PUBLISHED_DETECTOR, margin: MARGIN };
