import type { TrainQuestion } from "../../laws/train/trainTerms.ts";

/** A measured run in low precision, as the fit of the law of training takes it. */
export interface TrainObservation {
  /** The question to which the law's answer is compared. */
  readonly question: TrainQuestion;
  /** Loss − loss in 16 bits, nats per token. */
  readonly measured: number;
  /** The publication; each counts once, however many rows it has. */
  readonly source: string;
  /** Who ran it: sources of one lab share code, data and habits, so they are left out together. */
  readonly lab: string;
  readonly id?: string;
}
