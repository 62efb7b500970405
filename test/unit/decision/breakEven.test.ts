import { describe, expect, it } from "vitest";
import {
  breakEven,
  breakEvenSpeed,
  perplexityFactor,
  tokensLost,
  usualDeviation,
} from "../../../server/science/decision/breakEven.ts";
import { type DataTerm, dataTerms, lossLeftToTokens } from "../../../server/science/decision/dataTerms.ts";

const term = (law: string): DataTerm => {
  const known = dataTerms.find((one) => one.law === law);
  if (known === undefined) throw new Error(law);
  return known;
};

describe("dataTerms", () => {
  it("are those of two laws of 16-bit training and of the bases of two laws of low precision", () => {
    expect(dataTerms.map(({ law }) => law).sort()).toEqual([
      "besiroglu-2024",
      "chen-2025",
      "hoffmann-2022",
      "sun-2025",
    ]);
  });

  it("leave B·D^−β to gain", () => {
    // ln 1e12 = 27.6310; 2085.43·exp(−0.3658·27.6310) = 2085.43·exp(−10.1074) = 2085.43·4.0777e-5.
    expect(lossLeftToTokens(term("besiroglu-2024"), 1e12)).toBeCloseTo(0.08504, 4);
    // 410.723·exp(−0.2849083·27.6310) = 410.723·exp(−7.87231) = 410.723·3.8114e-4.
    expect(lossLeftToTokens(term("hoffmann-2022"), 1e12)).toBeCloseTo(0.15654, 4);
  });
});

describe("breakEvenSpeed", () => {
  it("is (1 − ΔL/T_D)^(−1/β)", () => {
    // D = 2e10: ln D = 23.7190, T = 2085.43·exp(−8.67641) = 0.35567, ΔL/T = 0.015745,
    // −ln(1 − 0.015745) = 0.015870, exp(0.015870/0.3658) = exp(0.043385).
    expect(breakEvenSpeed(term("besiroglu-2024"), 0.0056, 2e10)).toBeCloseTo(1.0443, 3);
  });

  it("gives the ratio of the tokens that two formats need, for the difference of their gaps", () => {
    // A published pair at 8B and 1T tokens: MXFP4 about 0.032 nats, NVFP4 about 0.019; it reports 36 % more tokens.
    // 0.013/0.15654 = 0.083046, −ln(1 − 0.083046) = 0.086698, /0.2849083 = 0.30430, exp = 1.3557.
    expect(breakEvenSpeed(term("hoffmann-2022"), 0.032 - 0.019, 1e12)).toBeCloseTo(1.3557, 2);
    // 0.013/0.08504 = 0.15287, 0.16590/0.3658 = 0.45353, exp = 1.5739.
    expect(breakEvenSpeed(term("besiroglu-2024"), 0.032 - 0.019, 1e12)).toBeCloseTo(1.574, 2);
  });

  it("is infinite where all that tokens could gain is less than the gap, and below 1 where the format gains", () => {
    expect(breakEvenSpeed(term("besiroglu-2024"), 0.0851, 1e12)).toBe(Number.POSITIVE_INFINITY);
    expect(breakEvenSpeed(term("besiroglu-2024"), 0, 1e12)).toBe(1);
    expect(breakEvenSpeed(term("besiroglu-2024"), -0.01, 1e12)).toBeLessThan(1);
  });
});

/**
 * N, D/N, ΔL, then s* at 50, 10 and 90 %: worked out beforehand by other code that draws bases and gaps at random, and
 * printed in two or three digits. Infinity stands for "none": no speed-up that any format could have is enough.
 */
const WORKED: readonly (readonly [
  what: string,
  n: number,
  ratio: number,
  delta: number,
  mid: number,
  low: number,
  high: number,
])[] = [
  ["FP8 in blocks, 1B", 1e9, 20, 0.0056, 1.04, 1.02, 1.08],
  ["FP8 in blocks, 1B", 1e9, 200, 0.0072, 1.13, 1.06, 1.29],
  ["FP8 in blocks, 1B", 1e9, 2000, 0.0094, 1.46, 1.17, 2.8],
  ["FP8 in blocks, 10B", 1e10, 20, 0.0043, 1.07, 1.03, 1.21],
  ["FP8 in blocks, 10B", 1e10, 200, 0.0056, 1.24, 1.08, 2.0],
  ["FP8 in blocks, 10B", 1e10, 2000, 0.0072, 2.0, 1.23, Number.POSITIVE_INFINITY],
  ["FP8 in blocks, 70B", 7e10, 20, 0.0035, 1.13, 1.04, 1.5],
  ["FP8 per tensor with E5M2 gradients, 10B", 1e10, 20, 0.0054, 1.09, 1.04, 1.27],
  ["MXFP8, 10B", 1e10, 200, 0.0065, 1.29, 1.09, 2.3],
  ["NVFP4, 15 % of the layers wide, 1B", 1e9, 20, 0.025, 1.2, 1.09, 1.47],
  ["NVFP4, 15 % of the layers wide, 1B", 1e9, 200, 0.033, 1.8, 1.3, 4.1],
  ["NVFP4, 15 % of the layers wide, 10B", 1e10, 20, 0.02, 1.41, 1.14, 2.8],
  ["NVFP4, 1B", 1e9, 20, 0.043, 1.38, 1.16, 2.0],
  ["NVFP4, 1B", 1e9, 200, 0.056, 3.0, 1.6, Number.POSITIVE_INFINITY],
  ["NVFP4, 10B", 1e10, 2000, 0.056, Number.POSITIVE_INFINITY, Number.NaN, Number.POSITIVE_INFINITY],
];

describe("breakEven", () => {
  it.each(WORKED)("%s: N %d, %d tokens a parameter, ΔL %d", (_, n, ratio, delta, mid, low, high) => {
    const found = breakEven({ delta, deviation: usualDeviation(n) }, n * ratio);
    isAbout(found.mid, mid);
    if (!Number.isNaN(low)) isAbout(found.low, low);
    isAbout(found.high, high);
  });

  it("is ordered, and rises with the gap and with the tokens", () => {
    const at = (delta: number, tokens: number) => breakEven({ delta, deviation: 0.55 }, tokens);
    for (const [delta, tokens] of [
      [0.001, 1e10],
      [0.01, 1e11],
      [0.03, 1e12],
    ] as const) {
      const { low, mid, high } = at(delta, tokens);
      expect(low).toBeGreaterThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(mid);
      expect(mid).toBeLessThanOrEqual(high);
      expect(at(2 * delta, tokens).low).toBeGreaterThan(low);
      expect(at(delta, 2 * tokens).low).toBeGreaterThan(low);
    }
  });

  it("does not need a speed-up where there is no gap", () => {
    expect(breakEven({ delta: 0, deviation: 0.55 }, 1e12)).toEqual({ low: 1, mid: 1, high: 1 });
    expect(breakEven({ delta: -0.01, deviation: 0.55 }, 1e12).high).toBeLessThan(1);
  });

  it("with one law and no doubt about the gap is that law's", () => {
    const only = term("chen-2025");
    const { low, high } = breakEven({ delta: 0.02, deviation: 1e-6 }, 1e11, [only]);
    expect(low).toBeCloseTo(breakEvenSpeed(only, 0.02, 1e11), 4);
    expect(high).toBeCloseTo(breakEvenSpeed(only, 0.02, 1e11), 4);
  });
});

/** To the digits that were printed, and what few thousand draws leave open: 2 % below 2, 8 % above. */
function isAbout(found: number, expected: number): void {
  if (expected === Number.POSITIVE_INFINITY) expect(found).toBeGreaterThan(20);
  else expect(Math.abs(found / expected - 1)).toBeLessThan(expected < 2 ? 0.02 : 0.08);
}

describe("what the numbers mean", () => {
  it("perplexity is exp(ΔL) of that in 16 bits, and 1 − 1/s* of the tokens are lost", () => {
    expect(perplexityFactor(0.0583)).toBeCloseTo(1.06, 3);
    expect(tokensLost(4)).toBe(0.75);
    expect(tokensLost(Number.POSITIVE_INFINITY)).toBe(1);
    expect(tokensLost(0.9)).toBe(0);
  });

  it("the doubt about a gap grows beyond 1B parameters", () => {
    expect(usualDeviation(1e8)).toBe(0.55);
    // 0.55 + 0.08·ln 10 = 0.55 + 0.08·2.302585.
    expect(usualDeviation(1e10)).toBeCloseTo(0.7342, 4);
  });
});
