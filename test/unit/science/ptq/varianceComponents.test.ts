import { describe, expect, it } from "vitest";
import type { PtqObservation } from "../../../../server/science/fit/ptq/PtqObservation.ts";
import { ptqBlocks } from "../../../../server/science/fit/ptq/ptqBlocks.ts";
import { negativeLogLikelihood } from "../../../../server/science/fit/ptq/varianceComponents.ts";
import { PTQ_DEVIATIONS } from "../../../../server/science/laws/ptq/ptqVariance.ts";

/** Pairs that share a family, a model, a method, a width and a setting, each without all that is finer. */
const SETTINGS = [
  ["A", "A-7b", { method: "gptq", bits: 4, group: 128 }, -3.1],
  ["A", "A-7b", { method: "gptq", bits: 4, group: 128 }, -2.9],
  ["A", "A-7b", { method: "gptq", bits: 4, group: 64 }, -3.6],
  ["A", "A-7b", { method: "gptq", bits: 3, group: 128 }, -1.4],
  ["A", "A-7b", { method: "rtn", bits: 3 }, -0.2],
  ["A", "A-7b", { method: "rtn", bits: 4 }, -1.7],
  ["A", "A-13b", { method: "gptq", bits: 4, group: 128 }, -3.8],
  ["A", "A-13b", { method: "rtn", bits: 3 }, -0.9],
  ["B", "B-7b", { method: "awq", bits: 4, group: 128 }, -2.2],
  ["B", "B-7b", { method: "gptq", bits: 4 }, -1.9],
] as const;

const observations = SETTINGS.map(
  ([family, model, setting, y]): PtqObservation => ({
    case: { ...setting, parameters: model.endsWith("13b") ? 13e9 : 7e9, tokens: 1e12 },
    family,
    model,
    y,
    noise: 0.01,
    collapsed: false,
  }),
);

describe("the likelihood of the deviations", () => {
  it("has the gradient that central differences have, deviation by deviation", () => {
    const blocks = ptqBlocks(observations, 2e12);
    const offsets = blocks.map((block) => block.observations.map(() => 0));
    const y = Float64Array.from(observations, (one) => one.y);
    const value = (x: Float64Array, gradient = new Float64Array(x.length)) =>
      negativeLogLikelihood(blocks, offsets, y, x, gradient);
    // Nine different deviations between 0.1 and 0.63.
    const x = Float64Array.from(PTQ_DEVIATIONS, (_, i) => Math.log(0.1 + i / 15));
    const gradient = new Float64Array(x.length);
    value(x, gradient);
    PTQ_DEVIATIONS.forEach((name, i) => {
      const h = 1e-4;
      const moved = (by: number) => value(x.map((old, j) => (j === i ? old + by : old)));
      expect(gradient[i], name).toBeCloseTo((moved(h) - moved(-h)) / (2 * h), 6);
    });
  });
});
