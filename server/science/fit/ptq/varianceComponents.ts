import {
  PTQ_DEVIATIONS,
  type PtqDeviations,
  type Shared,
  sharedBy,
  sharesEffect,
} from "../../laws/ptq/ptqVariance.ts";
import { choleskyFactor, choleskyInverse, choleskySolve, logDeterminant } from "../../numerics/cholesky.ts";
import { lbfgsSteps } from "../../numerics/lbfgs.ts";
import { yieldThread } from "../yieldThread.ts";
import { factorBlock, innerProduct, leastSquares } from "./leastSquares.ts";
import type { PtqObservation } from "./PtqObservation.ts";
import { blockCovariance, type PtqBlock } from "./ptqBlocks.ts";
import { ptqPrior } from "./ptqPrior.ts";

/** The search ends after as many iterations, converged or not: the deviations are only needed to a few percent. */
const ITERATIONS = 40;

/** Where a deviation starts, and the centre of its log-normal prior of one e-fold. */
export const USUAL_DEVIATION = 0.25;

/**
 * The deviations with the highest marginal likelihood of y, the coefficients integrated out, each with a log-normal
 * prior (restricted maximum likelihood; Patterson & Thompson 1971). L-BFGS over their logarithms. An iteration takes up
 * to a second, so the thread is left to others between two; rejects with the signal's reason where it is aborted.
 */
export async function varianceComponents(
  blocks: readonly PtqBlock[],
  offsets: readonly (readonly number[])[],
  y: Float64Array,
  start: PtqDeviations,
  { signal, progress }: Steps = {},
): Promise<PtqDeviations> {
  const search = lbfgsSteps(
    (x, gradient) => whereDefined(() => negativeLogLikelihood(blocks, offsets, y, x, gradient)),
    PTQ_DEVIATIONS.map((name) => Math.log(start[name])),
    { gradientTolerance: 0.05, iterations: ITERATIONS },
  );
  for (;;) {
    const step = search.next();
    if (step.done) return deviationsOf(step.value.x);
    progress?.(step.value / ITERATIONS);
    await yieldThread(signal);
  }
}

/** NaN, from which the search steps back, where deviations are so small that rounding makes the covariance singular. */
function whereDefined(value: () => number): number {
  try {
    return value();
  } catch (error) {
    if (error instanceof RangeError) return Number.NaN;
    throw error;
  }
}

/** How a slow search is watched and ended. */
interface Steps {
  readonly signal?: AbortSignal;
  /** 0 to 1. */
  progress?(share: number): void;
}

/** The deviations for their logarithms, in the order of `PTQ_DEVIATIONS`. */
function deviationsOf(x: Float64Array): PtqDeviations {
  const entries = PTQ_DEVIATIONS.map((name, i) => [name, Math.exp(x[i] as number)] as const);
  return Object.fromEntries(entries) as Record<keyof PtqDeviations, number>;
}

/**
 * −ln of the likelihood of y with the priors, up to a constant, for x, the logarithms of the deviations in the order of
 * `PTQ_DEVIATIONS`; writes ∂/∂x into `gradient`. `offsets` are by block and observation, `y` by observation of the table.
 * @throws RangeError where rounding makes a covariance singular.
 */
export function negativeLogLikelihood(
  blocks: readonly PtqBlock[],
  offsets: readonly (readonly number[])[],
  y: Float64Array,
  x: Float64Array,
  gradient: Float64Array,
): number {
  const deviations = deviationsOf(x);
  const all = blocks.map((block, i) =>
    factorBlock(block, blockCovariance(block, deviations), offsets[i] ?? []),
  );
  const { values, covariance } = leastSquares(all, y);
  let value = penalty(values) - logDeterminant(choleskyFactor(covariance));
  gradient.fill(0);
  for (const { block, factor, offsets: offset } of all) {
    const residuals = block.indices.map(
      (index, i) => (y[index] as number) - (offset[i] as number) - innerProduct(block.terms[i] ?? [], values),
    );
    const u = choleskySolve(factor, residuals);
    value += logDeterminant(factor) + residuals.reduce((sum, r, i) => sum + r * (u[i] as number), 0);
    addGradient(block, choleskyInverse(factor), u, covariance, gradient);
  }
  PTQ_DEVIATIONS.forEach((name, i) => {
    const away = Math.log(deviations[name] / USUAL_DEVIATION);
    value += away ** 2;
    gradient[i] = (gradient[i] as number) * deviations[name] ** 2 + away;
  });
  return value / 2;
}

/** (b − m)ᵀ·Λ·(b − m), the prior's part of the quadratic form. */
function penalty(values: readonly number[]): number {
  const { means, precisions } = ptqPrior;
  return values.reduce((sum, b, i) => sum + (precisions[i] as number) * (b - (means[i] as number)) ** 2, 0);
}

/**
 * Adds Σ_ij M_ij·S_ij for each component, where V = Σ s²·M and S = V⁻¹ − u·uᵀ − G·C·Gᵀ, with u = V⁻¹r, G = V⁻¹A and C the
 * covariance of the coefficients: the derivative of twice the value by s².
 */
function addGradient(
  block: PtqBlock,
  inverse: readonly Float64Array[],
  u: Float64Array,
  C: readonly (readonly number[])[],
  gradient: Float64Array,
): void {
  const G = inverse.map((row) =>
    C.map((_, k) =>
      row.reduce((sum, value, j) => sum + value * ((block.terms[j] as readonly number[])[k] as number), 0),
    ),
  );
  const GC = G.map((row) => C.map((column) => column.reduce((sum, c, k) => sum + c * (row[k] as number), 0)));
  block.observations.forEach((a, i) => {
    for (let j = 0; j <= i; j++) {
      const b = block.observations[j];
      if (b === undefined) continue;
      const Gj = G[j] as number[];
      const explained = (GC[i] as number[]).reduce((sum, value, k) => sum + value * (Gj[k] as number), 0);
      const S = ((inverse[i] as Float64Array)[j] as number) - (u[i] as number) * (u[j] as number) - explained;
      const share = (i === j ? 1 : 2) * S;
      const shared = sharedBy(a.case, b.case);
      PTQ_DEVIATIONS.forEach((name, k) => {
        if (isInCovariance(name, a, b, shared)) gradient[k] = (gradient[k] as number) + share;
      });
    }
  });
}

/**
 * Whether a deviation is in the covariance of two observations of one family: M_ij of its component, 0 or 1. An
 * observation shares its residual with itself alone.
 */
function isInCovariance(
  name: keyof PtqDeviations,
  a: PtqObservation,
  b: PtqObservation,
  shared: Shared,
): boolean {
  if (name === "residual") return a === b;
  if (name.startsWith("model") && a.model !== b.model) return false;
  return sharesEffect(name, shared);
}
