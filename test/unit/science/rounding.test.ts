import { describe, expect, it } from "vitest";
import { typicalSumError, unmovedBeyond, worstSumError } from "../../../server/science/formats/rounding.ts";

const BF16 = 7;
const FP16 = 10;

/** The nearest BF16 value: the upper 16 bits of a float32, ties to even. */
function toBf16(value: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setFloat32(0, value);
  const bits = view.getUint32(0);
  view.setUint32(0, (bits + 0x7fff + ((bits >>> 16) & 1)) & 0xffff0000);
  return view.getFloat32(0);
}

describe("Rounding to nearest", () => {
  it("drops an update of less than 2^−9 of a BF16 number, and 2^−12 of an FP16 number", () => {
    expect(unmovedBeyond(BF16, 1)).toBe(2 ** 9);
    expect(unmovedBeyond(FP16, 1)).toBe(2 ** 12);
  });

  it("leaves every BF16 weight beyond the bound where it is, and moves some below a quarter of it", () => {
    const update = 2e-5;
    const bound = unmovedBeyond(BF16, update);
    for (let weight = toBf16(bound * 1.01); weight < 1; weight = toBf16(weight * 1.013))
      expect(toBf16(weight - update)).toBe(weight);
    const smaller = toBf16(bound / 4);
    expect(toBf16(smaller - update)).not.toBe(smaller);
  });

  it("bounds a sum of n terms of one sign by (n − 1)·u", () => {
    // u = 2^−8 in BF16: 128 terms may lose 127/256.
    expect(worstSumError(BF16, 128)).toBeCloseTo(127 / 256, 12);
    let sum = 0;
    for (let i = 0; i < 1000; i++) sum = toBf16(sum + 1);
    // From 256 on, 1 is half a step of the sum, and the tie goes to the even neighbour: the sum stands still.
    expect(sum).toBe(256);
  });

  it("expects √(n/2)·0.212·2^−mantissa of a sum of random signs", () => {
    // √(128/2) = 8, √(3/(8 ln 2))/√12 = 0.21233
    expect(typicalSumError(BF16, 128)).toBeCloseTo((8 * 0.21233) / 128, 6);
    expect(typicalSumError(BF16, 73) >= 0.01).toBe(true);
    expect(typicalSumError(BF16, 72) >= 0.01).toBe(false);
  });
});
