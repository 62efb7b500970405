import type { StabilityEvidence } from "../../config/stability/StabilityEvidence.ts";

/** "1 of 6 runs in FP8 E4M3 failed, 0 of 6 in BF16 (Fisher's exact test: p = 0.50): undecided". */
export function stabilityText(evidence: StabilityEvidence): string {
  const { format, runs, failed, baseline, baselineRuns, baselineFailed, pValue, verdict } = evidence;
  const p = pValue < 0.001 ? "p < 0.001" : `p = ${Number(pValue.toPrecision(2))}`;
  return `${failed} of ${runs} runs in ${format.label} failed, ${baselineFailed} of ${baselineRuns} in ${baseline.label} (Fisher's exact test: ${p}): ${verdict}`;
}
