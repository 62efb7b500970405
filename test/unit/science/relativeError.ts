/** |actual − expected| / |expected|: published values are printed to a number of digits, not of decimals. */
export function relativeError(actual: number | undefined, expected: number): number {
  return actual === undefined ? Number.POSITIVE_INFINITY : Math.abs(actual - expected) / Math.abs(expected);
}
