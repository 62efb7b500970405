import { describe, expect, it } from "vitest";
import {
  choleskyFactor,
  choleskyInverse,
  choleskySolve,
  logDeterminant,
} from "../../../../server/science/numerics/cholesky.ts";

/** [[4, 2], [2, 5]] = L·Lᵀ with L = [[2, 0], [1, 2]]: 2·2 = 4, 1·2 = 2, 1·1 + 2·2 = 5. Determinant 20 − 4 = 16. */
const V = [
  [4, 2],
  [2, 5],
];

describe("the Cholesky factor", () => {
  const L = choleskyFactor(V);

  it("is the lower triangle whose product with its transpose is the matrix", () => {
    expect(L.map((row) => Array.from(row))).toEqual([
      [2, 0],
      [1, 2],
    ]);
  });

  it("solves a system: 4·1 + 2·2 = 8, 2·1 + 5·2 = 12", () => {
    expect(Array.from(choleskySolve(L, [8, 12]))).toEqual([1, 2]);
  });

  it("gives the inverse, [[5, −2], [−2, 4]]/16", () => {
    const inverse = choleskyInverse(L).flatMap((row) => Array.from(row));
    [5 / 16, -2 / 16, -2 / 16, 4 / 16].forEach((value, i) => {
      expect(inverse[i]).toBeCloseTo(value, 14);
    });
  });

  it("gives the logarithm of the determinant, ln 16", () => {
    expect(logDeterminant(L)).toBeCloseTo(Math.log(16), 14);
  });

  it("does not exist for a matrix that is not positive definite", () => {
    expect(() =>
      choleskyFactor([
        [1, 2],
        [2, 1],
      ]),
    ).toThrow(RangeError);
  });
});
