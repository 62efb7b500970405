import { describe, expect, it } from "vitest";
import { cumulative, meanAbove } from "../../../server/science/numerics/normal.ts";

describe("the normal distribution function", () => {
  /** Abramowitz & Stegun 1964, Table 26.1 and 26.2. */
  it.each([
    [0, 0.5],
    [1, 0.8413447461],
    [-1, 0.1586552539],
    [1.2815515655, 0.9],
    [-2, 0.0227501319],
    [-4, 3.16712418e-5],
  ])("at %s is %s", (x, expected) => {
    expect(Math.abs(cumulative(x) / expected - 1)).toBeLessThan(1e-6);
  });
});

describe("the mean of a normal variable above a bound", () => {
  it("of a standard one above 0 is √(2/π)", () => {
    expect(meanAbove(0, 0, 1)).toBeCloseTo(Math.sqrt(2 / Math.PI), 6);
  });

  it("is the mean itself where the bound is far below", () => {
    expect(meanAbove(-50, 3, 1)).toBeCloseTo(3, 12);
  });

  it("stays just above a bound that is far out, by about sd²/distance: 1/40", () => {
    expect(meanAbove(40, 0, 1) - 40).toBeCloseTo(1 / 40, 4);
  });
});
