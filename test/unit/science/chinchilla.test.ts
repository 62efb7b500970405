import { describe, expect, it } from "vitest";
import {
  chinchillaConstants,
  chinchillaLoss,
  chinchillaOptimum,
} from "../../../server/science/laws/chinchilla.ts";
import { format, formats, law } from "./known.ts";
import { relativeError } from "./relativeError.ts";

const besiroglu = law("besiroglu-2024");
const hoffmann = law("hoffmann-2022");

describe("The 16-bit baselines", () => {
  it("give the reference losses", () => {
    const loss = (source: typeof hoffmann, parameters: number, tokens: number) =>
      chinchillaLoss(chinchillaConstants(source.file), parameters, tokens);
    expect(loss(besiroglu, 70e9, 1.4e12)).toBeCloseTo(1.9739, 4);
    expect(loss(besiroglu, 1e9, 2e10)).toBeCloseTo(2.5301, 4);
    expect(loss(hoffmann, 1e9, 2e10)).toBeCloseTo(2.5307, 4);
  });

  it("give the reference optima at 5.76e23 FLOP", () => {
    // Printed to 3 digits: 72.2e9 and 40.4e9.
    const parameters = (source: typeof hoffmann) =>
      chinchillaOptimum(chinchillaConstants(source.file), 5.76e23).parameters;
    expect(relativeError(parameters(besiroglu), 72.2e9)).toBeLessThan(2e-3);
    expect(relativeError(parameters(hoffmann), 40.4e9)).toBeLessThan(2e-3);
  });

  it("have an optimum that spends the budget and beats its neighbours", () => {
    const c = chinchillaConstants(besiroglu.file);
    const { parameters, tokens } = chinchillaOptimum(c, 1e21);
    expect(relativeError(6 * parameters * tokens, 1e21)).toBeLessThan(1e-12);
    for (const shift of [0.98, 1.02]) {
      expect(chinchillaLoss(c, parameters, tokens)).toBeLessThan(
        chinchillaLoss(c, parameters * shift, tokens / shift),
      );
    }
  });

  it("apply to 16 bits and more only", () => {
    expect(besiroglu.applicability(formats("fp32", "bf16", "fp16"))).toEqual({ applies: true });
    expect(besiroglu.applicability(formats("bf16", "mxfp8"))).toEqual({
      applies: false,
      because: "fitted on 16-bit training only; this run uses MXFP8",
    });
    expect(besiroglu.applicability({ ...formats("bf16"), quantization: format("int4") }).applies).toBe(false);
  });

  it("predict no loss by precision", () => {
    const prediction = hoffmann.predict({ parameters: 1e9, tokens: 2e10, ...formats("bf16") });
    expect(prediction).toMatchObject({ delta: 0, effectiveParameters: 1e9, domain: { inside: true } });
    expect(prediction.criticalTokens).toBeUndefined();
    expect(prediction.terms.reduce((sum, term) => sum + term.value, 0)).toBeCloseTo(2.5307, 4);
  });

  it("say how far outside Hoffmann et al.'s runs a prediction is", () => {
    // 70M to 16B parameters and 5B to 500B tokens: 160e9 / 16e9 = 10, 1e12 / 500e9 = 2.
    const run = { parameters: 160e9, tokens: 1e12, ...formats("bf16") };
    expect(hoffmann.predict(run).domain).toEqual({ inside: false, factors: { parameters: 10, tokens: 2 } });
    expect(besiroglu.predict(run).domain).toEqual({ inside: false, factors: { parameters: 10, tokens: 2 } });
  });
});
