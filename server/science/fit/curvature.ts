import { choleskyFactor, type LowerTriangle, type SymmetricMatrix } from "../numerics/cholesky.ts";
import type { LogModel } from "./FitForm.ts";

/** JᵀWJ of the log predictions at θ: how much a change of θ moves the predictions of all rows, squared. */
export function predictionCurvature(
  model: LogModel,
  theta: Float64Array,
  weights?: Float64Array,
): SymmetricMatrix {
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
 * L of M = L·Lᵀ for the M of `predictionCurvature`. Directions in which M is flat to 1e-10 of its own diagonal are lifted
 * to that, so that every such matrix has one.
 */
export function curvatureFactor(curvature: SymmetricMatrix): LowerTriangle {
  const diagonal = curvature.map((line, i) => line[i] ?? 0);
  const largest = Math.max(...diagonal, Number.MIN_VALUE);
  return choleskyFactor(curvature, (i) => Math.max(1e-10 * (diagonal[i] ?? 0), 1e-12 * largest));
}
