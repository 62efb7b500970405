import { describe, expect, it } from "vitest";
import { seededRandom } from "../../../../server/science/numerics/seededRandom.ts";
import { crossEntropy, sharpness } from "../../../../server/science/stability/sharpness.ts";

/** ln Σ exp z_j − z_t as it stands in the textbook. */
function plainCrossEntropy(logits: readonly number[], target: number): number {
  return Math.log(logits.reduce((sum, z) => sum + Math.exp(z), 0)) - (logits[target] ?? Number.NaN);
}

/** The largest cross-entropy on a grid of five points for each side of the box, corners among them. */
function searched(logits: readonly number[], target: number, epsilon: number): number {
  const points = [-1, -0.5, 0, 0.5, 1];
  let best = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < points.length ** logits.length; index++) {
    const moved = logits.map((z, i) => {
      const at = Math.floor(index / points.length ** i) % points.length;
      return z + (points[at] ?? 0) * epsilon * (Math.abs(z) + 1);
    });
    best = Math.max(best, plainCrossEntropy(moved, target));
  }
  return best;
}

describe("Logit sharpness", () => {
  it("finds the maximum that a search of the whole box finds", () => {
    const random = seededRandom(7);
    for (const vocabulary of [2, 3, 5]) {
      for (const epsilon of [5e-3, 0.3]) {
        const logits = Array.from({ length: vocabulary }, () => 8 * random() - 4);
        const target = Math.floor(vocabulary * random());
        const plain = plainCrossEntropy(logits, target);
        const expected = (100 * (searched(logits, target, epsilon) - plain)) / (1 + plain);
        expect(sharpness({ logits, target }, epsilon)).toBeCloseTo(expected, 8);
      }
    }
  });

  it("is what a hand computes for two equal logits", () => {
    // z = (0, 0), t = 0, ε = 0.1: CE = ln 2; at the corner z_0 = −0.1, z_1 = 0.1: CE = ln(1 + e^0.2).
    const expected = (100 * (Math.log(1 + Math.exp(0.2)) - Math.log(2))) / (1 + Math.log(2));
    expect(sharpness({ logits: [0, 0], target: 0 }, 0.1)).toBeCloseTo(expected, 12);
  });

  it("neither overflows for large logits nor loses a sure prediction", () => {
    // CE = ln(1 + e^−1000) = 0; at the corner 1000 − 10.01 and 0.01: still 0.
    expect(sharpness({ logits: [1000, 0], target: 0 }, 0.01)).toBe(0);
    // CE = 1000 + ln(1 + e^−1000); the corner adds 10.01 + 0.01 exactly.
    expect(sharpness({ logits: [1000, 0], target: 1 }, 0.01)).toBeCloseTo((100 * 10.02) / 1001, 10);
    // ln(1 + e^−40) = e^−40 to 17 digits, where 1 + e^−40 is 1 in double precision.
    expect(crossEntropy([40, 0], 0, 0)).toBeCloseTo(Math.exp(-40), 30);
  });

  it("is zero for a box of no size, and no number for logits that are none", () => {
    expect(sharpness({ logits: [1, 2, 3], target: 1 }, 0)).toBe(0);
    expect(sharpness({ logits: [1, Number.NaN], target: 0 }, 0.01)).toBeNaN();
    expect(sharpness({ logits: [1, Number.POSITIVE_INFINITY], target: 0 }, 0.01)).toBeNaN();
  });
});
