import { lineSearch, type Probe } from "./lineSearch.ts";

/** The value of a function at x; writes its gradient. Not finite where the function is not defined. */
export type Differentiable = (x: Float64Array, gradient: Float64Array) => number;

/** When a search ends, and how it steps. */
export interface LbfgsOptions {
  /** Largest component of the gradient at which the search ends. */
  readonly gradientTolerance?: number;
  /** Relative fall of the value over one iteration at which the search ends. */
  readonly valueTolerance?: number;
  readonly iterations?: number;
  /** Pairs of steps and gradient changes that approximate the curvature. */
  readonly memory?: number;
  /** Length of the first step that is tried; 1 without, or the gradient's where that is shorter. */
  readonly firstLength?: number;
}

/** Where a search ended and why. */
export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
  /** Largest size of a component of the gradient at x. */
  readonly gradientNorm: number;
  readonly iterations: number;
  readonly evaluations: number;
  readonly converged: boolean;
  /**
   * `gradient` and `value`: the tolerance of that name was met, and the search converged. `iterations`: the limit was
   * reached. `stuck`: no step lowers the value. `undefined-start`: the function is not finite at the start.
   */
  readonly reason: "gradient" | "value" | "iterations" | "stuck" | "undefined-start";
}

interface Pair {
  readonly step: Float64Array;
  readonly change: Float64Array;
  readonly rho: number;
}

/**
 * A local minimum of a smooth function by L-BFGS: Liu & Nocedal 1989, the two-loop recursion of Nocedal & Wright,
 * Algorithm 7.4, with a line search for the strong Wolfe conditions.
 */
export function lbfgs(f: Differentiable, start: ArrayLike<number>, options: LbfgsOptions = {}): Minimum {
  const search = lbfgsSteps(f, start, options);
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

/** The same search, which stops before each iteration: for a function so slow that others need the thread between two. */
export function* lbfgsSteps(
  f: Differentiable,
  start: ArrayLike<number>,
  options: LbfgsOptions = {},
): Generator<number, Minimum> {
  const {
    gradientTolerance = 1e-8,
    valueTolerance = 1e-14,
    iterations = 1000,
    memory = 16,
    firstLength,
  } = options;
  let x = Float64Array.from(start);
  let gradient = new Float64Array(x.length);
  let value = f(x, gradient);
  let evaluations = 1;
  const pairs: Pair[] = [];
  const end = (reason: Minimum["reason"], iteration: number): Minimum => {
    const converged = reason === "gradient" || reason === "value";
    return {
      x,
      value,
      gradientNorm: largest(gradient),
      iterations: iteration,
      evaluations,
      converged,
      reason,
    };
  };
  if (!Number.isFinite(value) || !gradient.every(Number.isFinite)) return end("undefined-start", 0);
  let restarted = false;
  for (let iteration = 0; ; iteration++) {
    if (largest(gradient) <= gradientTolerance) return end("gradient", iteration);
    if (iteration >= iterations) return end("iterations", iteration);
    yield iteration;
    const direction = descent(gradient, pairs);
    const slope = dot(direction, gradient);
    const next = { x: new Float64Array(x.length), gradient: new Float64Array(x.length) };
    const probe = (step: number): Probe => {
      evaluations++;
      for (let i = 0; i < x.length; i++) next.x[i] = at(x, i) + step * at(direction, i);
      const here = f(next.x, next.gradient);
      return { step, value: here, slope: dot(direction, next.gradient) };
    };
    const steepness = Math.sqrt(dot(gradient, gradient));
    const cautious = iteration === 0 && firstLength ? firstLength / steepness : Math.min(1, 1 / steepness);
    const first = pairs.length === 0 ? cautious : 1;
    const found = slope < 0 ? lineSearch(probe, { step: 0, value, slope }, first) : undefined;
    if (found === undefined) {
      // Old curvature may point the wrong way; the steepest descent is the last thing to try.
      if (restarted || pairs.length === 0) return end("stuck", iteration);
      pairs.length = 0;
      restarted = true;
      continue;
    }
    restarted = false;
    const stepTo = x.map((here, i) => here + found.step * at(direction, i));
    const gradientThere = new Float64Array(x.length);
    const valueThere = f(stepTo, gradientThere);
    evaluations++;
    remember(pairs, memory, x, stepTo, gradient, gradientThere);
    const fall = value - valueThere;
    const scale = Math.max(Math.abs(value), Math.abs(valueThere));
    x = stepTo;
    gradient = gradientThere;
    value = valueThere;
    if (fall <= valueTolerance * scale) return end("value", iteration + 1);
  }
}

/** −H·g by the two-loop recursion. */
function descent(gradient: Float64Array, pairs: readonly Pair[]): Float64Array {
  const q = gradient.slice();
  const weights = new Float64Array(pairs.length);
  for (let k = pairs.length - 1; k >= 0; k--) {
    const pair = pairs[k];
    if (pair === undefined) continue;
    weights[k] = pair.rho * dot(pair.step, q);
    add(q, -at(weights, k), pair.change);
  }
  const last = pairs.at(-1);
  if (last !== undefined) {
    const scale = 1 / (last.rho * dot(last.change, last.change));
    for (let i = 0; i < q.length; i++) q[i] = at(q, i) * scale;
  }
  for (const [k, pair] of pairs.entries()) {
    add(q, at(weights, k) - pair.rho * dot(pair.change, q), pair.step);
  }
  return q.map((component) => -component);
}

/** Keeps the last steps with positive curvature, which a line search to the strong Wolfe conditions gives. */
function remember(
  pairs: Pair[],
  memory: number,
  from: Float64Array,
  to: Float64Array,
  gradientFrom: Float64Array,
  gradientTo: Float64Array,
): void {
  const step = to.map((value, i) => value - at(from, i));
  const change = gradientTo.map((value, i) => value - at(gradientFrom, i));
  const curvature = dot(step, change);
  if (!(curvature > 1e-14 * Math.sqrt(dot(step, step) * dot(change, change)))) return;
  pairs.push({ step, change, rho: 1 / curvature });
  if (pairs.length > memory) pairs.shift();
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < left.length; i++) sum += at(left, i) * at(right, i);
  return sum;
}

function add(to: Float64Array, factor: number, what: Float64Array): void {
  for (let i = 0; i < to.length; i++) to[i] = at(to, i) + factor * at(what, i);
}

function largest(vector: Float64Array): number {
  let size = 0;
  for (const component of vector) size = Math.max(size, Math.abs(component));
  return size;
}

/** Indices here stay inside their arrays. */
function at(vector: Float64Array, i: number): number {
  return vector[i] ?? Number.NaN;
}
