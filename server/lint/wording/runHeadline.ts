import { formatQuantity } from "../../config/run/quantity.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import type { Fact } from "../../config/run/TrainingRun.ts";
import { toleranceText } from "./numbers.ts";
import { quantizedModelText } from "./quantizationText.ts";

/** In Markdown: "**BF16 · 1.26B parameters (1.13B non-embedding) · 315B tokens · D/N 278** · nanotron"; of a quantized model "**4-bit GPTQ, groups of 128** · GPTQ". */
export function runHeadline({ run, dialect }: TrainingConfig): string {
  const { weights, activations, baseWeights, parameters, nonEmbeddingParameters, tokens, stage } = run.facts;
  const format =
    weights && activations && activations.value.bits < weights.value.bits ? activations : weights;
  const counted = nonEmbeddingParameters ?? parameters;
  const parts = [
    quantizedModelText(run.facts) ?? format?.value.label ?? "format not known",
    baseWeights ? `base model in ${baseWeights.value.label}` : "",
    sizeText(parameters, nonEmbeddingParameters),
    tokens ? `${tokens.upperBound ? "up to " : ""}${formatQuantity(tokens.value)} tokens` : "",
    tokens && counted && stage?.value === "pretrain"
      ? `D/N ${formatQuantity(tokens.value / counted.value)}`
      : "",
  ];
  return `**${parts.filter((part) => part !== "").join(" · ")}** · ${dialect.name}`;
}

function sizeText(total: Fact<number> | undefined, nonEmbedding: Fact<number> | undefined): string {
  if (total && nonEmbedding)
    return `${formatQuantity(total.value)} parameters (${formatQuantity(nonEmbedding.value)} non-embedding)`;
  if (nonEmbedding) return `${formatQuantity(nonEmbedding.value)} parameters without embeddings`;
  return total ? `${quantityText(total)} parameters` : "";
}

/** 7B ±10 %, or 7B where the value is exact. */
function quantityText({ value, tolerance }: Fact<number>): string {
  return tolerance ? `${formatQuantity(value)} ${toleranceText(tolerance)}` : formatQuantity(value);
}
