/** Density of the standard normal distribution at x. */
export function density(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}

/** Beyond this the tail, 1e-19, is lost in the rounding of 1. */
const FAR = 9;

/**
 * P(X ≤ x) of a standard normal X, to about 1e-15 absolute: Φ(x) = 1/2 + φ(x)·(x + x³/3 + x⁵/15 + …), whose terms all
 * have one sign (Marsaglia 2004, Evaluating the Normal Distribution, J. Stat. Softw. 11(4)).
 */
export function cumulative(x: number): number {
  if (x > FAR) return 1;
  if (x < -FAR) return 0;
  let term = x;
  let sum = x;
  let before = 0;
  for (let odd = 3; sum !== before; odd += 2) {
    before = sum;
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + sum * density(x);
}
