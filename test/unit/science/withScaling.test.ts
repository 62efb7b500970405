import { describe, expect, it } from "vitest";
import type { Scaling } from "../../../server/science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../../server/science/formats/parseNumberFormat.ts";
import { withScaling } from "../../../server/science/formats/withScaling.ts";
import { format } from "./known.ts";

describe("withScaling", () => {
  it("names the format that the new scaling makes", () => {
    const microscaling: Scaling = { granularity: "block", size: 32, bits: 8 };
    expect(withScaling(format("fp8_e4m3:tensor"), microscaling).name).toBe("mxfp8");
    expect(withScaling(format("nvfp4"), microscaling).name).toBe("mxfp4");
    expect(withScaling(format("mxfp8"), { granularity: "channel" }).name).toBe("fp8_e4m3:channel");
    expect(withScaling(format("nf4-dq"), { granularity: "block", size: 64, bits: 32 }).name).toBe("nf4");
  });

  it("counts the share of the scales", () => {
    // 4 + 16/32
    expect(withScaling(format("int4"), { granularity: "block", size: 32, bits: 16 }).effectiveBits).toBe(4.5);
  });

  it("leaves formats of 16 bits and more alone", () => {
    expect(withScaling(format("bf16"), { granularity: "tensor" })).toEqual(format("bf16"));
  });

  it("makes names that read back as the same format", () => {
    const scalings: readonly Scaling[] = [
      { granularity: "tensor" },
      { granularity: "channel" },
      { granularity: "block", size: 48, bits: 32 / 48 },
      { granularity: "block", size: 32, bits: 8 },
      { granularity: "block", size: 64, bits: 32 },
      { granularity: "block", size: 128, bits: 8.125 },
      { granularity: "block", size: 128, bits: 20 },
    ];
    for (const name of ["fp8", "fp8_e4m3", "fp6_e3m2", "mxfp4", "nf4", "bnb_fp4", "int4", "ternary"]) {
      for (const scaling of scalings) {
        const scaled = withScaling(format(name), scaling);
        expect(scaled.scaling).toEqual(scaling);
        expect(parseNumberFormat(scaled.name), scaled.name).toEqual(scaled);
      }
    }
  });
});
