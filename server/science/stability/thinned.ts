import { finiteSeries, type Series } from "./Series.ts";

/**
 * At most about `points` points of a series, for drawing: the lowest and the highest of each of `points` / 2 stretches of
 * steps, so that no spike is lost. Values that are no finite number are left out.
 */
export function thinned(
  series: Series,
  points: number,
): readonly { readonly x: number; readonly y: number }[] {
  const { steps, values } = finiteSeries(series);
  const { length } = values;
  const at = (i: number) => ({ x: steps[i] ?? Number.NaN, y: values[i] ?? Number.NaN });
  if (length <= points) return Array.from({ length }, (_, i) => at(i));
  const stretches = Math.floor(points / 2);
  const kept: { readonly x: number; readonly y: number }[] = [];
  for (let stretch = 0; stretch < stretches; stretch++) {
    const from = Math.floor((stretch * length) / stretches);
    const to = Math.floor(((stretch + 1) * length) / stretches);
    let low = from;
    let high = from;
    for (let i = from; i < to; i++) {
      if ((values[i] ?? 0) < (values[low] ?? 0)) low = i;
      if ((values[i] ?? 0) > (values[high] ?? 0)) high = i;
    }
    kept.push(at(Math.min(low, high)));
    if (low !== high) kept.push(at(Math.max(low, high)));
  }
  return kept;
}
