import { gaussianError } from "../../formats/error/gaussianError.ts";
import { isSixteenBitOrWider, type NumberFormat } from "../../formats/NumberFormat.ts";
import { parseNumberFormat } from "../../formats/parseNumberFormat.ts";

/**
 * m: mean squared error of a standard normal operand in a format, with its blocks and scales (`gaussianError`). 0 from 16
 * bits on, whose error no published run resolves. FP8 without a layout is taken as E4M3, which has the operands of the
 * forward pass in every recipe. Undefined where the format's values or scales are not known.
 */
export function operandError(format: NumberFormat): number | undefined {
  if (isSixteenBitOrWider(format)) return 0;
  return gaussianError(withLayout(format))?.mse;
}

/** Whether a format is a float of 8 bits that does not say how many of them are mantissa. */
export function isOpenEightBit({ kind, bits, mantissa }: NumberFormat): boolean {
  return kind === "float" && bits === 8 && mantissa === undefined;
}

function withLayout(format: NumberFormat): NumberFormat {
  if (!isOpenEightBit(format)) return format;
  const [, scaling] = format.name.split(":");
  return parseNumberFormat(scaling === undefined ? "fp8_e4m3" : `fp8_e4m3:${scaling}`) ?? format;
}
