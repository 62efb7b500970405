import type { ReportedStability } from "../../config/run/TrainingConfig.ts";
import type { Anchor } from "../../science/laws/Law.ts";
import { sourceOf } from "../../science/measurements/publishedResults.ts";
import type { QuantizationMeasurement } from "../../science/measurements/QuantizationMeasurement.ts";
import { METHOD_LABELS } from "./factText.ts";
import { signedNats } from "./numbers.ts";

/** A measured degradation: "INT4, group 128 by GPTQ: +0.032 nats". */
export function measuredText({ quantization, method, delta }: Anchor): string {
  return `${quantization.label}${method ? ` by ${METHOD_LABELS[method]}` : ""}: ${signedNats(delta)} nats`;
}

/** "LLaMA-2-7B, GPTQ 4 bit g128: +0.025 nats, WikiText2, Shao et al. 2023, OmniQuant, Table A1". */
export function publishedText(result: QuantizationMeasurement): string {
  const { model, method, bits, group, delta } = result;
  const size = typeof group === "number" ? ` g${group}` : group === undefined ? "" : ` ${group}`;
  return `${model}, ${method} ${bits} bit${size}: ${signedNats(delta)} nats, ${sourceOf(result)}`;
}

/** "1 of 6 runs in FP8 E4M3 failed, 0 of 6 in BF16 (Fisher's exact test: p = 0.50): undecided". */
export function stabilityText(reported: ReportedStability): string {
  const { format, runs, failed, baseline, baselineRuns, baselineFailed, pValue, verdict } = reported;
  const p = pValue < 0.001 ? "p < 0.001" : `p = ${Number(pValue.toPrecision(2))}`;
  return `${failed} of ${runs} runs in ${format.label} failed, ${baselineFailed} of ${baselineRuns} in ${baseline.label} (Fisher's exact test: ${p}): ${verdict}`;
}
