import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";

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
