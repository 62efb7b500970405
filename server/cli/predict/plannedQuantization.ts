import type { QuantizationPlan } from "../../lint/assessment/weighQuantizations.ts";
import { isSixteenBitOrWider, type NumberFormat } from "../../science/formats/NumberFormat.ts";
import { QUANTIZATION_METHODS, type QuantizationMethod } from "../../science/laws/Law.ts";
import { nearestName } from "../../science/nearestNames.ts";
import type { PredictOptions } from "./PredictOptions.ts";
import { plannedModel } from "./plannedModel.ts";
import { formatNamed, listOf, optional, orRefusal, Refusal, unlessRefused } from "./readOptions.ts";

/** What is asked about quantization after training, once the options have been read. */
export interface QuantizationQuestion {
  readonly plan: QuantizationPlan;
  /** Options that cannot be used, without which the rest goes on. */
  readonly notes: readonly string[];
}

/** Options that are about training and mean nothing for a model that is trained already. */
const OF_TRAINING = [
  ["formats", "--formats"],
  ["hardware", "--hardware"],
  ["worldSize", "--world-size"],
  ["speedup", "--speedup"],
] as const;

/** The quantization that the options describe, or why there is none. */
export function plannedQuantization(
  options: PredictOptions,
  quantize: string,
): QuantizationQuestion | string {
  return orRefusal(() => {
    const notes: string[] = [];
    for (const [key, option] of OF_TRAINING)
      if (options[key] !== undefined)
        notes.push(
          `${option} is about training, and --quantize about a model that is trained; it is not used.`,
        );
    const { name, ...size } = plannedModel(options, notes);
    const formats = listOf(quantize).flatMap((one) => unlessRefused(notes, () => quantizedFormat(one)) ?? []);
    if (formats.length === 0)
      throw new Refusal(notes.at(-1) ?? "--quantize names no format; write int4:g128.");
    const method = optional(options.method, (text) => unlessRefused(notes, () => methodNamed(text)));
    return {
      plan: {
        ...size,
        ...(name === undefined ? {} : { model: name }),
        formats,
        ...(method ? { method } : {}),
      },
      notes,
    };
  });
}

function quantizedFormat(name: string): NumberFormat {
  const format = formatNamed("--quantize", name);
  if (!isSixteenBitOrWider(format)) return format;
  throw new Refusal(`--quantize: ${format.name} is no narrower than the 16 bits that a model is trained in.`);
}

function methodNamed(text: string): QuantizationMethod {
  const known = QUANTIZATION_METHODS.find((method) => method === text.toLowerCase());
  if (known !== undefined) return known;
  const near = nearestName(text, QUANTIZATION_METHODS);
  throw new Refusal(
    `--method: there is no ${text}; it is one of ${QUANTIZATION_METHODS.join(", ")}${near === undefined ? "." : `. Is it ${near}?`}`,
  );
}
