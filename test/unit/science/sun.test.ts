import { describe, expect, it } from "vitest";
import {
  bf16AsBlock,
  criticalTokens,
  precisionPenalty,
  sunConstants,
  sunLoss,
} from "../../../server/science/laws/sunFormulas.ts";
import { format, formats, law } from "./known.ts";
import { relativeError } from "./relativeError.ts";

const sun = law("sun-2025");
const c = sunConstants(sun.file);
/** 1.13B non-embedding parameters on 315B tokens. */
const run = { parameters: 1.13e9, tokens: 3.14573e11 };

describe("Sun's critical data size", () => {
  // N = 1e9, to 4 digits; the paper prints 1730T, 27T and 0.4T for B = 128.
  it.each([
    ["E8M7", 8, 7, 128, 1.73e15],
    ["E4M3", 4, 3, 128, 2.733e13],
    ["E2M1", 2, 1, 128, 3.928e11],
    ["E4M3", 4, 3, 32, 3.786e13],
  ])("is the published one for %s", (_, exponent, mantissa, block, tokens) => {
    const critical = criticalTokens(c, { parameters: 1e9, exponent, mantissa, log2Block: Math.log2(block) });
    expect(relativeError(critical, tokens)).toBeLessThan(5e-4);
  });

  it("is where the loss over tokens is lowest", () => {
    const e2m1 = { parameters: 1e9, exponent: 2, mantissa: 1, log2Block: 7 };
    const tokens = criticalTokens(c, e2m1);
    const lowest = sunLoss(c, { ...e2m1, tokens });
    expect(lowest).toBeLessThan(sunLoss(c, { ...e2m1, tokens: tokens * 1.02 }));
    expect(lowest).toBeLessThan(sunLoss(c, { ...e2m1, tokens: tokens / 1.02 }));
  });

  it("does not exist where every element has its own scale", () => {
    const block1 = { ...format("fp8_e4m3"), scaling: { granularity: "block", size: 1, bits: 32 } as const };
    const prediction = sun.predict({ ...run, weights: block1, activations: block1, kvCache: format("bf16") });
    expect(prediction.criticalTokens).toBeUndefined();
  });
});

describe("A sun-2025 prediction for 1.13B parameters on 315B tokens", () => {
  // MXFP8: log2 32 / log2 128 = 5/7 of the penalty of FP8 in blocks of 128, 0.00077·5/7 = 0.00055, less 0.00001 of BF16.
  it.each([
    ["fp8_e4m3:block128", 0.0008, 0.993, 28.1e12],
    ["mxfp8", 0.00054, 0.995, 39e12],
    ["nvfp4", 0.0353, 0.75, 695e9],
    ["bf16", 0, 1, 1780e12],
  ])("is the reference one in %s", (name, delta, share, tokens) => {
    const prediction = sun.predict({ ...run, ...formats(name) });
    expect(prediction.delta).toBeCloseTo(delta, 4);
    expect(relativeError(prediction.effectiveParameters, share * run.parameters)).toBeLessThan(3e-3);
    expect(relativeError(prediction.criticalTokens, tokens)).toBeLessThan(2e-3);
  });

  it("puts 4.19T tokens of a 154M model in MXFP4 far past the critical 354B", () => {
    const small = { parameters: 154_140_672, tokens: 4.19e12 };
    const mxfp4 = sun.predict({ ...small, ...formats("mxfp4") });
    expect(relativeError(mxfp4.criticalTokens, 354e9)).toBeLessThan(2e-3);
    expect(mxfp4.delta).toBeCloseTo(0.27, 2);
    // 4.19e12 / 1.048576e11 = 39.96.
    expect(mxfp4.domain.factors).toEqual({ tokens: expect.closeTo(39.96, 2) });
    const fp8 = sun.predict({ ...small, ...formats("fp8_e4m3:block128") });
    expect(relativeError(fp8.criticalTokens, 17.8e12)).toBeLessThan(2e-3);
  });

  it("adds up from its terms", () => {
    const { loss, terms } = sun.predict({ ...run, ...formats("mxfp4") });
    expect(terms.map((term) => term.name)).toEqual(["parameters", "data", "irreducible", "precision"]);
    expect(terms.reduce((sum, term) => sum + term.value, 0)).toBeCloseTo(loss ?? 0, 12);
  });

  it("has the loss of a 16-bit model of the effective size", () => {
    const { loss = 0, effectiveParameters = 0 } = sun.predict({ ...run, ...formats("nvfp4") });
    const penalty16 = precisionPenalty(c, { ...run, ...bf16AsBlock });
    const smaller = c.n / effectiveParameters ** c.alpha + c.d / run.tokens ** c.beta + c.epsilon;
    expect(smaller + penalty16).toBeCloseTo(loss, 12);
  });

  it("says how far tokens and parameters are outside the fit", () => {
    // 3.14573e11 / 1.048576e11 = 3.0000; 1.13e9 / 679,477,248 = 1.6630; MXFP8's block of 32 is inside.
    const { domain } = sun.predict({ ...run, ...formats("mxfp8") });
    expect(Object.keys(domain.factors).sort()).toEqual(["parameters", "tokens"]);
    expect(domain.factors["tokens"]).toBeCloseTo(3, 3);
    expect(domain.factors["parameters"]).toBeCloseTo(1.663, 3);
    // NVFP4's block of 16 against 32.
    expect(sun.predict({ ...run, ...formats("nvfp4") }).domain.factors["block"]).toBe(0.5);
  });

  it("takes FP32 and TF32 for the 16-bit reference", () => {
    for (const name of ["fp32", "tf32", "fp16"])
      expect(sun.predict({ ...run, ...formats(name) }).delta).toBe(0);
  });

  it("lets the coarser of weights and activations decide", () => {
    const mixed = sun.predict({ ...run, ...formats("nvfp4", "fp8_e4m3:block128") });
    expect(mixed.loss).toBe(sun.predict({ ...run, ...formats("nvfp4") }).loss);
    expect(sun.predict({ ...run, ...formats("bf16", "mxfp8") }).loss).toBe(
      sun.predict({ ...run, ...formats("mxfp8") }).loss,
    );
    expect(mixed.caveats.join("\n")).toMatch(/the coarser, NVFP4, decides/);
  });

  it("takes unstated and per-tensor scaling as channel-wise, and says so", () => {
    const channel = sun.predict({ ...run, ...formats("fp8_e4m3:channel") });
    const unstated = sun.predict({ ...run, ...formats("fp8_e4m3") });
    const tensor = sun.predict({ ...run, ...formats("fp8_e4m3:tensor") });
    expect([unstated.loss, tensor.loss]).toEqual([channel.loss, channel.loss]);
    expect(unstated.caveats).toContain("Scaling not stated, taken as channel-wise");
    expect(tensor.caveats.join("\n")).toMatch(/lower bound/);
    // log2 B = 13.1567 against 7 for a block of 128.
    const block = sun.predict({ ...run, ...formats("fp8_e4m3:block128") });
    const rho = (prediction: typeof block) => prediction.terms.at(-1)?.value ?? Number.NaN;
    expect(rho(channel) / rho(block)).toBeCloseTo(13.1567 / 7, 9);
  });

  it("says what the fit left in BF16, and that quantization after training is not counted", () => {
    const { caveats } = sun.predict({ ...run, ...formats("mxfp8"), quantization: format("int4:g128") });
    expect(caveats[0]).toMatch(/forward activations and output gradients in BF16/);
    expect(caveats.join("\n")).toMatch(/INT4, group 128 is not counted/);
  });

  it("refuses sizes that are not positive numbers", () => {
    expect(() => sun.predict({ ...run, ...formats("bf16"), tokens: 0 })).toThrow(RangeError);
  });
});

describe("sun-2025 applies", () => {
  it("to floats with a layout, and to a KV cache in 16 bits or in the same format", () => {
    expect(sun.applicability(formats("mxfp8"))).toEqual({ applies: true });
    expect(sun.applicability(formats("bf16", "fp8_e5m2", "fp8_e5m2"))).toEqual({ applies: true });
  });

  it.each([
    ["fp8", "fp8", "bf16", "fp8 without a layout: E4M3 or E5M2?"],
    ["fp6", "bf16", "bf16", "fp6 without a layout: E3M2 or E2M3?"],
    ["int8", "bf16", "bf16", "fitted on floating-point formats; weights are INT8"],
    ["bf16", "int8", "bf16", "fitted on floating-point formats; activations are INT8"],
    ["nf4", "bf16", "bf16", "fitted on floating-point formats; weights are NF4"],
    ["bnb_fp4", "bf16", "bf16", "needs exponent and mantissa bits; weights are bitsandbytes FP4"],
    ["bf16", "bf16", "fp8_e4m3", "no term for the KV cache, which is FP8 E4M3"],
  ])("not to %s/%s/%s", (weights, activations, kvCache, because) => {
    expect(sun.applicability(formats(weights, activations, kvCache))).toEqual({ applies: false, because });
  });
});
