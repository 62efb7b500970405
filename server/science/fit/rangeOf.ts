/** [smallest, largest]. */
export function rangeOf(values: readonly number[]): readonly [minimum: number, maximum: number] {
  return [Math.min(...values), Math.max(...values)];
}
