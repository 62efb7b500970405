import type { Differentiable } from "../numerics/lbfgs.ts";
import type { LogModel } from "./FitForm.ts";

/**
 * F(θ) = Σ_i w_i · Huber_δ(ln predicted_i − ln measured_i), summed and not averaged (Besiroglu et al. 2024 found that an
 * average ends the search too early). `weights` are how often each row counts, 1 without.
 */
export function residualObjective(model: LogModel, delta: number, weights?: Float64Array): Differentiable {
  const row = new Float64Array(model.parameters.length);
  return (theta, gradient) => {
    gradient.fill(0);
    let sum = 0;
    for (let i = 0; i < model.targets.length; i++) {
      const weight = weights === undefined ? 1 : (weights[i] ?? 0);
      if (weight === 0) continue;
      const residual = model.logPrediction(theta, i, row) - (model.targets[i] ?? Number.NaN);
      if (!Number.isFinite(residual)) return Number.NaN;
      sum += weight * huber(residual, delta);
      const slope = weight * huberSlope(residual, delta);
      for (let j = 0; j < row.length; j++) gradient[j] = (gradient[j] ?? 0) + slope * (row[j] ?? 0);
    }
    return sum;
  };
}

/** ln predicted − ln measured of every row at θ. */
export function logResiduals(model: LogModel, theta: Float64Array): readonly number[] {
  const gradient = new Float64Array(model.parameters.length);
  return Array.from(model.targets, (target, i) => model.logPrediction(theta, i, gradient) - target);
}

/**
 * Huber's loss of a residual: r²/2 up to |r| = δ, and δ·(|r| − δ/2) beyond, where one wrong run pulls no harder than
 * any other. Huber 1964, Eq. 2.7 (there k).
 */
export function huber(residual: number, delta: number): number {
  const size = Math.abs(residual);
  return size <= delta ? (residual * residual) / 2 : delta * (size - delta / 2);
}

/** The derivative of `huber` by the residual: r clipped to [−δ, δ]. */
export function huberSlope(residual: number, delta: number): number {
  return Math.min(delta, Math.max(-delta, residual));
}
