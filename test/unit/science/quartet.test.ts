import { describe, expect, it } from "vitest";
import type { TrainingRecipe } from "../../../server/science/laws/Law.ts";
import { quartetConstants, quartetLoss } from "../../../server/science/laws/quartet.ts";
import { format, formats, law } from "./known.ts";
import { relativeError } from "./relativeError.ts";

const quartet = law("quartet-2025");
const c = quartetConstants(quartet.file);
const run = { parameters: 1e8, tokens: 1e10 };

describe("quartet-2025", () => {
  it.each([
    [2861, 3.476],
    [11444, 3.299],
    [45776, 3.199],
  ])("gives the published loss of Quartet at 30M parameters after %i steps", (steps, loss) => {
    const tokens = steps * 512 * 512;
    expect(quartetLoss(c, { parameters: 30482560, tokens, effN: 0.65, effD: 0.95 })).toBeCloseTo(loss, 3);
  });

  it("takes the published rounding to nearest where the recipe is not known, and says so", () => {
    const prediction = quartet.predict({ ...run, ...formats("mxfp4") });
    // With the backward pass lossless, the same loss has a lossless run of 0.59·N.
    expect(relativeError(prediction.effectiveParameters ?? 0, 0.59e8)).toBeLessThan(1e-9);
    expect(prediction.caveats[0]).toBe(
      "How the forward pass rounds is not known: round to nearest is taken, effN 0.59 (stochastic 0.42, QuEST 0.64)",
    );
    expect(prediction.caveats[1]).toMatch(/backward pass is not known and taken as lossless, a lower bound/);
    // A/(0.59e8)^0.589 = e^(11.931636 − 0.589·17.893048) = e^1.392631 = 4.02543; B/(1e10)^0.544 = e^(13.171154 −
    // 0.544·23.025851) = e^0.645091 = 1.90616; 5.93159^0.274 = e^(1.780292·0.274) = e^0.487800 = 1.62873; + 1.35.
    expect(prediction.loss).toBeCloseTo(2.9787, 3);
    // Lossless: A/(1e8)^0.589 = e^(11.931636 − 0.589·18.420681) = e^1.081855 = 2.95014; 4.85630^0.274 = e^0.432998 = 1.54187.
    expect(prediction.delta).toBeCloseTo(1.62873 - 1.54187, 3);
  });

  it("loses data too where the backward pass is known to be in MXFP4", () => {
    const forward = quartet.predict({ ...run, ...formats("mxfp4") });
    const both = quartet.predict({ ...run, ...formats("mxfp4"), backward: format("mxfp4") });
    expect(both.loss).toBe(quartetLoss(c, { ...run, effN: 0.59, effD: 0.93 }));
    expect(both.delta).toBeGreaterThan(forward.delta ?? 0);
    expect(
      relativeError(
        quartetLoss(c, { ...run, parameters: both.effectiveParameters ?? 0, effN: 1, effD: 1 }),
        both.loss ?? 0,
      ),
    ).toBeLessThan(1e-12);
  });

  describe("where the recipe is known", () => {
    const passes = (recipe: Omit<Extract<TrainingRecipe, { kind: "passes" }>, "kind">) =>
      ({ kind: "passes", ...recipe }) as const;

    it("takes the published multiplier of each pass", () => {
      const forward = { ...run, ...formats("mxfp4"), backward: format("bf16") };
      const share = (recipe: TrainingRecipe) =>
        (quartet.predict({ ...forward, recipe }).effectiveParameters ?? 0) / run.parameters;
      expect(share(passes({ forward: "QuEST" }))).toBeCloseTo(0.64, 9);
      expect(share(passes({ forward: "stochastic rounding" }))).toBeCloseTo(0.42, 9);
      expect(share(passes({ forward: "round to nearest" }))).toBeCloseTo(0.59, 9);
      const backward = { ...run, ...formats("bf16"), backward: format("mxfp4") };
      const { loss, caveats } = quartet.predict({
        ...backward,
        recipe: passes({ backward: "stochastic rounding" }),
      });
      expect(loss).toBe(quartetLoss(c, { ...run, effN: 1, effD: 0.88 }));
      expect(caveats.join()).not.toMatch(/rounds/);
    });

    it("says so where none is published for it", () => {
      const recipe = passes({ forward: "other" });
      const { caveats } = quartet.predict({ ...run, ...formats("mxfp4"), backward: format("bf16"), recipe });
      expect(caveats[0]).toMatch(
        /^No multiplier is published for how the forward pass of this run rounds: round/,
      );
    });

    it.each([
      ["Quartet", "mxfp4", 0.65, 0.95],
      ["LUQ-INT4", "int4", 0.49, 0.15],
      ["LUQ-FP4", "fp4_e2m1", 0.01, 0.07],
    ])("takes both multipliers of %s in %s", (name, text, effN, effD) => {
      const recipe = { kind: "whole", name } as const;
      const inputs = { ...run, ...formats(text), backward: format(text), recipe };
      expect(quartet.applicability(inputs).applies).toBe(true);
      expect(quartet.predict(inputs).loss).toBe(quartetLoss(c, { ...run, effN, effD }));
    });

    it("applies in the scheme's own format only", () => {
      const recipe = { kind: "whole", name: "LUQ-INT4" } as const;
      expect(quartet.applicability({ ...formats("int8"), backward: format("int8"), recipe }).applies).toBe(
        false,
      );
      expect(quartet.applicability({ ...formats("int4"), backward: format("int4") }).applies).toBe(false);
    });
  });

  it("takes FP8 in the backward pass as lossless", () => {
    const { effectiveParameters, caveats } = quartet.predict({
      ...run,
      ...formats("mxfp4"),
      backward: format("mxfp8"),
    });
    expect(relativeError(effectiveParameters ?? 0, 0.59e8)).toBeLessThan(1e-9);
    expect(caveats).toContain("MXFP8 in the backward pass is taken as lossless");
  });

  it.each([
    ["bf16", "bf16", /8 bits and more count as lossless/],
    ["fp8_e4m3", "fp8_e4m3", /8 bits and more count as lossless/],
    ["nvfp4", "nvfp4", /for MXFP4 only; this run uses NVFP4/],
    ["int4", "int4", /for MXFP4 only; this run uses INT4/],
    ["int8", "int8", /for MXFP4 only; this run uses INT8/],
    ["mxfp4", "bf16", /in MXFP4 together; activations are BF16/],
    ["mxfp8", "mxfp4", /in MXFP4 together; weights are MXFP8/],
  ])("does not apply to weights in %s and activations in %s", (weights, activations, because) => {
    expect(quartet.applicability(formats(weights, activations))).toMatchObject({
      applies: false,
      because: expect.stringMatching(because),
    });
  });

  it("judges tokens by parameters", () => {
    expect(quartet.predict({ ...run, ...formats("mxfp4") }).domain.inside).toBe(true);
    // 2e9/200e6 = 10; 1.6e13/2e9 = 8000, 8000/800 = 10.
    const { factors } = quartet.predict({ parameters: 2e9, tokens: 1.6e13, ...formats("mxfp4") }).domain;
    expect(factors).toEqual({ parameters: 10, tokensPerParameter: 10 });
  });
});
