import { expect, test } from "vitest";
import { blockError } from "../../../server/science/formats/error/blockError.ts";
import { exactScale } from "../../../server/science/formats/error/blockScales.ts";
import { codePoints } from "../../../server/science/formats/error/codePoints.ts";
import { gaussianError } from "../../../server/science/formats/error/gaussianError.ts";
import { minMaxError } from "../../../server/science/formats/error/minMaxError.ts";
import { parseNumberFormat } from "../../../server/science/formats/parseNumberFormat.ts";
import { cumulative } from "../../../server/science/numerics/normal.ts";
import { randomNumbers } from "../../randomNumbers.ts";
import { relativeError } from "./relativeError.ts";

function errorOf(name: string) {
  const format = parseNumberFormat(name);
  return format && gaussianError(format);
}

/** log_{1/4} of the error: the bits of an ideal code with the same error. */
function bitsFor(mse: number): number {
  return -Math.log(mse) / Math.log(4);
}

function effectiveBits(name: string): number {
  return bitsFor(errorOf(name)?.mse ?? Number.NaN);
}

test("the cumulative normal distribution has its tabulated values", () => {
  // Abramowitz & Stegun, Table 26.1.
  expect(cumulative(0)).toBe(0.5);
  expect(cumulative(1)).toBeCloseTo(0.841344746068543, 14);
  expect(cumulative(-3)).toBeCloseTo(0.00134989803163, 14);
});

test.each([
  ["int2", 0.11885, 9.25],
  ["int3", 0.03744, 14.27],
  ["int4", 0.011543, 19.38],
  ["int6", 1.04e-3, 29.83],
])("%s with the best scale has the error of the optimal uniform grid of Max 1960", (name, mse, sqnr) => {
  expect(relativeError(errorOf(name)?.mse ?? Number.NaN, mse)).toBeLessThan(1e-4);
  expect(errorOf(name)?.sqnr).toBeCloseTo(sqnr, 2);
});

test("8 bits come within 0.2 % of the published figure, which is not quite at its minimum", () => {
  // 8.7821e-5 (40.56 dB) published; at its step of 0.0308 the grid already has 8.769e-5.
  const mse = errorOf("int8")?.mse ?? Number.NaN;
  expect(mse).toBeLessThan(8.7821e-5);
  expect(relativeError(mse, 8.7821e-5)).toBeLessThan(2e-3);
});

test("the best ternary code of a normal number has the error of the three-level quantizer", () => {
  // Max 1960, Table I, N = 3: levels 0 and ±1.224, error 0.1902.
  expect(errorOf("ternary")?.mse).toBeCloseTo(0.1902, 4);
});

test("a sign with the best scale √(2/π) leaves 1 − 2/π", () => {
  expect(relativeError(errorOf("int1")?.mse ?? Number.NaN, 1 - 2 / Math.PI)).toBeLessThan(1e-6);
});

test.each([
  ["nvfp4", 3.399, 0.006],
  ["mxfp4", 3.159, 0.04],
  ["fp4_e2m1:block128", 3.21, 0.012],
])("%s is close to its published effective bits, and never above them", (name, published, gap) => {
  // The published figures are a little better than the formats' own rules: see the test below for the likely reason.
  expect(effectiveBits(name)).toBeLessThan(published);
  expect(effectiveBits(name)).toBeGreaterThan(published - gap);
});

test("the published figures come out where the multiple of the block maximum is chosen: 6.3 for FP4, 7.5 for MXFP4", () => {
  const format = parseNumberFormat("fp4_e2m1");
  const codes = (format && codePoints(format)) ?? [];
  expect(bitsFor(blockError(codes, 128, exactScale(6.3)))).toBeCloseTo(3.21, 2);
  const jumps = Array.from({ length: 12 }, (_, i) => 7.5 * 2 ** (i - 9));
  const scaleOf = (largest: number) => 2 ** Math.ceil(Math.log2(largest / 7.5));
  expect(bitsFor(blockError(codes, 32, { scaleOf, jumps }))).toBeCloseTo(3.159, 3);
});

test("a block of two keeps its larger number exactly, and the error of the other is known by hand", () => {
  // Codes −1, 0, 1: the smaller of two magnitudes is u = r·m; rounded at m/2. By hand with m² = R²·cos²θ:
  // points (m, u) have R² = m² + u², E[R²] = 2, and θ is even on [0, π/4]: the error is E[R²]·mean of
  // min(sin θ, cos θ − sin θ)² over θ, halved for two elements.
  const steps = 20_000;
  let mean = 0;
  for (let i = 0; i < steps; i++) {
    const theta = ((i + 0.5) / steps) * (Math.PI / 4);
    mean += Math.min(Math.sin(theta), Math.cos(theta) - Math.sin(theta)) ** 2 / steps;
  }
  expect(relativeError(blockError([-1, 0, 1], 2, exactScale(1)), mean)).toBeLessThan(1e-5);
});

test("integers between minimum and maximum err by a step²/12 when the steps are fine", () => {
  // E[(b − a)²] of two normal numbers is 2, so s²/12 is 2/12/255².
  expect(relativeError(minMaxError(8, 2), 2 / 12 / 255 ** 2)).toBeLessThan(1e-4);
});

test.each([
  [2, 128],
  [4, 32],
])(
  "%d-bit integers in groups of %d err as drawn numbers do that are rounded as GPTQ rounds",
  (bits, size) => {
    const random = randomNumbers(8);
    const uniform = () => (random(2 ** 31) + 0.5) / 2 ** 31;
    const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    const blocks = 1e6 / size;
    let sum = 0;
    for (let block = 0; block < blocks; block++)
      sum += minMaxSquares(Array.from({ length: size }, normal), bits);
    expect(relativeError(minMaxError(bits, size), sum / 1e6)).toBeLessThan(8e-3);
  },
);

/** Squared errors of a block whose scale is (max − min)/(2^bits − 1) and whose zero point is an integer. */
function minMaxSquares(block: readonly number[], bits: number): number {
  const [low, high] = [Math.min(...block), Math.max(...block)];
  const scale = (high - low) / (2 ** bits - 1);
  const zero = Math.round(-low / scale);
  const rounded = block.map((x) => Math.min(Math.max(Math.round(x / scale) + zero, 0), 2 ** bits - 1));
  return block.reduce((sum, x, i) => sum + (x - ((rounded[i] ?? 0) - zero) * scale) ** 2, 0);
}

test("smaller blocks err less, and a zero point helps", () => {
  expect(errorOf("int4:g32")?.sqnr).toBeGreaterThan(errorOf("int4:g128")?.sqnr ?? Number.NaN);
  expect(errorOf("int4:g128")?.sqnr).toBeGreaterThan(errorOf("int4:g128/16")?.sqnr ?? Number.NaN);
});

test("mantissa bits decide in 8 and 6 bits: 6 dB each", () => {
  const gain = (errorOf("mxfp6_e2m3")?.sqnr ?? Number.NaN) - (errorOf("mxfp6")?.sqnr ?? Number.NaN);
  expect(Math.abs(gain - 20 * Math.log10(2))).toBeLessThan(0.5);
});

test.each(["bf16", "fp8", "bnb_fp4", "codebook3", "int3:g16/6", "fp4_e2m1:g64/8"])(
  "%s has no figure: its values or its scales are not known, or it is not narrow",
  (name) => {
    expect(parseNumberFormat(name)).toBeDefined();
    expect(errorOf(name)).toBeUndefined();
  },
);
