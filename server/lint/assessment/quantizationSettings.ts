import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import type { Fact } from "../../config/run/TrainingRun.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import type { LawInputs, QuantizationMethod } from "../../science/laws/Law.ts";
import type { FormatPrediction } from "./Assessment.ts";
import { choicesFor } from "./standardFormats.ts";

/** A format for quantized weights, the method, and how the framework writes them. */
export type QuantizationSetting = Pick<FormatPrediction, "format" | "method" | "choice">;

/** The inputs of a law that a setting changes. */
export function inputsOf({
  format,
  method,
}: QuantizationSetting): Pick<LawInputs, "quantization" | "method"> {
  return { quantization: format, ...(method ? { method } : {}) };
}

/** Methods that tools have in common, the usual ones first. Training after quantization is another plan. */
const METHODS: readonly QuantizationMethod[] = ["gptq", "awq", "learned", "rtn"];

/** Scalings of 4-bit weights that tools have in common, fine to coarse. */
const FOUR_BITS = ["int4:g32", "int4:g64", "int4:g128", "int4:channel"] as const;

/**
 * The settings to compare a quantization with, wide formats first and fine groups before coarse ones: those that the tool
 * can write, and where the plan is only declared or described, whose tool is not known, those that tools have in common.
 * A base model is loaded in no other formats than those that the framework has keys for.
 */
export function settingsFor(
  config: TrainingConfig,
  when: "planned" | "loaded",
  { value, provenance }: Fact<NumberFormat>,
  method: QuantizationMethod | undefined,
): readonly QuantizationSetting[] {
  const written = choicesFor(config, when === "loaded" ? "base" : "quantization").flatMap((choice) => {
    const format = parseNumberFormat(choice.format);
    const by = choice.method ?? method;
    return format ? [{ format, choice, ...(by ? { method: by } : {}) }] : [];
  });
  const isOpen = when === "planned" && (provenance === "declared" || written.length === 0);
  return distinct(isOpen ? [...written, ...usualSettings(value, method)] : written).sort(byFineness);
}

/** 8, 4 and 3 bits scaled as planned, 4 bits in every usual group, and the planned format by every usual method. */
function usualSettings(
  planned: NumberFormat,
  method: QuantizationMethod | undefined,
): readonly QuantizationSetting[] {
  const own = method ? { method } : {};
  const scaled = [8, 3].map((bits) => `int${bits}${scalingOf(planned)}`);
  const formats = [...scaled, ...FOUR_BITS].flatMap((name) => parseNumberFormat(name) ?? []);
  return [
    ...formats.map((format) => ({ format, ...own })),
    ...METHODS.map((other) => ({ format: planned, method: other })),
  ];
}

/** ":g64", as the name of a format has it; per channel where the planned one is not an integer in groups. */
function scalingOf({ kind, scaling }: NumberFormat): string {
  return kind === "integer" && scaling?.granularity === "block" ? `:g${scaling.size}` : ":channel";
}

/** Whether two settings quantize alike. */
export function isSameSetting(a: QuantizationSetting, b: QuantizationSetting): boolean {
  return a.format.name === b.format.name && a.method === b.method;
}

/** The first of those that quantize alike: the one that the framework writes. */
function distinct(settings: readonly QuantizationSetting[]): QuantizationSetting[] {
  return settings.filter((one, i) => settings.findIndex((other) => isSameSetting(one, other)) === i);
}

function byFineness(a: QuantizationSetting, b: QuantizationSetting): number {
  return b.format.bits - a.format.bits || groupOf(a.format) - groupOf(b.format);
}

/** Weights that share a scale; more than any group for a row or the tensor. */
function groupOf({ scaling }: NumberFormat): number {
  return scaling?.granularity === "block" ? scaling.size : Number.MAX_SAFE_INTEGER;
}
