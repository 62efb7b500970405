import { describe, expect, it } from "vitest";
import { effectiveRatio } from "../../../server/science/laws/kumar.ts";
import {
  divergingTensors,
  effectiveFactor,
  kumarConstants,
  kumarLoss,
  quantizationCriticalTokens,
  quantizationPenalty,
  quantizationSensitivity,
} from "../../../server/science/laws/kumarFormulas.ts";
import { format, formats, law } from "./known.ts";
import { relativeError } from "./relativeError.ts";

const kumar = law("kumar-2024");
const c = kumarConstants(kumar.file);
const billion = { parameters: 1e9, tokens: 2e10 };

describe("Kumar's effective parameters", () => {
  // Reference values of Eq. 4 and 11 at N = 1e9, D = 2e10, computed independently; tolerance 1e-4.
  it.each([
    [16, 16, 16, 0.993659, 3.050193],
    [8, 8, 8, 0.82776, 3.064114],
    [4, 16, 16, 0.694316, 3.078758],
    [4, 4, 4, 0.190988, 3.2361],
  ])("give the reference ratio and loss at %i/%i/%i bits", (w, a, kv, ratio, loss) => {
    const run = formats(`int${w}`, `int${a}`, `int${kv}`);
    expect(relativeError(effectiveRatio(c, run), ratio)).toBeLessThan(1e-4);
    expect(relativeError(kumar.predict({ ...billion, ...run }).loss, loss)).toBeLessThan(1e-4);
  });

  it("run out for activations of 3 bits and a KV cache of 2, not for weights of 3", () => {
    const factor = effectiveFactor(c, { weights: 3, activations: 3, kvCache: 2 });
    expect(factor.activations).toBeLessThanOrEqual(0);
    expect(factor.kvCache).toBeLessThanOrEqual(0);
    expect(factor.weights).toBeGreaterThan(0);
    // Two negative factors multiply to a positive number; the ratio must not.
    expect(factor.ratio).toBe(0);
  });

  it("run out at 3.11 bits for activations and at 2.32 for the KV cache", () => {
    // γ_a·n_a = 2.2102·1.4072 = 3.1102; γ_kv·n_kv = 0.9578·2.4185 = 2.3164.
    expect(divergingTensors(c, { weights: 16, activations: 3.11, kvCache: 2.316 })).toEqual([
      "activations",
      "kvCache",
    ]);
    expect(divergingTensors(c, { weights: 16, activations: 3.12, kvCache: 2.32 })).toEqual([]);
  });
});

describe("A run that kumar-2024 predicts to diverge", () => {
  it.each([
    ["int3", "int3", "int3"],
    ["bf16", "int3", "bf16"],
    ["bf16", "bf16", "int2"],
    ["int1", "int1", "int1"],
    ["int4", "int2", "int2"],
  ])("has no numbers instead of NaN (%s/%s/%s)", (weights, activations, kvCache) => {
    const run = { ...billion, ...formats(weights, activations, kvCache), quantization: format("int4") };
    const prediction = kumar.predict(run);
    expect(prediction).toMatchObject({ diverges: true, effectiveParameters: 0, terms: [] });
    expect(prediction.loss).toBeUndefined();
    expect(prediction.delta).toBeUndefined();
    expect(prediction.criticalTokens).toBeUndefined();
  });

  it("says which tensor is the cause", () => {
    const prediction = kumar.predict({ ...billion, ...formats("int4", "int3", "bf16") });
    expect(prediction.caveats[0]).toBe(
      "Predicted to diverge: 3 bits for activations leave no effective parameters",
    );
  });
});

describe("Kumar's quantization after training", () => {
  it.each([
    [3, 1.77e10],
    [4, 9.57e10],
    [5, 5.17e11],
    [6, 2.8e12],
    [8, 8.17e13],
  ])("makes more data harmful from the reference token count at %i bits", (bits, tokens) => {
    // Printed to 3 digits for Neff = N = 1e9.
    const critical = quantizationCriticalTokens(c, { effectiveParameters: 1e9, postTrainingBits: bits });
    expect(relativeError(critical, tokens)).toBeLessThan(5e-3);
  });

  it.each([
    [3, 0.2952],
    [4, 0.0543],
    [5, 0.01],
  ])("costs the reference loss at %i bits for 220M parameters and 26B tokens", (bits, penalty) => {
    const run = { effectiveParameters: 2.2e8, tokens: 2.6e10, postTrainingBits: bits, sensitivity: 1 };
    expect(Math.abs(quantizationPenalty(c, run) - penalty)).toBeLessThan(1e-4);
  });

  it("has its critical tokens where the predicted loss is lowest", () => {
    const run = { parameters: 1e9, ...formats("int8", "int8", "int8"), quantization: format("int4") };
    const loss = (tokens: number) => kumar.predict({ ...run, tokens }).loss ?? Number.NaN;
    const critical = kumar.predict({ ...run, tokens: 1e9 }).criticalTokens ?? Number.NaN;
    expect(loss(critical)).toBeLessThan(loss(critical * 1.02));
    expect(loss(critical)).toBeLessThan(loss(critical / 1.02));
  });

  it("costs nothing in as many bits as the weights were trained in", () => {
    const trained = formats("int4", "int8", "int8");
    const plain = kumar.predict({ ...billion, ...trained });
    const quantized = kumar.predict({ ...billion, ...trained, quantization: format("int4") });
    expect(quantized.loss).toBe(plain.loss);
    expect(quantized.criticalTokens).toBeUndefined();
  });

  it("is never a gain, even where another tensor had fewer bits than the quantization", () => {
    expect(quantizationSensitivity(c, { weights: 8, activations: 4, kvCache: 8 }, 6)).toBe(0);
  });

  it("leaves fewer effective parameters: the 16-bit model of the same loss", () => {
    const prediction = kumar.predict({ ...billion, ...formats("bf16"), quantization: format("int4") });
    const equivalent = prediction.effectiveParameters ?? 0;
    expect(equivalent).toBeLessThan(1e9);
    const loss = kumar.predict({ parameters: equivalent, tokens: 2e10, ...formats("bf16") }).loss;
    expect(relativeError(loss, prediction.loss ?? 0)).toBeLessThan(1e-12);
  });
});

describe("A kumar-2024 prediction", () => {
  it("adds up from its terms", () => {
    const run = { ...billion, ...formats("int8", "int8", "int8"), quantization: format("int4") };
    const { loss, terms } = kumar.predict(run);
    expect(terms.map((term) => term.name)).toEqual([
      "parameters",
      "data",
      "irreducible",
      "postTrainingQuantization",
    ]);
    expect(terms.reduce((sum, term) => sum + term.value, 0)).toBeCloseTo(loss ?? 0, 12);
  });

  it("counts 16 bits as no loss and all effective parameters", () => {
    const prediction = kumar.predict({ ...billion, ...formats("bf16", "fp16", "fp32") });
    expect(prediction.delta).toBe(0);
    expect(relativeError(prediction.effectiveParameters, 1e9)).toBeLessThan(1e-12);
  });

  it("gives effective parameters against 16 bit", () => {
    // 0.827760 / 0.993659 = 0.833042 of 1e9; loss 3.064114 − 3.050193 = 0.013921.
    const prediction = kumar.predict({ ...billion, ...formats("int8", "int8", "int8") });
    expect(relativeError(prediction.effectiveParameters, 0.833042e9)).toBeLessThan(1e-5);
    expect(prediction.delta).toBeCloseTo(0.013921, 5);
  });

  it("says by which factor each variable is outside the fit", () => {
    // 8e9/220e6, 2.6e12/26e9; 2 bits against 3.
    const run = { parameters: 8e9, tokens: 2.6e12, ...formats("int2", "int8", "int8") };
    const { domain } = kumar.predict(run);
    expect(domain.inside).toBe(false);
    expect(domain.factors["parameters"]).toBeCloseTo(36.3636, 3);
    expect(domain.factors["tokens"]).toBeCloseTo(100, 9);
    expect(domain.factors["bits"]).toBeCloseTo(2 / 3, 9);
  });

  it("takes 16-bit runs of a fitted size for inside the fit", () => {
    const run = { parameters: 1e8, tokens: 1e10, ...formats("bf16") };
    expect(kumar.predict(run).domain).toEqual({ inside: true, factors: {} });
  });

  it("warns of assumed constants only where they matter", () => {
    const assumed = /unpublished constants C_w = 1, C_a = 1, C_kv = 1/;
    const quantization = format("int4:g128");
    const low = kumar.predict({ ...billion, ...formats("int8", "int8", "int8"), quantization });
    const high = kumar.predict({ ...billion, ...formats("bf16"), quantization });
    expect(low.caveats.join("\n")).toMatch(assumed);
    expect(high.caveats).toEqual([
      "The law does not know the group size; grouped quantization usually loses less",
    ]);
  });

  it("takes a codebook after training by its bits, and says so", () => {
    const run = { ...billion, ...formats("bf16") };
    const codebook = kumar.predict({ ...run, quantization: format("nf4") });
    expect(codebook.loss).toBe(kumar.predict({ ...run, quantization: format("int4") }).loss);
    expect(codebook.caveats).toContain("NF4 by its bits; fitted on integer GPTQ");
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("refuses %d parameters or tokens", (size) => {
    expect(() => kumar.predict({ ...billion, ...formats("bf16"), parameters: size })).toThrow(RangeError);
    expect(() => kumar.predict({ ...billion, ...formats("bf16"), tokens: size })).toThrow(RangeError);
  });
});

describe("Kumar's loss", () => {
  it("is infinite, not NaN, without effective parameters", () => {
    expect(kumarLoss(c, 0, 1e10)).toBe(Number.POSITIVE_INFINITY);
  });
});
