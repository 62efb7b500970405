import { describe, expect, it } from "vitest";
import { lowerInSameTime, reachedInSameTime } from "../../../server/science/decision/sameTime.ts";

/** The data term of hoffmann-2022: T(1e12) = 410.72·(1e12)^−0.2849 = 0.15657 nats. */
const TERMS = [{ law: "hoffmann-2022", B: 410.72, beta: 0.2849 }];

describe("The same time", () => {
  it("buys a format more tokens, which lower its loss", () => {
    // T(1.5e12) = 0.15657·1.5^−0.2849 = 0.15657·0.89089 = 0.13949; 0.03 − (0.15657 − 0.13949) = 0.01292.
    const reached = reachedInSameTime({ deltaAt: () => 0.03, tokens: 1e12, speed: 1.5 }, TERMS);
    expect(reached?.tokens).toBe(1.5e12);
    expect(reached?.above).toBeCloseTo(0.01292, 4);
  });

  it("takes the gap at the tokens that the format sees then", () => {
    const deltaAt = (tokens: number) => (tokens > 1e12 ? 0.01 : 0.03);
    // 0.01 − 0.01708: below 16 bits.
    expect(reachedInSameTime({ deltaAt, tokens: 1e12, speed: 1.5 }, TERMS)?.above).toBeCloseTo(-0.00708, 4);
    expect(reachedInSameTime({ deltaAt: () => undefined, tokens: 1e12, speed: 1.5 }, TERMS)).toBeUndefined();
  });

  it("leaves 16 bits fewer tokens than the format", () => {
    // T(1e12/1.5) = 0.15657·1.5^0.2849 = 0.17575; 0.03 − (0.17575 − 0.15657) = 0.01082.
    expect(lowerInSameTime({ delta: 0.03, tokens: 1e12, speed: 1.5 }, TERMS)).toBeCloseTo(0.01082, 4);
  });
});
