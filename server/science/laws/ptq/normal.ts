/** ln of the standard normal density. */
export function normalLogDensity(x: number): number {
  return -0.5 * x * x - 0.5 * Math.log(2 * Math.PI);
}

/**
 * Φ(x), the standard normal distribution function, to 1.2e-7 relative in the tails: the complementary error function
 * as a Chebyshev series. Press et al. 2007, Numerical Recipes, Sec. 6.2.2.
 */
export function normalDistribution(x: number): number {
  return 0.5 * complementaryError(-x / Math.SQRT2);
}

/** E[x | x > bound] of a normal variable: mean + sd·φ(a)/(1 − Φ(a)), a = (bound − mean)/sd. */
export function meanAbove(bound: number, mean: number, deviation: number): number {
  const a = (bound - mean) / deviation;
  // The ratio φ/(1 − Φ) tends to a + 1/a; past 30 the tail is below the smallest double.
  const ratio = a > 30 ? a + 1 / a : Math.exp(normalLogDensity(a)) / normalDistribution(-a);
  return mean + deviation * ratio;
}

const COEFFICIENTS = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
];

function complementaryError(x: number): number {
  const t = 1 / (1 + Math.abs(x) / 2);
  const series = COEFFICIENTS.reduceRight((sum, coefficient) => coefficient + t * sum, 0);
  const value = t * Math.exp(-x * x + series);
  return x >= 0 ? value : 2 - value;
}
