import { describe, expect, it } from "vitest";
import { trainingRecipe } from "../../../../server/science/measurements/trainingRecipe.ts";

describe("The recipe of a run", () => {
  it.each([
    ["QAT HalfHadamardTrust", "qat", { forward: "QuEST" }],
    ["QAT HadamardTrust", "qat", { forward: "QuEST" }],
    ["QAT HalfHadamardFP4Trust", "qat", { forward: "QuEST" }],
    ["QAT HadamardClip", "qat", { forward: "QuEST" }],
    // The ablation without Hadamard transforms, and the one with sparse weights.
    ["QAT Trust", "qat", { forward: "other" }],
    ["QAT Clip", "qat", { forward: "other" }],
    ["QAT HadamardFourEightTrust", "qat", { forward: "other" }],
    ["forward QuEST; backward BF16", "forward", { forward: "QuEST" }],
    ["forward QuESTNoQuantScale; backward BF16", "forward", { forward: "other" }],
    ["forward AlbertTsengQuantizer; backward BF16", "forward", { forward: "stochastic rounding" }],
    ["forward BF16; backward AlbertTsengDeterministic", "backward", { backward: "round to nearest" }],
    ["forward BF16; backward Eden128", "backward", { backward: "other" }],
    ["RTN; Hadamard 32; sign fixed", "backward", { backward: "round to nearest" }],
    ["SR; Hadamard 32; sign fixed", "backward", { backward: "stochastic rounding" }],
    ["EdenSR; correction sr; Hadamard 32; scale 1", "backward", { backward: "other" }],
    ["backward MXFP4+RHT(g=64)+SR", "backward", { backward: "stochastic rounding" }],
    ["backward MXFP4+RHT", "backward", { backward: "round to nearest" }],
    ["RTN", "full", { forward: "round to nearest", backward: "round to nearest" }],
    ["RTN", undefined, { forward: "round to nearest" }],
  ])("“%s” of the part %s is known by its passes", (scheme, part, passes) => {
    expect(trainingRecipe(scheme, part)).toEqual({ kind: "passes", ...passes });
  });

  it("that quantizes all passes is known by its name", () => {
    expect(trainingRecipe("LUQ-INT4", "full")).toEqual({ kind: "whole", name: "LUQ-INT4" });
    expect(trainingRecipe("Quartet", "full")).toEqual({ kind: "whole", name: "Quartet" });
  });

  it("is not known without a scheme", () => {
    expect(trainingRecipe(undefined, "full")).toBeUndefined();
  });
});
