import { sourceOf } from "../../science/measurements/publishedResults.ts";
import type { QuantizationMeasurement } from "../../science/measurements/QuantizationMeasurement.ts";
import { signedNats } from "./numbers.ts";

/** "LLaMA-2-7B, GPTQ 4 bit g128: +0.025 nats, WikiText2, Shao et al. 2023, OmniQuant, Table A1". */
export function publishedText(result: QuantizationMeasurement): string {
  const { model, method, bits, group, delta } = result;
  const size = typeof group === "number" ? ` g${group}` : group === undefined ? "" : ` ${group}`;
  return `${model}, ${method} ${bits} bit${size}: ${signedNats(delta)} nats, ${sourceOf(result)}`;
}
