import { isSixteenBitOrWider, type NumberFormat } from "../formats/NumberFormat.ts";

/** What decides the speed of a matrix product of floats in 8 bits beside the width: how many elements share a scale. */
export type ScaledFp8 = "fp8 per tensor" | "fp8 per channel" | "fp8 in blocks";

/** Number formats that run at one speed on one accelerator. `fp8` alone is 8 bits whose scaling is not stated. */
export type ProductKind =
  | "bf16"
  | "fp8"
  | ScaledFp8
  | "mxfp8"
  | "mxfp6"
  | "mxfp4"
  | "nvfp4"
  | "fp4"
  | "int8"
  | "int4";

/** The kind of matrix product that a format of both operands needs; undefined for formats that no accelerator multiplies. */
export function productKind(format: NumberFormat): ProductKind | undefined {
  const { kind, bits, name } = format;
  if (isSixteenBitOrWider(format)) return bits === 16 ? "bf16" : undefined;
  if (kind === "integer") return bits === 8 ? "int8" : bits === 4 ? "int4" : undefined;
  if (kind !== "float") return undefined;
  if (name.startsWith("mxfp8")) return "mxfp8";
  if (name === "mxfp4" || name === "nvfp4") return name;
  if (bits === 8) return fp8Kind(format);
  if (bits === 6) return "mxfp6";
  return bits === 4 ? "fp4" : undefined;
}

function fp8Kind({ scaling }: NumberFormat): ProductKind {
  switch (scaling?.granularity) {
    case "tensor":
      return "fp8 per tensor";
    case "channel":
      return "fp8 per channel";
    case "block":
      return "fp8 in blocks";
    case undefined:
      return "fp8";
  }
}
