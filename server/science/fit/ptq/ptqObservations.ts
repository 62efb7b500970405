import type { PtqEvaluation } from "../../laws/ptq/ptqTerms.ts";
import { COLLAPSE } from "../../measurements/degradation.ts";
import type { QuantizationMeasurement } from "../../measurements/QuantizationMeasurement.ts";
import type { PtqObservation } from "./PtqObservation.ts";

/** The width of the fitted quantizations, in bits: above, what is printed resolves little, and the slope is fixed. */
const WIDTHS = [2, 4] as const;

/** Rows that do not stand for a method: errors of their source, values taken already, several widths at once. */
const LEFT_OUT = ["suspect", "dup", "mixed-precision"];

/** The reason of rows whose method is of none of the classes. */
export const METHOD_UNKNOWN = "method of none of the classes";

/** The measurements that the hierarchical law is fitted to: weights alone, by a known method, on a model of known N and D. */
export function ptqObservations(measurements: readonly QuantizationMeasurement[]): readonly PtqObservation[] {
  return ptqSelection(measurements).observations;
}

/** The same, with the measurements that they come from, and how many others are not used, by reason. */
export interface PtqSelection {
  readonly observations: readonly PtqObservation[];
  readonly used: readonly QuantizationMeasurement[];
  readonly leftOut: Readonly<Record<string, number>>;
}

/** Sorts measurements into those that the hierarchical law is fitted to and the others. */
export function ptqSelection(measurements: readonly QuantizationMeasurement[]): PtqSelection {
  const observations: PtqObservation[] = [];
  const used: QuantizationMeasurement[] = [];
  const leftOut: Record<string, number> = {};
  for (const measurement of measurements) {
    const result = observationOf(measurement);
    if (typeof result === "string") {
      leftOut[result] = (leftOut[result] ?? 0) + 1;
      continue;
    }
    observations.push(result);
    used.push(measurement);
  }
  return { observations, used, leftOut };
}

/** An observation, or in words why the measurement gives none. */
function observationOf(row: QuantizationMeasurement): PtqObservation | string {
  const { methodClass, details, group, bits, tokens, family, model, delta, rounding } = row;
  const parameters = row.nonEmbeddingParameters;
  if (bits >= 16) return "weights not quantized";
  if (!isWeightsOnly(row)) return "activations or KV cache quantized too";
  const flag = row.flags.find((one) => LEFT_OUT.includes(one));
  if (flag !== undefined) return `flagged ${flag}`;
  if (bits < WIDTHS[0] || bits > WIDTHS[1]) return "width outside 2 to 4 bits";
  if (methodClass === undefined) return METHOD_UNKNOWN;
  if (typeof group !== "number" && group !== "channel") return "scaling neither by channel nor by group";
  if (family === undefined) return "model family not known";
  if (model === undefined) return "model not known";
  if (parameters === undefined) return "parameters without embeddings not known";
  if (tokens === undefined) return "training tokens not known";
  const size = typeof group === "number" ? { group } : {};
  const evaluation = evaluationOf(row.evaluation);
  const resolved = Math.max(delta, rounding);
  if (!(resolved > 0)) return "no degradation above zero";
  return {
    case: {
      ...details,
      bits,
      ...size,
      method: methodClass,
      parameters,
      tokens,
      ...(evaluation ? { evaluation } : {}),
    },
    family,
    model,
    y: Math.log(resolved),
    noise: (rounding / resolved) ** 2,
    collapsed: delta > COLLAPSE,
  };
}

function isWeightsOnly({ activationBits, cacheBits }: QuantizationMeasurement): boolean {
  return activationBits >= 16 && cacheBits >= 16;
}

/** `WikiText2, 2048` → wikitext2; the later preprocessings of C4 and PTB count with the first. */
function evaluationOf(text: string | undefined): PtqEvaluation | undefined {
  const name = text?.toLowerCase() ?? "";
  if (name.startsWith("wikitext")) return "wikitext2";
  if (name.startsWith("c4")) return "c4";
  return name.startsWith("ptb") ? "ptb" : undefined;
}
