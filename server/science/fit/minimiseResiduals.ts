import { solveLower, solveTransposed } from "../numerics/cholesky.ts";
import { type Differentiable, lbfgs, type Minimum } from "../numerics/lbfgs.ts";
import { curvatureFactor, predictionCurvature } from "./curvature.ts";
import type { LogModel } from "./FitForm.ts";
import { logResiduals, residualObjective } from "./residualObjective.ts";

/** How a minimum of the residuals is searched from one start. */
export interface ResidualSearch {
  /** δ of Huber's loss. */
  readonly delta: number;
  /** How often each row counts; once without. */
  readonly weights?: Float64Array;
  /** The search is repeated from where it ended, in coordinates of that place, so many times at most. */
  readonly rounds: number;
  /** Iterations of one round. */
  readonly iterations: number;
  /** Whether the start is a guess, so that the first step may be long. */
  readonly far?: boolean;
}

/**
 * A local minimum of F(θ) from one start. L-BFGS works on z with θ = θ₀ + L⁻ᵀz and JᵀJ = LLᵀ at θ₀: in θ itself the
 * valley of A against α is a thousand times longer than it is wide. F is divided by δ, so that the gradient's tolerance
 * means the same for every δ. `value` is F; the norm of the gradient is that of F/δ in z.
 */
export function minimiseResiduals(
  model: LogModel,
  start: ArrayLike<number>,
  search: ResidualSearch,
): Minimum {
  const objective = residualObjective(model, search.delta, search.weights);
  let theta = Float64Array.from(start);
  let iterations = 0;
  let evaluations = 0;
  for (let round = 1; ; round++) {
    const lower = curvatureFactor(predictionCurvature(model, theta, search.weights));
    const origin = theta;
    const place = (z: Float64Array) => {
      const step = solveTransposed(lower, z);
      return origin.map((value, i) => value + (step[i] ?? 0));
    };
    const slopes = new Float64Array(theta.length);
    const whitened: Differentiable = (z, gradient) => {
      const value = objective(place(z), slopes);
      gradient.set(solveLower(lower, slopes));
      for (let i = 0; i < gradient.length; i++) gradient[i] = (gradient[i] ?? 0) / search.delta;
      return value / search.delta;
    };
    const found = lbfgs(whitened, new Float64Array(theta.length), {
      iterations: search.iterations,
      gradientTolerance: 1e-6,
      // A step of length ‖r‖ in z moves the predictions about as far as they are from the measurements.
      firstLength: round === 1 && search.far ? lengthOfResiduals(model, theta) : undefined,
    });
    theta = place(found.x);
    iterations += found.iterations;
    evaluations += found.evaluations;
    // Too small a fall in stretched coordinates may be a large one in those of the place reached.
    const done = found.reason === "gradient" || found.reason === "undefined-start" || found.iterations <= 1;
    if (done || round >= search.rounds)
      return { ...found, x: theta, value: found.value * search.delta, iterations, evaluations };
  }
}

function lengthOfResiduals(model: LogModel, theta: Float64Array): number {
  return Math.hypot(...logResiduals(model, theta));
}
