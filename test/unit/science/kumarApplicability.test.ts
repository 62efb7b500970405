import { describe, expect, it } from "vitest";
import { effectiveFactor, equalBits, kumarConstants } from "../../../server/science/laws/kumarFormulas.ts";
import { formats, law } from "./known.ts";

const kumar = law("kumar-2024");
const floatWeights = law("kumar-2024-float-weights");

describe("kumar-2024 applies", () => {
  it("to integers and to 16 bits and more", () => {
    expect(kumar.applicability(formats("int8", "bf16", "int4"))).toEqual({ applies: true });
    expect(kumar.applicability(formats("fp32", "fp16", "bf16"))).toEqual({ applies: true });
  });

  it.each([
    ["fp8_e4m3", "bf16", "bf16", "fitted on integer formats; weights are FP8 E4M3"],
    ["bf16", "bf16", "fp8", "fitted on integer formats; the KV cache is FP8 (layout not stated)"],
    ["nf4", "bf16", "bf16", "fitted on integer formats; weights are NF4"],
    ["ternary", "int8", "bf16", "fitted on integer formats; weights are Ternary (1.58 bit)"],
  ])("not to %s/%s/%s", (weights, activations, kvCache, because) => {
    expect(kumar.applicability(formats(weights, activations, kvCache))).toEqual({ applies: false, because });
  });
});

describe("kumar-2024-float-weights", () => {
  it("has its own factor for weights", () => {
    // 1 − exp(−4/2.8111 + 0.1240) = 1 − exp(−1.298934) = 1 − 0.272822 = 0.727178.
    const float = kumarConstants(floatWeights.file);
    expect(effectiveFactor(float, { weights: 4, activations: 16, kvCache: 16 }).weights).toBeCloseTo(
      0.727178,
      5,
    );
    expect(effectiveFactor(float, equalBits(8)).activations).toBe(
      effectiveFactor(kumarConstants(kumar.file), equalBits(8)).activations,
    );
  });

  it("applies to floating-point weights of up to 12 bits beside 16-bit tensors", () => {
    expect(floatWeights.applicability(formats("fp8_e4m3", "bf16"))).toEqual({ applies: true });
    expect(floatWeights.applicability(formats("fp12_e8m3", "bf16"))).toEqual({ applies: true });
  });

  it.each([
    ["bf16", "bf16", /at 16 bits the integer fit/],
    ["int8", "bf16", /weights are INT8/],
    ["fp8", "bf16", /needs exponent and mantissa bits/],
    ["e8m4", "bf16", /up to 12 bits/],
    ["fp8_e4m3", "fp8_e4m3", /activations are FP8 E4M3/],
  ])("does not apply to weights in %s and activations in %s", (weights, activations, because) => {
    expect(floatWeights.applicability(formats(weights, activations))).toMatchObject({
      applies: false,
      because: expect.stringMatching(because),
    });
  });

  it("judges exponent and mantissa by the layouts of the fit", () => {
    const run = { parameters: 1e8, tokens: 1e10 };
    expect(floatWeights.predict({ ...run, ...formats("fp8_e4m3", "bf16") }).domain.inside).toBe(true);
    // E8M3: 8 exponent bits against 5.
    expect(floatWeights.predict({ ...run, ...formats("e8m3", "bf16") }).domain.factors).toEqual({
      exponent: 1.6,
    });
  });
});
