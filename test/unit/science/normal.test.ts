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

  /**
   * φ(x)/(x + 1/(x + 2/(x + 3/…))), Abramowitz & Stegun 1964, 26.2.14, in decimal arithmetic of 60 digits; R's
   * `pnorm(-8)`, … print the same: 6.220961e-16, 2.753624e-89, 5.725571e-300.
   */
  it.each([
    [-8, 6.220960574271784e-16],
    [-20, 2.753624118606234e-89],
    [-37, 5.725571222524577e-300],
  ])("keeps its digits in the far tail: at %s it is %s", (x, expected) => {
    expect(Math.abs(cumulative(x) / expected - 1)).toBeLessThan(1e-12);
  });

  it("is 0 below all doubles and 1 far above", () => {
    expect(cumulative(-40)).toBe(0);
    expect(cumulative(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(cumulative(40)).toBe(1);
    expect(cumulative(Number.POSITIVE_INFINITY)).toBe(1);
  });
});

describe("the mean of a normal variable above a bound", () => {
  it("of a standard one above 0 is √(2/π)", () => {
    expect(meanAbove(0, 0, 1)).toBeCloseTo(Math.sqrt(2 / Math.PI), 6);
  });

  it("is the mean itself where the bound is far below", () => {
    expect(meanAbove(-50, 3, 1)).toBeCloseTo(3, 12);
  });

  it("is 20 + 1/(20 + 2/(20 + 3/…)) for a standard one above 20: 20.049753068527850", () => {
    expect(Math.abs(meanAbove(20, 0, 1) / 20.04975306852785 - 1)).toBeLessThan(1e-12);
  });

  it("stays just above a bound that is far out, by about sd²/distance: 1/40", () => {
    expect(meanAbove(40, 0, 1) - 40).toBeCloseTo(1 / 40, 4);
  });
});
