import { describe, expect, it } from "vitest";
import { knownFamily } from "../../../../server/science/fit/ptq/knownFamilies.ts";
import type { PtqObservation } from "../../../../server/science/fit/ptq/PtqObservation.ts";
import { ptqBlocks } from "../../../../server/science/fit/ptq/ptqBlocks.ts";
import { PTQ_TERMS } from "../../../../server/science/laws/ptq/ptqTerms.ts";

/** Their squares add up to 1: family and its method 0.4² + 0.3² = 0.25, and 0.16 + 0.09 + 0.16 + 0.09 + 0.25. */
const DEVIATIONS = {
  family: 0.4,
  model: 0.4,
  familyMethod: 0.3,
  modelMethod: 0.3,
  familyNearest: 0.5,
  modelNearest: 0.5,
  familySetting: 0.4,
  modelSetting: 0.3,
  residual: 0.5,
};

function observation(model: string, bits: number, y: number, collapsed = false): PtqObservation {
  return {
    case: { method: "gptq", bits, group: 128, parameters: 7e9, tokens: 1e12 },
    family: "A",
    model,
    y,
    noise: 0,
    collapsed,
  };
}

/** What the others of the family say, with exact coefficients that predict −3 for everything. */
function predicted(observations: readonly PtqObservation[]) {
  const [block] = ptqBlocks(observations, 2e12);
  if (block === undefined) throw new Error("no block");
  const exact = { values: PTQ_TERMS.map(() => 0), covariance: PTQ_TERMS.map(() => PTQ_TERMS.map(() => 0)) };
  const predictions = observations.map((one) => ({ observation: one, mean: -3, variance: 1 }));
  const left = { family: "A", coefficients: exact, predictions };
  return new Map(knownFamily(block, left, DEVIATIONS).map((one) => [one.observation.model, one]));
}

describe("a model predicted by the others of its family", () => {
  it("moves by what they share, family and method: 0.25 of their surprise", () => {
    const found = predicted([observation("A-7b", 4, -2), observation("A-13b", 3, -3)]);
    expect(found.get("A-13b")?.mean).toBeCloseTo(-3 + 0.25, 12);
    expect(found.get("A-13b")?.variance).toBeCloseTo(1 - 0.25 ** 2, 12);
    // Nothing surprising about A-13b.
    expect(found.get("A-7b")?.mean).toBeCloseTo(-3, 12);
  });

  it("shares the width too: 0.25 + 0.4² = 0.41", () => {
    const found = predicted([observation("A-7b", 4, -2), observation("A-13b", 4, -3)]);
    expect(found.get("A-13b")?.mean).toBeCloseTo(-3 + 0.41, 12);
  });

  it("takes a collapse for at least 1 nat, however high it is", () => {
    const found = predicted([observation("A-7b", 4, 2, true), observation("A-13b", 3, -3)]);
    expect(found.get("A-13b")?.mean).toBeCloseTo(-3 + 0.25 * 3, 12);
  });

  it("is left out where it has no other", () => {
    expect(predicted([observation("A-7b", 4, -2), observation("A-7b", 3, -1)]).size).toBe(0);
  });
});
