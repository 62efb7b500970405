/**
 * ln Σ exp(terms), without overflow or underflow. Writes the share of each term in the sum, exp(term − result), into
 * `shares`: the derivative of the result by that term. Terms of −∞ count as absent; −∞ for a sum of nothing.
 */
export function logSumExp(terms: Float64Array, shares: Float64Array): number {
  // Indexed loops: an iterator costs more here than the exponentials do.
  const count = terms.length;
  let largest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) largest = Math.max(largest, terms[i] ?? Number.NaN);
  if (largest === Number.NEGATIVE_INFINITY) {
    shares.fill(0);
    return largest;
  }
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const scaled = Math.exp((terms[i] ?? 0) - largest);
    shares[i] = scaled;
    sum += scaled;
  }
  for (let i = 0; i < count; i++) shares[i] = (shares[i] ?? 0) / sum;
  return largest + Math.log(sum);
}
