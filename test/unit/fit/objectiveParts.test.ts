import { describe, expect, it } from "vitest";
import { affineModel } from "../../../server/science/fit/affineTerms.ts";
import { huber, huberSlope } from "../../../server/science/fit/residualObjective.ts";
import { logSumExp } from "../../../server/science/numerics/logSumExp.ts";

describe("huber", () => {
  it("is r²/2 inside δ and δ·(|r| − δ/2) outside", () => {
    expect(huber(0.5, 1)).toBe(0.125);
    expect(huber(-3, 1)).toBe(2.5); // 1·(3 − 1/2)
    expect(huber(0.01, 1e-3)).toBeCloseTo(9.5e-6, 15); // 1e-3·(0.01 − 0.0005)
  });

  it("has a slope that is clipped at δ", () => {
    expect([huberSlope(0.5, 1), huberSlope(-3, 1), huberSlope(3, 1)]).toEqual([0.5, -1, 1]);
  });
});

describe("logSumExp", () => {
  it("is ln 6 for terms ln 1, ln 2 and ln 3, whose shares are 1/6, 1/3 and 1/2", () => {
    const shares = new Float64Array(3);
    expect(logSumExp(Float64Array.of(0, Math.log(2), Math.log(3)), shares)).toBeCloseTo(Math.log(6), 14);
    for (const [i, share] of [1 / 6, 1 / 3, 1 / 2].entries()) expect(shares[i]).toBeCloseTo(share, 14);
  });

  it("neither overflows nor underflows: two terms t give t + ln 2", () => {
    const shares = new Float64Array(2);
    for (const t of [1000, -1000]) {
      expect(logSumExp(Float64Array.of(t, t), shares)).toBeCloseTo(t + Math.LN2, 10);
      expect([...shares]).toEqual([0.5, 0.5]);
    }
  });

  it("counts a term of −∞ as absent", () => {
    const shares = new Float64Array(2);
    expect(logSumExp(Float64Array.of(Number.NEGATIVE_INFINITY, 2), shares)).toBe(2);
    expect([...shares]).toEqual([0, 1]);
    const nothing = Float64Array.of(Number.NEGATIVE_INFINITY);
    expect(logSumExp(nothing, new Float64Array(1))).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe("affineModel", () => {
  const parameters = [
    { constant: "a", scale: "log" },
    { setting: "4 bits", constant: "b", scale: "linear" },
  ] as const;
  const row = { line: 2, parameters: 1, tokens: 1, measured: 1 };

  it("adds up terms whose factors are named, those of a setting with it: 2·3 + 5² = 31", () => {
    const model = affineModel([row], parameters, [], () => [
      { constant: Math.log(2), factors: { a: 1 } },
      { factors: { "4 bits: b": 2 } },
    ]);
    const gradient = new Float64Array(2);
    const theta = Float64Array.of(Math.log(3), Math.log(5));
    expect(model.logPrediction(theta, 0, gradient)).toBeCloseTo(Math.log(31), 14);
    // Shares 6/31 and 25/31, the second by a factor of 2.
    expect(gradient[0]).toBeCloseTo(6 / 31, 14);
    expect(gradient[1]).toBeCloseTo(50 / 31, 14);
  });

  it("refuses a term with a parameter that there is not", () => {
    expect(() => affineModel([row], parameters, [], () => [{ factors: { b: 1 } }])).toThrow(
      new RangeError('No parameter is called "b".'),
    );
  });
});
