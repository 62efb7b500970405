import type { Facts } from "../../config/run/TrainingRun.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import type { QuantizationMethod } from "../../science/laws/Law.ts";
import type { FormatPrediction } from "../assessment/Assessment.ts";

/** Methods in a word or three, for tables and headlines. */
export const METHOD_NAMES: Readonly<Record<QuantizationMethod, string>> = {
  rtn: "round to nearest",
  gptq: "GPTQ",
  awq: "AWQ",
  learned: "learned rounding",
  tuned: "tuned weights",
};

/** "INT4, group 64", and "by AWQ" where that is not the method of the setting that it would replace. */
export function formatAndMethod(candidate: FormatPrediction, current: FormatPrediction): string {
  const { format, method } = candidate;
  return method === undefined || method === current.method
    ? format.label
    : `${format.label} by ${METHOD_NAMES[method]}`;
}

/** What a file is that describes a quantized model or plans one: "4-bit GPTQ, groups of 128". Undefined for other files. */
export function quantizedModelText({
  stage,
  quantization,
  quantizationMethod: method,
}: Facts): string | undefined {
  if (stage?.value !== "quantize") return undefined;
  if (quantization) return quantizationText(quantization.value, method?.value);
  return method ? `quantized weights, ${METHOD_NAMES[method.value]}` : "quantized weights";
}

/** "4-bit GPTQ, groups of 128", "8-bit, round to nearest, one scale per channel", "NF4, round to nearest". */
function quantizationText(format: NumberFormat, method: QuantizationMethod | undefined): string {
  const name = method && METHOD_NAMES[method];
  const named = method === "gptq" || method === "awq";
  const width = format.kind === "integer" ? `${format.bits}-bit` : format.label;
  const parts = [
    named && format.kind === "integer" ? `${width} ${name}` : width,
    named && format.kind === "integer" ? undefined : name,
    format.kind === "integer" ? scalingText(format) : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(", ");
}

function scalingText({ scaling }: NumberFormat): string | undefined {
  if (scaling === undefined) return undefined;
  return scaling.granularity === "block"
    ? `groups of ${scaling.size}`
    : `one scale per ${scaling.granularity}`;
}
