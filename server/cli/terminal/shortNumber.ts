/** Five digits; with a power of ten where the number would otherwise be long. */
export function shortNumber(value: number): string {
  const size = Math.abs(value);
  const short = Number(value.toPrecision(5));
  return size >= 1e6 || (size > 0 && size < 1e-3) ? short.toExponential().replace("e+", "e") : String(short);
}
