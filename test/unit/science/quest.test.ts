import { describe, expect, it } from "vitest";
import { quest as questOf } from "../../../server/science/laws/quest.ts";
import { format, formats, law } from "./known.ts";

const quest = law("quest-2025");
const run = { parameters: 1e8, tokens: 5e9 };

describe("quest-2025", () => {
  // The authors' notebook: multipliers of N.
  it.each([
    ["int2", "int2", 0.1519e8],
    ["int3", "int3", 0.4331e8],
    ["int4", "int4", 0.6918e8],
    ["fp4_e2m1", "fp4_e2m1", 0.6296e8],
    ["int8", "int8", 1e8],
    ["int2", "bf16", 0.4137e8],
    ["int3", "bf16", 0.6531e8],
    ["int4", "bf16", 0.8404e8],
  ])(
    "gives the published effective parameters of weights in %s and activations in %s",
    (weights, activations, effective) => {
      const { effectiveParameters } = quest.predict({ ...run, ...formats(weights, activations) });
      expect(effectiveParameters).toBeCloseTo(effective, 0);
    },
  );

  it("gives no loss and no difference of losses", () => {
    const prediction = quest.predict({ ...run, ...formats("int4") });
    expect(prediction).toMatchObject({ diverges: false, terms: [], domain: { inside: true } });
    expect(prediction.loss).toBeUndefined();
    expect(prediction.delta).toBeUndefined();
    expect(prediction.caveats.join()).toMatch(/fit no other law's/);
  });

  it.each([
    ["bf16", "bf16", /this run trains in 16 bits/],
    ["int4", "int8", /no multiplier is published for weights in INT4 with activations in INT8/],
    ["int6", "int6", /weights in INT6/],
    ["ternary", "bf16", /weights in Ternary/],
    ["mxfp4", "mxfp4", /without the block scales of MXFP4/],
    ["nf4", "bf16", /weights in NF4/],
    ["bf16", "int4", /weights in BF16 with activations in INT4/],
  ])("does not apply to weights in %s and activations in %s", (weights, activations, because) => {
    expect(quest.applicability(formats(weights, activations))).toMatchObject({
      applies: false,
      because: expect.stringMatching(because),
    });
  });

  it("does not apply to runs that are known to be trained by another recipe", () => {
    const passes = (forward: "QuEST" | "other") => ({ kind: "passes", forward }) as const;
    expect(quest.applicability({ ...formats("int4"), recipe: passes("QuEST") }).applies).toBe(true);
    const others = [passes("other"), { kind: "whole", name: "LUQ-INT4" } as const];
    for (const recipe of others) {
      expect(quest.applicability({ ...formats("int4"), recipe })).toMatchObject({
        applies: false,
        because: expect.stringMatching(/Hadamard transforms; this run is trained by another recipe/),
      });
    }
  });

  it("applies to any recipe where it was fitted to one's own runs", () => {
    const own = questOf({ ...quest.file, name: "own-quest", trust: "own" });
    const recipe = { kind: "passes", forward: "other" } as const;
    expect(own.applicability({ ...formats("int4"), recipe }).applies).toBe(true);
  });

  it("judges tokens by parameters", () => {
    // 2.02e10/1e8 = 202 tokens per parameter, 202/101 = 2.
    expect(quest.predict({ ...run, tokens: 2.02e10, ...formats("int4") }).domain.factors).toEqual({
      tokensPerParameter: 2,
    });
  });

  it("says that quantization after training is not counted", () => {
    const { caveats } = quest.predict({ ...run, ...formats("int8"), quantization: format("int4") });
    expect(caveats.at(-1)).toMatch(/no term for quantization after training; INT4/);
  });
});
