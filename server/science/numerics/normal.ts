/**
 * The normal distribution. Own code: of the libraries only @stdlib's erfc keeps its digits in the tails, and it would add
 * 33 KiB to each bundle of the server, 137 packages and half a megabyte of licences. simple-statistics has four digits
 * near the middle, jstat is 2 % off at 8 deviations.
 */

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

/** Φ⁻¹(0.9): half the width of a central 80 % interval in standard deviations. */
export const QUANTILE_90 = 1.2815515655;

/** E[x | x > bound] of a normal variable: mean + deviation·φ(a)/(1 − Φ(a)), a = (bound − mean)/deviation. */
export function meanAbove(bound: number, mean: number, deviation: number): number {
  const a = (bound - mean) / deviation;
  // The ratio φ/(1 − Φ) tends to a + 1/a; past 30 the tail is below the smallest double.
  const ratio = a > 30 ? a + 1 / a : density(a) / upperTail(a);
  return mean + deviation * ratio;
}

const COEFFICIENTS = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
];

/**
 * P(X > x) of a standard normal X, to 1.2e-7 relative, which `cumulative` is not in the tail: half the complementary error
 * function as a Chebyshev series. Press et al. 2007, Numerical Recipes, Sec. 6.2.2.
 */
function upperTail(x: number): number {
  const z = Math.abs(x) / Math.SQRT2;
  const t = 1 / (1 + z / 2);
  const series = COEFFICIENTS.reduceRight((sum, coefficient) => coefficient + t * sum, 0);
  const half = (t * Math.exp(-z * z + series)) / 2;
  return x >= 0 ? half : 1 - half;
}
