import { formatCompute, formatInteger, formatQuantity } from "../../config/run/quantity.ts";
import type { Fact, FactName } from "../../config/run/TrainingRun.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import type { QuantizationMethod } from "../../science/laws/Law.ts";
import { toleranceText } from "./numbers.ts";

/** Facts as people read them. */
export const FACT_LABELS: Readonly<Record<FactName, string>> = {
  parameters: "parameters",
  activeParameters: "active parameters",
  nonEmbeddingParameters: "non-embedding parameters",
  tokens: "tokens",
  pretrainingTokens: "pre-training tokens of the base model",
  computeBudget: "compute budget",
  weights: "weights",
  activations: "activations",
  gradients: "gradients",
  kvCache: "KV cache",
  masterWeights: "master weights",
  optimizerState: "optimizer state",
  baseWeights: "base model",
  quantization: "quantization after training",
  quantizationMethod: "quantization method",
  symmetricQuantization: "symmetric levels",
  activationOrder: "columns in the order of their activations",
  baseMethod: "quantization method of the base model",
  learningRate: "learning rate",
  seed: "seed",
  stage: "stage",
  hardware: "hardware",
};

/** Methods of quantization as people name them. */
export const METHOD_LABELS: Readonly<Record<QuantizationMethod, string>> = {
  rtn: "rounding to the nearest value",
  gptq: "GPTQ",
  awq: "AWQ",
  learned: "learned rounding",
  tuned: "training of the quantized weights",
};

/** A fact's value in a few characters: `8.03B`, `7B ±10 %`, `at most 131M`, `BF16`, `2e-5`. */
export function factValue(name: FactName, { value, upperBound, tolerance }: Fact<unknown>): string {
  if (typeof value === "number") {
    const text = `${upperBound ? "at most " : ""}${numberText(name, value)}`;
    return tolerance ? `${text} ${toleranceText(tolerance)}` : text;
  }
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (name === "quantizationMethod" || name === "baseMethod")
    return METHOD_LABELS[value as QuantizationMethod];
  return typeof value === "object" && value !== null && "label" in value
    ? (value as NumberFormat).label
    : String(value);
}

function numberText(name: FactName, value: number): string {
  if (name === "learningRate" && value < 1e-3) return value.toExponential().replace("e-0", "e-");
  if (name === "computeBudget") return `${formatCompute(value)} FLOP`;
  if (name === "learningRate" || name === "seed") return String(value);
  return value < 1e5 ? formatInteger(value) : formatQuantity(value);
}
