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
  outputGradients: "output gradients",
  backwardProducts: "backward products in few bits",
  hadamard: "Hadamard transforms",
  stochasticRounding: "stochastic rounding of gradients",
  outlierTreatment: "treatment of outliers",
  twoDimensionalScales: "two-dimensional scales of weights",
  scaling: "scaling",
  wideLayers: "linear layers in 16 bits",
  wideEnd: "tokens at the end in 16 bits",
  optimizer: "optimizer",
  learningRate: "learning rate",
  learningRateSchedule: "learning-rate schedule",
  finalLearningRate: "final learning rate",
  weightDecay: "weight decay",
  seed: "seed",
  stage: "stage",
  hardware: "hardware",
  speedup: "speed against BF16",
  runNoise: "run noise",
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

const RATES: ReadonlySet<FactName> = new Set(["learningRate", "finalLearningRate", "weightDecay"]);
const SHARES: ReadonlySet<FactName> = new Set(["wideLayers", "wideEnd"]);

function numberText(name: FactName, value: number): string {
  if (SHARES.has(name)) return `${Number((100 * value).toPrecision(2))} %`;
  if (RATES.has(name)) return rateText(value);
  if (name === "computeBudget") return `${formatCompute(value)} FLOP`;
  if (name === "speedup") return `${value}×`;
  if (name === "runNoise") return `${value} nats`;
  if (name === "seed") return String(value);
  return value < 1e5 ? formatInteger(value) : formatQuantity(value);
}

/** In at most six digits, without what binary arithmetic leaves behind: `3e-5`, `0.1`. */
export function rateText(value: number): string {
  const rounded = Number(value.toPrecision(6));
  return rounded > 0 && rounded < 1e-3 ? rounded.toExponential().replace("e-0", "e-") : String(rounded);
}
