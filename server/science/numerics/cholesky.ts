/**
 * Cholesky's factor of a symmetric matrix, and what is solved with it. Golub & Van Loan 2013, Matrix Computations, Sec.
 * 4.2 and 3.1.
 *
 * Own code besides ml-matrix, whose eigenvalues we use (`symmetricEigen`): its Cholesky neither lifts small pivots nor
 * solves with one triangle alone, it takes about three times as long for the 300 rows of a model family, and the
 * editor, which conditions on measurements with this file, would load 70 KiB more.
 */

/** A symmetric matrix by its rows, n × n. Only the lower triangle is read. */
export type SymmetricMatrix = readonly ArrayLike<number>[];

/** L by its rows, n × n, zero above the diagonal. */
export type LowerTriangle = readonly Float64Array[];

/**
 * V = L·Lᵀ for the symmetric V. O(n³).
 * @param leastPivot the least that the square of the diagonal element L_ii is taken for, by i. With it every matrix has a
 * factor: that of V with the smaller pivots lifted. Without it V must be positive definite.
 * @throws RangeError without `leastPivot`, if V is not positive definite.
 */
export function choleskyFactor(V: SymmetricMatrix, leastPivot?: (i: number) => number): LowerTriangle {
  const L = V.map((row) => new Float64Array(row.length));
  V.forEach((row, i) => {
    const Li = L[i] as Float64Array;
    for (let j = 0; j <= i; j++) {
      const Lj = L[j] as Float64Array;
      let sum = row[j] as number;
      for (let k = 0; k < j; k++) sum -= (Li[k] as number) * (Lj[k] as number);
      if (i !== j) Li[j] = sum / (Lj[j] as number);
      else if (leastPivot !== undefined) Li[j] = Math.sqrt(Math.max(sum, leastPivot(i)));
      else if (sum > 0) Li[j] = Math.sqrt(sum);
      else throw new RangeError("The matrix is not positive definite.");
    }
  });
  return L;
}

/** x with L·x = b. O(n²). */
export function solveLower(L: LowerTriangle, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b);
  L.forEach((row, i) => {
    let sum = x[i] as number;
    for (let k = 0; k < i; k++) sum -= (row[k] as number) * (x[k] as number);
    x[i] = sum / (row[i] as number);
  });
  return x;
}

/**
 * x with Lᵀ·x = b. O(n²). Each x_i sums down its column of L: a search that barely converges ends elsewhere under another
 * order of rounding, and the same table and seed are to give the same law.
 */
export function solveTransposed(L: LowerTriangle, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b);
  for (let i = L.length - 1; i >= 0; i--) {
    let sum = x[i] as number;
    for (let k = i + 1; k < L.length; k++) sum -= ((L[k] as Float64Array)[i] as number) * (x[k] as number);
    x[i] = sum / ((L[i] as Float64Array)[i] as number);
  }
  return x;
}

/** x with V·x = b, for the factor L of V. O(n²). Walks the rows of L, which lie in memory, as it is asked n times. */
export function choleskySolve(L: LowerTriangle, b: ArrayLike<number>): Float64Array {
  const x = solveLower(L, b);
  for (let i = L.length - 1; i >= 0; i--) {
    const row = L[i] as Float64Array;
    const value = (x[i] as number) / (row[i] as number);
    x[i] = value;
    for (let k = 0; k < i; k++) x[k] = (x[k] as number) - (row[k] as number) * value;
  }
  return x;
}

/** V⁻¹ by its rows, for the factor L of V. O(n³). */
export function choleskyInverse(L: LowerTriangle): readonly Float64Array[] {
  return L.map((_, i) =>
    choleskySolve(
      L,
      L.map((__, j) => (i === j ? 1 : 0)),
    ),
  );
}

/** ln |V|, for the factor L of V. */
export function logDeterminant(L: LowerTriangle): number {
  return L.reduce((sum, row, i) => sum + 2 * Math.log(row[i] as number), 0);
}
