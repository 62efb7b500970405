import { SIXTEEN_BIT } from "../formats/NumberFormat.ts";
import type { QuantizationMeasurement } from "../measurements/QuantizationMeasurement.ts";
import { type BacktestCase, type BacktestCases, casesOf, decade } from "./BacktestCase.ts";

/** Flags of rows that are no measurement of their own or none that a law of uniform quantization covers. */
const excluded: Readonly<Record<string, string>> = {
  suspect: "flagged suspect",
  dup: "flagged dup",
  "mixed-precision": "mixed precision",
  "vector-quant": "vector codes",
  word_ppl: "nats per word, not per token",
  lambada: "not a perplexity",
};

/** Measurements of quantized weights as cases. The models were trained in 16 bits; the quantization came after. */
export function quantizationCases(measurements: readonly QuantizationMeasurement[]): BacktestCases {
  return casesOf(measurements, caseOf);
}

function caseOf(measurement: QuantizationMeasurement): BacktestCase | string {
  const { bits, activationBits, cacheBits, flags, regime, format, tokens, model, evaluation } = measurement;
  if (bits >= 16) return "weights not quantized";
  if (activationBits < 16) return "activations quantized too";
  if (cacheBits < 16) return "KV cache quantized too";
  const flag = flags.find((one) => excluded[one] !== undefined);
  if (flag !== undefined) return excluded[flag] ?? flag;
  if (regime === "collapse") return "collapsed (above 1 nat)";
  if (format === undefined) return "no uniform number format";
  return {
    inputs: {
      weights: SIXTEEN_BIT,
      activations: SIXTEEN_BIT,
      kvCache: SIXTEEN_BIT,
      quantization: format,
      method: measurement.methodClass,
      quantizationDetails: measurement.details,
    },
    tokens,
    parameters: measurement.parameters,
    nonEmbeddingParameters: measurement.nonEmbeddingParameters,
    measured: measurement.delta,
    rounding: measurement.rounding,
    model,
    family: measurement.family,
    evaluation,
    traits: {
      method: measurement.methodClass ?? "other",
      bits: String(bits),
      group: String(measurement.group ?? "not stated"),
      ...(measurement.family === undefined ? {} : { family: measurement.family }),
      parameters: decade(measurement.parameters),
      ...(tokens === undefined ? {} : { tokens: decade(tokens) }),
    },
  };
}
