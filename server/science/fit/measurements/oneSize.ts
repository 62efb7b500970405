/** Why rows of a single N, or D, are refused, with what to do; undefined where there are several. */
export function oneSize(symbol: "N" | "D", values: readonly number[], column: string): string | undefined {
  const [value] = values;
  if (value === undefined || new Set(values).size > 1) return undefined;
  return `All usable rows have ${symbol} = ${value} (${column}), so they do not say how the degradation depends on ${symbol}. Add models at other ${symbol}, best at least four times apart.`;
}
