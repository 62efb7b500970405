import type { QuantizedBaseFile } from "../../config/dialect/Dialect.ts";
import { spelling } from "../../config/dialect/readKey.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import { keyFix } from "./fixes/keyFix.ts";
import type { RawFinding, Rule } from "./Rule.ts";

/** A base model in 8 bits or fewer whose own weights are to be trained: without an adapter. */
export const quantizedBaseFullFinetune: Rule = {
  name: "quantized-base-full-finetune",
  summary: "A base model loaded in 8 bits or fewer whose own weights are to be trained",
  severity: "error",
  category: "contradiction",
  fix: "changes the run",
  readsDialect: ({ quantizedBase }) => quantizedBase !== undefined,
  check({ config }) {
    const { quantizedBase } = config.dialect;
    if (!quantizedBase || config.properties.known.get("trainable")?.value !== "weights") return [];
    if (config.run.facts.stage?.value === "quantize") return [];
    return loadedQuantized(config, quantizedBase) ?? quantizedCheckpoint(config, quantizedBase);
  },
};

function loadedQuantized(
  config: TrainingConfig,
  quantizedBase: QuantizedBaseFile,
): readonly RawFinding[] | undefined {
  const { baseWeights } = config.run.facts;
  const span = baseWeights?.at[0];
  if (!baseWeights || !span || baseWeights.value.bits > 8) return undefined;
  const { name, label } = baseWeights.value;
  if (quantizedBase.dequantized?.some((format) => name.startsWith(format))) return [];
  return [finding(config, quantizedBase, span, `The base model is loaded in ${label}`)];
}

/** A checkpoint whose name says that its weights are quantized. */
function quantizedCheckpoint(
  config: TrainingConfig,
  quantizedBase: QuantizedBaseFile,
): readonly RawFinding[] {
  const reading = config.readings.stated("baseModel");
  if (reading?.value?.type !== "string") return [];
  const name = reading.value.value.replace(/\/+$/, "").split("/").at(-1) ?? "";
  const parts = `-${name.toLowerCase().replaceAll("_", "-")}-`;
  if (quantizedBase.checkpoints?.some((word) => parts.includes(`-${word}-`)) !== true) return [];
  const written = `\`${spelling(config.readings, "baseModel")}: ${reading.value.value}\``;
  return [finding(config, quantizedBase, reading.span, `${written} is a quantized checkpoint`)];
}

function finding(
  config: TrainingConfig,
  { because, resolve }: QuantizedBaseFile,
  span: RawFinding["span"],
  what: string,
): RawFinding {
  const all = config.properties.known.get("trainable");
  const place = all?.at[0];
  return {
    span,
    message: `${what}, and this run trains its own weights: quantized weights take no gradient steps, and ${because}. Train adapters on it, or load it in 16 bits.`,
    related: place && place.start !== span.start ? [{ span: place, message: `Trains them: ${all.how}` }] : [],
    fixes: resolve.flatMap((values, i) => keyFix(config, values, i === 0)),
  };
}
