import { describe, expect, it } from "vitest";
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
