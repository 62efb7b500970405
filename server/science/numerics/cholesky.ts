/** A symmetric matrix by its rows. Only the lower triangle is read. */
export type SymmetricMatrix = readonly ArrayLike<number>[];

/**
 * V = L·Lᵀ for the symmetric, positive definite V: L by its rows, n × n, zero above the diagonal. O(n³).
 * Golub & Van Loan 2013, Matrix Computations, Sec. 4.2.
 * @throws RangeError if V is not positive definite.
 */
export function choleskyFactor(V: SymmetricMatrix): readonly Float64Array[] {
  const L = V.map((row) => new Float64Array(row.length));
  V.forEach((row, i) => {
    const Li = L[i] as Float64Array;
    for (let j = 0; j <= i; j++) {
      const Lj = L[j] as Float64Array;
      let sum = row[j] as number;
      for (let k = 0; k < j; k++) sum -= (Li[k] as number) * (Lj[k] as number);
      if (i !== j) Li[j] = sum / (Lj[j] as number);
      else if (sum > 0) Li[j] = Math.sqrt(sum);
      else throw new RangeError("The matrix is not positive definite.");
    }
  });
  return L;
}

/** x with L·x = b, for the factor L. */
export function solveLower(L: readonly Float64Array[], b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b);
  L.forEach((row, i) => {
    let sum = x[i] as number;
    for (let k = 0; k < i; k++) sum -= (row[k] as number) * (x[k] as number);
    x[i] = sum / (row[i] as number);
  });
  return x;
}

/** x with V·x = b, for the factor L of V. */
export function choleskySolve(L: readonly Float64Array[], b: ArrayLike<number>): Float64Array {
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
export function choleskyInverse(L: readonly Float64Array[]): readonly Float64Array[] {
  return L.map((_, i) =>
    choleskySolve(
      L,
      L.map((__, j) => (i === j ? 1 : 0)),
    ),
  );
}

/** ln |V|, for the factor L of V. */
export function logDeterminant(L: readonly Float64Array[]): number {
  return L.reduce((sum, row, i) => sum + 2 * Math.log(row[i] as number), 0);
}
