import type { ThresholdDeclaration } from "./RuleDeclaration.ts";

/** How far past the critical tokens a run may go before it is reported. */
export const CRITICAL_EXCESS: ThresholdDeclaration = {
  default: 1,
  unit: "ratio",
  summary: "Reports where the tokens are more than this many times the critical ones",
  minimum: 1,
  maximum: 1000,
};
