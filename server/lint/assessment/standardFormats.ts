import type { ChoiceFile, ChoiceTarget } from "../../config/dialect/Dialect.ts";
import { holds } from "../../config/dialect/evaluateSettings.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { isSixteenBitOrWider } from "../../science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import type { LawInputs } from "../../science/laws/Law.ts";

/** Training formats that current accelerators have, wide to narrow: the rows of the table of alternatives. */
export const FLOAT_FORMATS = named(
  "bf16",
  "fp8_e4m3:tensor",
  "fp8_e4m3:block128",
  "mxfp8",
  "mxfp6",
  "nvfp4",
  "mxfp4",
);

/** Rows for runs in integer formats. */
export const INTEGER_FORMATS = named("bf16", "int8", "int6", "int5", "int4");

/** Weight formats after training, wide to narrow. */
export const QUANTIZATION_FORMATS = named("int8", "int6", "int5", "int4", "int3", "int2");

export const BF16 = FLOAT_FORMATS[0] as NumberFormat;

function named(...names: readonly string[]): readonly NumberFormat[] {
  return names.flatMap((name) => parseNumberFormat(name) ?? []);
}

/** The formats that the run's framework can write for a target, with placeholders such as the group size filled in. */
export function choicesFor(
  { dialect, readings }: TrainingConfig,
  target: ChoiceTarget,
): readonly ChoiceFile[] {
  return (dialect.choices[target] ?? [])
    .filter((choice) => holds(choice.when, readings) === true)
    .map((choice) => ({
      ...choice,
      format: choice.format.replace(/\{([\w.]+)\}/g, (_, key: string) => String(readings.word(key) ?? "")),
    }));
}

/** A format for weights and activations; the cache of a training run stays in 16 bits. */
export function uniformFormats(format: NumberFormat): Pick<LawInputs, "weights" | "activations" | "kvCache"> {
  return { weights: format, activations: format, kvCache: isSixteenBitOrWider(format) ? format : BF16 };
}
