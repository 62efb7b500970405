/**
 * Round-to-nearest arithmetic in a floating-point format with `mantissa` stored bits, so `mantissa + 1` significant ones.
 * Away from the format's smallest numbers; Higham 2002, Accuracy and Stability of Numerical Algorithms, Ch. 2 and 4.
 */

/**
 * Numbers of a larger magnitude than this are unchanged when `update` is added or subtracted. Numbers of one binade
 * [2^e, 2^(e+1)) are 2^(e − mantissa) apart, and half of that is more than 2^−(mantissa + 2) of the number: 2^−9 in
 * BF16, 2^−12 in FP16.
 */
export function unmovedBeyond(mantissa: number, update: number): number {
  return update * 2 ** (mantissa + 2);
}

/** Largest relative error of a sum of `terms` numbers of one sign, each addition rounded: (n − 1)·u, u = 2^−(mantissa + 1). */
export function worstSumError(mantissa: number, terms: number): number {
  return (terms - 1) * 2 ** -(mantissa + 1);
}

/**
 * Root-mean-square error of a sum of `terms` numbers of random sign, relative to that sum: √(n/2)·ε. A rounding is off
 * by at most half a step, evenly, so by step/√12 in the mean square; over a binade, logarithmically even, the step is
 * √(3/(8 ln 2)) of 2^−mantissa: ε = 0.212 · 2^−mantissa. Each rounding is relative to the partial sum, whose square
 * grows with its number of terms: hence n/2.
 */
export function typicalSumError(mantissa: number, terms: number): number {
  const rounding = (2 ** -mantissa / Math.sqrt(12)) * Math.sqrt(3 / (8 * Math.LN2));
  return Math.sqrt(terms / 2) * rounding;
}
