import { expect, it } from "vitest";
import { thinned } from "../../../../server/science/stability/Series.ts";

it("A thinned curve keeps the lowest and the highest value of each stretch in their order", () => {
  // Ten values in two stretches of five: 9 and 1, then 0 and 8.
  const values = [5, 9, 5, 1, 5, 0, 5, 8, 5, 5];
  const series = { steps: values.map((_, i) => i), values };
  expect(thinned(series, 4)).toEqual([
    { x: 1, y: 9 },
    { x: 3, y: 1 },
    { x: 5, y: 0 },
    { x: 7, y: 8 },
  ]);
  expect(thinned(series, 10)).toHaveLength(10);
});

it("A thinned curve leaves out what cannot be drawn", () => {
  const series = { steps: [1, 2, 3], values: [1, Number.NaN, Number.POSITIVE_INFINITY] };
  expect(thinned(series, 10)).toEqual([{ x: 1, y: 1 }]);
});
