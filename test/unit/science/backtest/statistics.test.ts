import { describe, expect, it } from "vitest";
import { median, quantile, spearman } from "../../../../server/science/numerics/statistics.ts";

describe("The median and other quantiles", () => {
  it("lie between the values that they fall between", () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    // 0.1 × (3 − 1) = 0.2 of the way from the first to the second.
    expect(quantile([10, 20, 30], 0.1)).toBeCloseTo(12, 12);
    expect(quantile([7], 0.9)).toBe(7);
    expect(median([])).toBeUndefined();
  });

  it("may be infinite, but never no number", () => {
    expect(median([1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY])).toBe(Number.POSITIVE_INFINITY);
    expect(median([1, 2, Number.POSITIVE_INFINITY])).toBe(2);
  });
});

describe("Spearman's rank correlation", () => {
  it("is one for any rising relation and minus one for any falling one", () => {
    expect(
      spearman([
        [1, 1],
        [2, 100],
        [3, 101],
      ]),
    ).toBeCloseTo(1, 12);
    expect(
      spearman([
        [1, 9],
        [2, 4],
        [3, 1],
      ]),
    ).toBeCloseTo(-1, 12);
  });

  it("follows from the differences of the ranks", () => {
    // Ranks 1 2 3 4 against 2 1 4 3: 1 − 6·(1 + 1 + 1 + 1)/(4·15) = 0.6.
    expect(
      spearman([
        [10, 2],
        [20, 1],
        [30, 4],
        [40, 3],
      ]),
    ).toBeCloseTo(0.6, 12);
  });

  it("gives ties the mean of their ranks", () => {
    // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4; deviations −1.5, 0, 0, 1.5 and −1.5, −0.5, 0.5, 1.5:
    // 4.5 / √(4.5 × 5) = 0.94868.
    expect(
      spearman([
        [1, 1],
        [5, 2],
        [5, 3],
        [9, 4],
      ]),
    ).toBeCloseTo(0.94868, 5);
  });

  it("ranks infinite values above all others", () => {
    const infinite = Number.POSITIVE_INFINITY;
    // Ranks 1, 2.5, 2.5 against 1, 2, 3: deviations −1, 0.5, 0.5 and −1, 0, 1: 1.5 / √(1.5 × 2) = 0.86603.
    expect(
      spearman([
        [1, 1],
        [infinite, 2],
        [infinite, 3],
      ]),
    ).toBeCloseTo(0.86603, 5);
  });

  it("is not there for a single pair, nor where one side does not vary", () => {
    expect(spearman([])).toBeUndefined();
    expect(spearman([[1, 2]])).toBeUndefined();
    expect(
      spearman([
        [1, 2],
        [1, 3],
      ]),
    ).toBeUndefined();
  });
});
