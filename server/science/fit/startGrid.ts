/** Every combination of the values of each axis, the last axis running fastest. */
export function startGrid(axes: readonly (readonly number[])[]): readonly (readonly number[])[] {
  let points: readonly (readonly number[])[] = [[]];
  for (const axis of axes) points = points.flatMap((point) => axis.map((value) => [...point, value]));
  return points;
}
