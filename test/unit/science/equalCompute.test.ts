import { describe, expect, it } from "vitest";
import {
  compareAtEqualCompute,
  computeBits,
  tokensAtEqualCompute,
} from "../../../server/science/optimum/equalCompute.ts";
import { formats, law } from "./known.ts";
import { relativeError } from "./relativeError.ts";

const run = { parameters: 1.13e9, tokens: 3.14573e11, ...formats("bf16") };

describe("Tokens at equal compute", () => {
  it("grow as the bits shrink", () => {
    // 315e9 · 16/8 = 630e9.
    expect(tokensAtEqualCompute(315e9, 16, 8)).toBe(630e9);
  });

  it("count the scales and the wider operand", () => {
    expect(computeBits(formats("mxfp8"))).toBe(8.25);
    expect(computeBits(formats("nf4", "bf16"))).toBe(16);
  });
});

describe("compareAtEqualCompute", () => {
  // Reference for 1.13B parameters, BF16 loss 2.483: tokens to 3 digits (NVFP4: 2), loss to 3 decimals.
  it.each([
    ["fp8_e4m3:block128", 629e9, 2e-3, 2.46],
    ["mxfp8", 610e9, 2e-3, 2.461],
    ["nvfp4", 1.1e12, 2e-2, 2.513],
  ])("gives the reference tokens and loss in %s", (name, tokens, tolerance, loss) => {
    const comparison = compareAtEqualCompute(law("sun-2025"), run, formats(name));
    expect(relativeError(comparison.tokens, tokens)).toBeLessThan(tolerance);
    expect(comparison.prediction.loss).toBeCloseTo(loss, 3);
    expect(comparison.lossDifference).toBeCloseTo((comparison.prediction.loss ?? 0) - 2.483, 3);
  });

  it("has no difference where the other formats diverge", () => {
    const comparison = compareAtEqualCompute(law("kumar-2024"), run, formats("int3", "int3", "int3"));
    expect(comparison.prediction.diverges).toBe(true);
    expect(comparison.lossDifference).toBeUndefined();
  });
});
