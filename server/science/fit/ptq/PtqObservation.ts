import type { PtqInputs } from "../../laws/ptq/ptqTerms.ts";

/** A measured degradation, as the hierarchical fit sees it. */
export interface PtqObservation {
  readonly case: PtqInputs;
  readonly family: string;
  readonly model: string;
  /** ln ΔL, with ΔL in nats per token, not below what the printed digits resolve. */
  readonly y: number;
  /** Variance of y from the printed digits: (rounding error / ΔL)². */
  readonly noise: number;
  /** ΔL above 1 nat: all that is known is y > 0. */
  readonly collapsed: boolean;
}
