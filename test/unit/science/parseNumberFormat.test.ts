import { describe, expect, it } from "vitest";
import { SIXTEEN_BIT } from "../../../server/science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../../server/science/formats/parseNumberFormat.ts";

/** name; label; exponent/mantissa; bits; effective bits (arithmetic where a scale has a share); spellings. */
const table: readonly [string, string, string, number, number, readonly string[]][] = [
  ["fp64", "FP64", "11/52", 64, 64, ["float64", "double", "torch.float64", "64-true", "f64"]],
  [
    "fp32",
    "FP32",
    "8/23",
    32,
    32,
    ["float32", "32-true", "float", "single", "torch.float32", "FP32", "f32", "e8m23"],
  ],
  ["tf32", "TF32", "8/10", 19, 32, ["TF32"]],
  ["bf16", "BF16", "8/7", 16, 16, ["bfloat16", "torch.bfloat16", "BF16", " bf16 ", "bf16-true", "e8m7"]],
  ["fp16", "FP16", "5/10", 16, 16, ["float16", "half", "torch.float16", "16-true", "f16", "e5m10"]],
  ["fp8", "FP8 (layout not stated)", "", 8, 8, ["float8", "FP8"]],
  ["fp6", "FP6 (layout not stated)", "", 6, 6, ["float6"]],
  ["fp8:tensor", "FP8 (layout not stated), per tensor", "", 8, 8, ["fp8:tensorwise"]],
  [
    "fp8_e4m3",
    "FP8 E4M3",
    "4/3",
    8,
    8,
    ["float8_e4m3fn", "torch.float8_e4m3fn", "e4m3", "f8e4m3", "f8e4m3fn", "FP8-E4M3", "fp8 e4m3", "E4M3"],
  ],
  ["fp8_e5m2", "FP8 E5M2", "5/2", 8, 8, ["float8_e5m2", "torch.float8_e5m2", "e5m2", "f8e5m2"]],
  ["fp6_e3m2", "FP6 E3M2", "3/2", 6, 6, ["e3m2"]],
  ["fp6_e2m3", "FP6 E2M3", "2/3", 6, 6, ["e2m3"]],
  ["fp4_e2m1", "FP4 E2M1", "2/1", 4, 4, ["e2m1", "fp4", "float4_e2m1fn_x2"]],
  ["fp12_e8m3", "FP12 E8M3", "8/3", 12, 12, ["e8m3", "E8M3"]],
  ["fp8_e4m3:tensor", "FP8 E4M3, per tensor", "4/3", 8, 8, ["e4m3:tensorwise", "e4m3:per-tensor"]],
  ["fp8_e4m3:channel", "FP8 E4M3, per channel", "4/3", 8, 8, ["e4m3:row", "e4m3:token", "e4m3:rowwise"]],
  // A square of 128 × 128 weights shares one 32-bit scale: 8 + 32/16384.
  ["fp8_e4m3:block128", "FP8 E4M3, block 128", "4/3", 8, 8 + 32 / 16384, ["fp8_e4m3:b128", "E4M3:Block128"]],
  // A row of 128 activations shares one: 8 + 32/128.
  ["fp8_e4m3:g128", "FP8 E4M3, group 128", "4/3", 8, 8.25, ["e4m3:group128"]],
  // E8M0 scale per 32: b + 8/32.
  ["mxfp8", "MXFP8", "4/3", 8, 8.25, ["MXFP8", "mxfp8_e4m3", "fp8_e4m3:g32/8"]],
  ["mxfp8_e5m2", "MXFP8 E5M2", "5/2", 8, 8.25, ["mxfp8-e5m2"]],
  ["mxfp6", "MXFP6", "3/2", 6, 6.25, ["mxfp6_e3m2"]],
  ["mxfp6_e2m3", "MXFP6 E2M3", "2/3", 6, 6.25, ["MXFP6_E2M3"]],
  ["mxfp4", "MXFP4", "2/1", 4, 4.25, ["MXFP4", "mxfp4_e2m1"]],
  ["mxint8", "MXINT8", "", 8, 8.25, ["MXINT8"]],
  // E4M3 scale per 16: 4 + 8/16.
  ["nvfp4", "NVFP4", "2/1", 4, 4.5, ["NVFP4"]],
  // FP32 scale per 64: 4 + 32/64.
  ["nf4", "NF4", "", 4, 4.5, ["NF4"]],
  // 8-bit scale per 64, FP32 per 256 scales: 4 + 8/64 + 32/(64·256).
  ["nf4-dq", "NF4, double quantization", "", 4, 4 + 8 / 64 + 32 / 16384, ["nf4:dq", "NF4-DQ", "nf4_dq"]],
  ["codebook2", "2-bit codebook", "", 2, 2, ["CODEBOOK2"]],
  // A 16-bit scale per 256: 4 + 16/256.
  [
    "codebook4:g256/16",
    "4-bit codebook, group 256 with 16-bit scales",
    "",
    4,
    4.0625,
    ["codebook4:group256/16"],
  ],
  ["bnb_fp4", "bitsandbytes FP4", "", 4, 4.5, ["BNB_FP4", "bnb-fp4"]],
  ["bnb_fp4-dq", "bitsandbytes FP4, double quantization", "", 4, 4 + 8 / 64 + 32 / 16384, ["bnb_fp4:dq"]],
  ["int8", "INT8", "", 8, 8, ["INT8", "uint8", "torch.int8"]],
  ["int4", "INT4", "", 4, 4, ["uint4"]],
  ["int3", "INT3", "", 3, 3, []],
  ["int2", "INT2", "", 2, 2, []],
  ["int8:channel", "INT8, per channel", "", 8, 8, ["int8:row", "int8:token"]],
  // FP16 scale and a 4-bit zero point per 128: 4 + 16/128 + 4/128 = 4.15625.
  [
    "int4:g128",
    "INT4, group 128",
    "",
    4,
    4.15625,
    ["int4:group128", "int4:b128", "uint4:g128", "int4:block128"],
  ],
  // Symmetric, FP16 scale alone: 4 + 16/128.
  ["int4:g128/16", "INT4, group 128 with 16-bit scales", "", 4, 4.125, ["int4:group128/16"]],
  [
    "ternary",
    "Ternary (1.58 bit)",
    "",
    1.58,
    1.58,
    ["1.58", "bitnet", "b1.58", "1.58bit", "1.58-bit", "Ternary"],
  ],
];

describe("parseNumberFormat", () => {
  it.each(table)("reads every spelling of %s", (name, label, layout, bits, effectiveBits, spellings) => {
    const [exponent, mantissa] = layout === "" ? [] : layout.split("/").map(Number);
    for (const text of [name, ...spellings]) {
      const parsed = parseNumberFormat(text);
      expect(parsed, text).toMatchObject({ name, label, bits });
      expect(parsed?.exponent, text).toBe(exponent);
      expect(parsed?.mantissa, text).toBe(mantissa);
      expect(parsed?.effectiveBits, text).toBeCloseTo(effectiveBits, 12);
    }
  });

  it.each(table)("gives %s a name that reads back as the same format", (name) => {
    const parsed = parseNumberFormat(name);
    expect(parsed?.name).toBe(name);
    expect(parseNumberFormat(parsed?.name ?? "")).toEqual(parsed);
  });

  it("rounds to the effective bits that the references print", () => {
    const effective = (text: string) => parseNumberFormat(text)?.effectiveBits.toFixed(3);
    expect(effective("fp8_e4m3:block128")).toBe("8.002");
    expect(effective("nf4-dq")).toBe("4.127");
    expect(effective("int4:g128")).toBe("4.156");
  });

  it.each([
    "",
    "fast",
    "fp8_e4m2",
    "fp1",
    "fp99",
    "e0m0",
    "int0",
    "int33",
    "int",
    "8",
    "mxfp5",
    "bf16:tensor",
    "int4:g0",
    "int4:g1",
    "int4:g",
    "int4:g128:x",
    "fp8_e4m3:",
    "mxfp8:block32",
    "auto",
    "true",
    "float8_e8m0fnu",
  ])("does not take %j for a number format", (text) => {
    expect(parseNumberFormat(text)).toBeUndefined();
  });

  it("reads integers of 1 to 32 bits", () => {
    for (let bits = 1; bits <= 32; bits++) {
      expect(parseNumberFormat(`int${bits}`)).toMatchObject({ kind: "integer", bits });
    }
  });

  it("leaves no scaling on formats whose text states none", () => {
    for (const text of ["bf16", "fp8_e4m3", "fp8", "int4"])
      expect(parseNumberFormat(text)?.scaling).toBeUndefined();
  });

  it("sorts formats into floats, integers and codebooks", () => {
    const kind = (text: string) => parseNumberFormat(text)?.kind;
    expect(["mxfp4", "bnb_fp4", "fp8"].map(kind)).toEqual(["float", "float", "float"]);
    expect(["int4:g128", "mxint8"].map(kind)).toEqual(["integer", "integer"]);
    expect(["nf4", "ternary"].map(kind)).toEqual(["codebook", "codebook"]);
  });

  it("reads the 16-bit reference as SIXTEEN_BIT", () => {
    expect(parseNumberFormat("bf16")).toEqual(SIXTEEN_BIT);
  });
});
