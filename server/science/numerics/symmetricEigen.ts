import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import type { SymmetricMatrix } from "./cholesky.ts";

/** An eigenvalue with its eigenvector. */
export interface EigenPair {
  readonly value: number;
  /** Of length 1. */
  readonly vector: readonly number[];
}

/**
 * The n eigenvalues and eigenvectors of a symmetric matrix of n rows, n ≥ 0. Errors of the values are about 1e-16 of the
 * largest one. Householder's tridiagonal form and the QL algorithm (Golub & Van Loan 2013, Sec. 8.3), by ml-matrix.
 */
export function symmetricEigen(matrix: SymmetricMatrix): readonly EigenPair[] {
  if (matrix.length === 0) return [];
  const rows = new Matrix(matrix.map((row) => Array.from(row)));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(rows, { assumeSymmetric: true });
  return realEigenvalues.map((value, j) => ({ value, vector: eigenvectorMatrix.getColumn(j) }));
}
