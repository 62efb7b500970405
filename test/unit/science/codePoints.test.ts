import { expect, test } from "vitest";
import { codePoints, uniformPoints } from "../../../server/science/formats/error/codePoints.ts";
import { parseNumberFormat } from "../../../server/science/formats/parseNumberFormat.ts";

function pointsOf(name: string): readonly number[] | undefined {
  const format = parseNumberFormat(name);
  return format && codePoints(format);
}

test("E2M1 has the eight magnitudes of the Microscaling specification", () => {
  expect(pointsOf("fp4_e2m1")).toEqual([-6, -4, -3, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 3, 4, 6]);
});

test.each([
  // OCP 8-bit Floating Point Specification, Table 2: largest value and smallest subnormal.
  ["fp8_e4m3", 448, 2 ** -9, 2 * 126 + 1],
  ["fp8_e5m2", 57344, 2 ** -16, 2 * 123 + 1],
  // OCP Microscaling Formats v1.0, Tables 3 and 4.
  ["fp6_e3m2", 28, 0.0625, 63],
  ["fp6_e2m3", 7.5, 0.125, 63],
])("%s ends at %d, starts at %d and has %d values", (name, largest, smallest, count) => {
  const points = pointsOf(name) ?? [];
  expect(Math.max(...points)).toBe(largest);
  expect(Math.min(...points.filter((point) => point > 0))).toBe(smallest);
  expect(points).toHaveLength(count);
  expect(points).toEqual([...points].sort((a, b) => a - b));
});

test("signed integers leave out the most negative code, integers with a zero point use all", () => {
  expect(pointsOf("int3")).toEqual([-3, -2, -1, 0, 1, 2, 3]);
  expect(uniformPoints(2)).toEqual([-1.5, -0.5, 0.5, 1.5]);
});

test("NF4 has 16 values from −1 to 1 with an exact zero, ternary has three", () => {
  const nf4 = pointsOf("nf4") ?? [];
  expect(nf4).toHaveLength(16);
  expect([nf4[0], nf4[7], nf4[15]]).toEqual([-1, 0, 1]);
  expect(pointsOf("ternary")).toEqual([-1, 0, 1]);
});

test.each(["fp8", "bnb_fp4", "codebook2", "bnb8", "bf16", "int16"])(
  "%s has no listed values: its layout is open, or it is wide",
  (name) => {
    expect(pointsOf(name)).toBeUndefined();
  },
);
