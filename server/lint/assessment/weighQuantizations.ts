import { perplexityFactor } from "../../science/decision/breakEven.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import { withScaling } from "../../science/formats/withScaling.ts";
import { answersQuestion } from "../../science/lawFiles/lawFrom.ts";
import {
  type Law,
  type LawInputs,
  QUANTIZATION_METHODS,
  type QuantizationMethod,
} from "../../science/laws/Law.ts";
import { comparableResults } from "../../science/measurements/comparableResults.ts";
import { publishedAnchors, publishedResults } from "../../science/measurements/publishedResults.ts";
import type { QuantizationMeasurement } from "../../science/measurements/QuantizationMeasurement.ts";
import { bytesOf } from "../../science/memory/trainingMemory.ts";
import type { AppliedLaw } from "./Assessment.ts";
import { leadingLaws } from "./leadingLaws.ts";
import { predictWithRecord } from "./predictWithRecord.ts";
import { BF16, QUANTIZATION_FORMATS } from "./standardFormats.ts";

/** A trained model of which only the sizes are known, and how its weights are to be quantized. */
export interface QuantizationPlan {
  /** A released model, by its name without the owner: what was published about it counts. */
  readonly model?: string;
  readonly parameters: number;
  readonly nonEmbeddingParameters?: number;
  readonly activeParameters?: number;
  /** That it was trained on. */
  readonly tokens: number;
  readonly formats: readonly NumberFormat[];
  readonly method?: QuantizationMethod;
}

/** What one quantization costs. */
export interface WeighedQuantization {
  readonly format: NumberFormat;
  readonly method?: QuantizationMethod;
  /** Whether it was asked about, or stands beside what was. */
  readonly isAsked: boolean;
  /** By the law that leads, or why none gives a number. */
  readonly gap:
    | (AppliedLaw & { readonly delta: number; readonly perplexityFactor: number })
    | { readonly because: string };
  /** Bytes of the weights with the scales of their blocks; embeddings in 16 bits where their count is known. */
  readonly weightBytes: number;
  /** Published results of this very model in this setting, the closest first. */
  readonly measured: readonly QuantizationMeasurement[];
}

/** Groups that frameworks write; the scale per channel is the coarsest. */
const GROUPS = ["g32", "g64", "g128", "channel"];

/**
 * The quantizations that are asked about, then what could be in the place of the first: the same width with other
 * groups, other methods, and other widths with the same scaling.
 */
export function weighQuantizations(
  plan: QuantizationPlan,
  laws: readonly Law[],
): readonly WeighedQuantization[] {
  const results = plan.model === undefined ? [] : publishedResults(plan.model);
  const asked = plan.formats.map((format) => settingOf(format, plan.method));
  const rows = [...asked, ...alternatives(asked[0])];
  return rows
    .filter(({ key }, i) => rows.findIndex((one) => one.key === key) === i)
    .map(({ key: _, ...setting }, i) => ({
      ...setting,
      isAsked: i < new Set(asked.map(({ key }) => key)).size,
      gap: gapOf(setting, plan, results, laws),
      weightBytes: weightBytes(setting.format, plan),
      measured: comparableResults(results, setting.format, setting.method),
    }));
}

function weightBytes(
  format: NumberFormat,
  { parameters, nonEmbeddingParameters = parameters }: QuantizationPlan,
): number {
  return bytesOf(nonEmbeddingParameters, format) + bytesOf(parameters - nonEmbeddingParameters, BF16);
}

interface Setting {
  readonly key: string;
  readonly format: NumberFormat;
  readonly method?: QuantizationMethod;
}

function settingOf(format: NumberFormat, method: QuantizationMethod | undefined): Setting {
  return { key: `${format.name}|${method ?? ""}`, format, ...(method ? { method } : {}) };
}

function alternatives(asked: Setting | undefined): readonly Setting[] {
  if (asked === undefined) return [];
  const { format, method } = asked;
  const groups =
    format.kind === "integer"
      ? GROUPS.flatMap((group) => parseNumberFormat(`int${format.bits}:${group}`) ?? [])
      : [];
  const widths = QUANTIZATION_FORMATS.filter(({ bits }) => bits !== format.bits).map((one) =>
    format.kind === "integer" && format.scaling ? withScalingOf(one, format) : one,
  );
  return [
    ...groups.map((one) => settingOf(one, method)),
    ...QUANTIZATION_METHODS.map((one) => settingOf(format, one)),
    ...widths.map((one) => settingOf(one, method)),
  ];
}

/** The same scaling in another width, by its name where it has one, so that the bits of scale and zero point fit. */
function withScalingOf(format: NumberFormat, { scaling }: NumberFormat): NumberFormat {
  if (scaling === undefined) return format;
  const name = scaling.granularity === "block" ? `g${scaling.size}` : scaling.granularity;
  return parseNumberFormat(`${format.name}:${name}`) ?? withScaling(format, scaling);
}

function gapOf(
  { format, method }: Omit<Setting, "key">,
  plan: QuantizationPlan,
  results: readonly QuantizationMeasurement[],
  laws: readonly Law[],
): WeighedQuantization["gap"] {
  const anchors = publishedAnchors(results);
  const formats = { weights: BF16, activations: BF16, kvCache: BF16, quantization: format };
  const asked = laws
    .filter((law) => answersQuestion(law, "post-training quantization"))
    .map((law) => ({ law, applicability: law.applicability(formats) }));
  const applied = asked.flatMap(({ law, applicability }): AppliedLaw[] => {
    if (!applicability.applies) return [];
    const inputs: LawInputs = {
      ...formats,
      parameters: parametersOf(plan, law),
      tokens: plan.tokens,
      ...(method ? { method } : {}),
      ...(anchors.length > 0 ? { anchors } : {}),
    };
    return [{ law, applies: true, about: "base", inputs, ...predictWithRecord(law, inputs) }];
  });
  const first = leadingLaws("post-training quantization", applied).find(
    (one): one is AppliedLaw => one.applies,
  );
  if (first === undefined) {
    const [reason] = asked.flatMap(({ law, applicability }) =>
      applicability.applies ? [] : [`${law.file.name}: ${applicability.because}`],
    );
    return { because: reason ?? "no law of quantization after training holds here" };
  }
  const { delta } = first.prediction;
  if (delta === undefined || !Number.isFinite(delta))
    return { because: `${first.law.file.name} gives no number here` };
  return { ...first, delta, perplexityFactor: perplexityFactor(delta) };
}

/** N as the law counts it; where only the other count is known, that stands in. */
function parametersOf({ parameters, nonEmbeddingParameters }: QuantizationPlan, { file }: Law): number {
  return file.counts === "nonEmbeddingParameters" ? (nonEmbeddingParameters ?? parameters) : parameters;
}
