import { describe, expect, it } from "vitest";
import type { LawInputs } from "../../../server/science/laws/Law.ts";
import {
  ouyangBaseLoss,
  ouyangConstants,
  ouyangPenalty,
  tokensAtDelta,
} from "../../../server/science/laws/ouyang.ts";
import { format, formats, law } from "./known.ts";
import { relativeError } from "./relativeError.ts";

const ouyang = law("ouyang-2024");
const c = ouyangConstants(ouyang.file);

function quantized(name: string, more: Partial<LawInputs> = {}): LawInputs {
  return { parameters: 1e9, tokens: 1e11, ...formats("bf16"), quantization: format(name), ...more };
}

describe("ouyang-2024 gives the published tokens", () => {
  // Table 1, in trillions; printed to 4 decimals, so 2 bits agree to 1e-4 T and the others to 1e-3 relative.
  it.each([
    [0.2, 1e9, 2, 0.0011],
    [0.2, 1e9, 3, 0.1089],
    [0.2, 1e9, 4, 1.4424],
    [0.2, 70e9, 2, 0.0071],
    [0.2, 70e9, 3, 1.0228],
    [0.2, 70e9, 4, 17.3499],
    [0.5, 7e9, 2, 0.0152],
    [0.5, 7e9, 3, 1.186],
    [0.5, 7e9, 4, 18.2531],
  ])("at ΔL = %d for %d parameters in %i bits", (delta, parameters, bits, trillions) => {
    const tokens = tokensAtDelta(c, { parameters, bits, delta }) / 1e12;
    if (bits === 2) expect(Math.abs(tokens - trillions)).toBeLessThan(1e-4);
    else expect(relativeError(tokens, trillions)).toBeLessThan(1e-3);
  });
});

describe("ouyang-2024", () => {
  it("adds the published loss to 8B parameters and 15T tokens in 4 bits", () => {
    expect(ouyangPenalty(c, { parameters: 8e9, tokens: 15e12, bits: 4 })).toBeCloseTo(0.418, 3);
  });

  it("has the base loss of the equation", () => {
    // N_c/N = 4.74e10, ^(0.045/0.399) = e^(24.581959·0.1127820) = e^2.772402 = 15.99702; D_c/D = 0.763.
    // 16.76002^0.399 = e^(2.818996·0.399) = e^1.124779 = 3.07954.
    expect(ouyangBaseLoss(c, 1e9, 1e11)).toBeCloseTo(3.0795, 3);
  });

  it("interpolates between tabled bits as a power of P, and back", () => {
    const run = { parameters: 1e9, tokens: 1e11 };
    // √6 bits lie half way between 2 and 3 on the logarithm: the geometric mean of the two.
    const between = ouyangPenalty(c, { ...run, bits: Math.sqrt(6) });
    const mean = Math.sqrt(ouyangPenalty(c, { ...run, bits: 2 }) * ouyangPenalty(c, { ...run, bits: 3 }));
    expect(relativeError(between, mean)).toBeLessThan(1e-12);
    expect(
      relativeError(tokensAtDelta(c, { parameters: 1e9, bits: Math.sqrt(6), delta: between }), 1e11),
    ).toBeLessThan(1e-9);
  });

  it("predicts base and quantization as terms of the loss", () => {
    // ΔL = 6.1323e-6·(1e11)^0.65506/(1e9)^0.3835 = 10^(−5.212377 + 7.205660 − 3.4515) = 10^−1.458217 = 0.03482.
    const prediction = ouyang.predict(quantized("int4"));
    expect(prediction.delta).toBeCloseTo(0.03482, 4);
    expect(prediction.terms.map(({ name }) => name)).toEqual(["sixteenBit", "postTrainingQuantization"]);
    expect(prediction.loss).toBeCloseTo(3.0795 + 0.0348, 3);
    expect(prediction.criticalTokens).toBeUndefined();
    expect(prediction.effectiveParameters).toBeUndefined();
  });

  it("says how far outside Pythia a prediction is", () => {
    // 2.06e12/206e9 = 10.
    const { domain } = ouyang.predict(quantized("int4", { tokens: 2.06e12 }));
    expect(domain.inside).toBe(false);
    expect(domain.factors["tokens"]).toBeCloseTo(10, 9);
    expect(ouyang.predict(quantized("int4")).domain).toEqual({ inside: true, factors: {} });
  });

  it.each([
    [formats("bf16"), undefined, /this run plans none/],
    [formats("fp8_e4m3"), "int4", /trained in 16 bits; this run uses FP8 E4M3/],
    [formats("bf16"), "int8", /2 to 4 bits; the quantized weights are INT8/],
    [formats("bf16"), "ternary", /2 to 4 bits; the quantized weights are Ternary/],
  ])("does not apply elsewhere (%#)", (training, quantization, because) => {
    const asked = quantization === undefined ? training : { ...training, quantization: format(quantization) };
    expect(ouyang.applicability(asked)).toMatchObject({
      applies: false,
      because: expect.stringMatching(because),
    });
  });

  it("says what it does not know of a quantization", () => {
    expect(ouyang.predict(quantized("int4")).caveats).toEqual([]);
    expect(ouyang.predict(quantized("int4", { method: "gptq" })).caveats).toEqual([]);
    expect(ouyang.predict(quantized("int4:g128", { method: "rtn" })).caveats).toEqual([
      "Fitted on GPTQ; other methods follow other constants",
      "The law has no term for the group size",
    ]);
    expect(ouyang.predict(quantized("nf4")).caveats[0]).toBe("NF4 by its bits; fitted on integer GPTQ");
  });

  it("needs N and D", () => {
    expect(() => ouyang.predict(quantized("int4", { tokens: 0 }))).toThrow(RangeError);
  });
});
