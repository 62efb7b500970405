/**
 * Order statistics. Own code: ratios of losses may be infinite, between which simple-statistics gives quantiles that are no
 * number; what else it has of these is a few lines.
 */

/** The value at `share` (0 to 1) of the sorted values, linear between neighbours (Hyndman and Fan 1996, type 7); undefined for none. */
export function quantile(values: readonly number[], share: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  if (low === undefined || high === undefined) return undefined;
  // Without this, infinite values would give ∞ − ∞.
  return low === high ? low : low + (high - low) * (at - Math.floor(at));
}

/** The middle value, or the mean of the two; undefined for none. */
export function median(values: readonly number[]): number | undefined {
  return quantile(values, 0.5);
}

/**
 * Spearman's rank correlation: Pearson's of the ranks, where ties share the mean of their ranks. Undefined for fewer
 * than two pairs, and where one side has one value only.
 */
export function spearman(pairs: readonly (readonly [number, number])[]): number | undefined {
  const left = ranks(pairs.map(([value]) => value));
  const right = ranks(pairs.map(([, value]) => value));
  // Ranks of n values always have the mean (n + 1)/2.
  const mean = (pairs.length + 1) / 2;
  let products = 0;
  let leftSquares = 0;
  let rightSquares = 0;
  for (const [index, rank] of left.entries()) {
    const other = right[index] ?? mean;
    products += (rank - mean) * (other - mean);
    leftSquares += (rank - mean) ** 2;
    rightSquares += (other - mean) ** 2;
  }
  const scale = Math.sqrt(leftSquares * rightSquares);
  return scale > 0 ? products / scale : undefined;
}

function ranks(values: readonly number[]): readonly number[] {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => compare(a.value, b.value));
  const result = new Array<number>(values.length).fill(0);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (order[end]?.value === order[start]?.value && end < order.length) end += 1;
    for (const { index } of order.slice(start, end)) result[index] = (start + 1 + end) / 2;
    start = end;
  }
  return result;
}

/** Also for two infinite values, whose difference is no number. */
function compare(a: number, b: number): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
