/** Spearman's rank correlation of two lists of equal length, with mean ranks for ties. Undefined where one is constant. */
export function spearman(left: readonly number[], right: readonly number[]): number | undefined {
  const [a, b] = [ranks(left), ranks(right)];
  const middle = (left.length - 1) / 2;
  let [covariance, ofLeft, ofRight] = [0, 0, 0];
  a.forEach((rank, i) => {
    const other = (b[i] ?? middle) - middle;
    covariance += (rank - middle) * other;
    ofLeft += (rank - middle) ** 2;
    ofRight += other ** 2;
  });
  return ofLeft === 0 || ofRight === 0 ? undefined : covariance / Math.sqrt(ofLeft * ofRight);
}

/** Ranks from 0. */
function ranks(values: readonly number[]): readonly number[] {
  const sorted = [...values].sort((x, y) => x - y);
  const byValue = new Map<number, number>();
  for (let start = 0; start < sorted.length; ) {
    const value = sorted[start] ?? 0;
    const end = sorted.lastIndexOf(value);
    byValue.set(value, (start + end) / 2);
    start = end + 1;
  }
  return values.map((value) => byValue.get(value) ?? 0);
}
