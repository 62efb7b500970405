import type { LogModel } from "./FitForm.ts";

/** A square matrix by rows. */
export type Matrix = readonly Float64Array[];

/** JᵀWJ of the log predictions at θ: how much a change of θ moves the predictions of all rows, squared. */
export function predictionCurvature(model: LogModel, theta: Float64Array, weights?: Float64Array): Matrix {
  const size = theta.length;
  const matrix = Array.from({ length: size }, () => new Float64Array(size));
  const gradient = new Float64Array(size);
  for (let i = 0; i < model.targets.length; i++) {
    const weight = weights === undefined ? 1 : (weights[i] ?? 0);
    if (weight === 0 || !Number.isFinite(model.logPrediction(theta, i, gradient))) continue;
    for (const [j, line] of matrix.entries())
      for (let k = 0; k < size; k++)
        line[k] = (line[k] ?? 0) + weight * (gradient[j] ?? 0) * (gradient[k] ?? 0);
  }
  return matrix;
}

/**
 * The lower triangle L of M = L·Lᵀ (Cholesky). Directions in which M is flat to 1e-10 of its own diagonal are lifted to
 * that, so that every matrix of the kind JᵀJ has one.
 */
export function lowerTriangle(matrix: Matrix): Matrix {
  const largest = Math.max(...matrix.map((line, i) => line[i] ?? 0), Number.MIN_VALUE);
  const lower = matrix.map(() => new Float64Array(matrix.length));
  for (const [i, line] of lower.entries()) {
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]?.[j] ?? 0;
      for (let k = 0; k < j; k++) rest -= (line[k] ?? 0) * (lower[j]?.[k] ?? 0);
      if (j < i) line[j] = rest / (lower[j]?.[j] ?? 1);
      else line[i] = Math.sqrt(Math.max(rest, 1e-10 * (matrix[i]?.[i] ?? 0), 1e-12 * largest));
    }
  }
  return lower;
}

/** Solves Lᵀ·x = b. */
export function solveTransposed(lower: Matrix, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let i = x.length - 1; i >= 0; i--) {
    let rest = x[i] ?? 0;
    for (let k = i + 1; k < x.length; k++) rest -= (lower[k]?.[i] ?? 0) * (x[k] ?? 0);
    x[i] = rest / (lower[i]?.[i] ?? 1);
  }
  return x;
}

/** Solves L·x = b. */
export function solveLower(lower: Matrix, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let i = 0; i < x.length; i++) {
    let rest = x[i] ?? 0;
    for (let k = 0; k < i; k++) rest -= (lower[i]?.[k] ?? 0) * (x[k] ?? 0);
    x[i] = rest / (lower[i]?.[i] ?? 1);
  }
  return x;
}
