import type { PtqEvaluation } from "../../laws/ptq/ptqTerms.ts";
import type { QuantizationMeasurement } from "../../measurements/QuantizationMeasurement.ts";
import type { PtqObservation } from "./PtqObservation.ts";

/** The width of the fitted quantizations, in bits: above, what is printed resolves little, and the slope is fixed. */
const WIDTHS = [2, 4] as const;

/** Rows that do not stand for a method: errors of their source, values taken already, several widths at once. */
const LEFT_OUT = ["suspect", "dup", "mixed-precision"];

/** Above this a model counts as collapsed; nats. */
export const COLLAPSE = 1;

/** The measurements that the hierarchical law is fitted to: weights alone, by a known method, on a model of known N and D. */
export function ptqObservations(measurements: readonly QuantizationMeasurement[]): readonly PtqObservation[] {
  return measurements.flatMap((row) => observationOf(row) ?? []);
}

function observationOf(row: QuantizationMeasurement): PtqObservation | undefined {
  const { methodClass, group, bits, tokens, family, model, delta, rounding } = row;
  const parameters = row.nonEmbeddingParameters;
  if (methodClass === undefined || parameters === undefined || tokens === undefined) return undefined;
  if (family === undefined || model === undefined || !isWeightsOnly(row)) return undefined;
  if (bits < WIDTHS[0] || bits > WIDTHS[1] || row.flags.some((flag) => LEFT_OUT.includes(flag)))
    return undefined;
  if (typeof group !== "number" && group !== "channel") return undefined;
  const size = typeof group === "number" ? { group } : {};
  const evaluation = evaluationOf(row.evaluation);
  const resolved = Math.max(delta, rounding);
  if (!(resolved > 0)) return undefined;
  return {
    case: { bits, ...size, method: methodClass, parameters, tokens, ...(evaluation ? { evaluation } : {}) },
    family,
    model,
    y: Math.log(resolved),
    noise: (rounding / resolved) ** 2,
    collapsed: delta > COLLAPSE,
  };
}

function isWeightsOnly({ activationBits, cacheBits, bits }: QuantizationMeasurement): boolean {
  return activationBits >= 16 && cacheBits >= 16 && bits < 16;
}

/** `WikiText2, 2048` → wikitext2; the later preprocessings of C4 and PTB count with the first. */
function evaluationOf(text: string | undefined): PtqEvaluation | undefined {
  const name = text?.toLowerCase() ?? "";
  if (name.startsWith("wikitext")) return "wikitext2";
  if (name.startsWith("c4")) return "c4";
  return name.startsWith("ptb") ? "ptb" : undefined;
}
