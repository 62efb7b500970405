import type { FormatGap } from "../assessment/decideFormats.ts";
import type { Severity } from "../Severity.ts";
import type { ThresholdDeclaration } from "./RuleDeclaration.ts";

/** ΔL that matters. Four times the run noise: two runs that differ in nothing that matters do not lie so far apart. */
export const HARMFUL_GAP: ThresholdDeclaration = {
  default: 0.02,
  unit: "nats",
  summary: "Warns where ΔL is above this with its whole 80 % interval, and informs where its middle is",
  minimum: 0,
  maximum: 1,
};

/** Severity by expected harm: the whole 80 % interval above the threshold, its middle, or neither. */
export function severityOfGap({ delta, interval }: FormatGap, threshold: number): Severity {
  if (interval !== undefined && interval.low > threshold) return "warning";
  return delta > threshold ? "information" : "hint";
}
