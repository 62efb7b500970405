import { describe, expect, it } from "vitest";
import bitlawPtq from "../../../../server/data/laws/bitlaw-ptq.json" with { type: "json" };
import { fitCoefficients } from "../../../../server/science/fit/ptq/fitPtq.ts";
import { ptqObservations } from "../../../../server/science/fit/ptq/ptqObservations.ts";
import { lawNamed } from "../../../../server/science/lawFiles/publishedLaws.ts";
import { PTQ_TERMS } from "../../../../server/science/laws/ptq/ptqTerms.ts";
import { bundledQuantization } from "../../../../server/science/measurements/bundledMeasurements.ts";
import { format as known } from "../known.ts";

const observations = ptqObservations(bundledQuantization().measurements);

describe("bitlaw-ptq", () => {
  it("has the coefficients that its fitter finds in the published measurements", () => {
    const { deviations } = bitlawPtq.settings;
    const found = fitCoefficients(observations, { deviations, saturation: bitlawPtq.constants.saturation });
    PTQ_TERMS.forEach((term, i) => {
      expect(Math.abs((found.values[i] ?? 0) - bitlawPtq.constants[term]), term).toBeLessThan(2e-3);
    });
    expect(bitlawPtq.fit.rows).toBe(observations.length);
  }, 60_000);

  it("leaves out each family that it was fitted on, and knows no other", () => {
    const law = lawNamed("bitlaw-ptq");
    const families = [...new Set(observations.map(({ family }) => family))];
    expect(Object.keys(bitlawPtq.leftOut).sort()).toEqual(families.sort());
    const bf16 = known("bf16");
    const inputs = {
      parameters: 6.5e9,
      tokens: 2e12,
      weights: bf16,
      activations: bf16,
      kvCache: bf16,
      quantization: known("int4:g128"),
      method: "gptq",
    } as const;
    expect(law?.withoutFamily?.("OPT")?.predict(inputs).delta).not.toBe(law?.predict(inputs).delta);
    expect(law?.withoutFamily?.("Mistral")).toBeUndefined();
  });

  it("stays near the measurements that everybody cites: LLaMA-2-7B by GPTQ, 4 bits in groups of 128, +0.025 nats", () => {
    const bf16 = known("bf16");
    const prediction = lawNamed("bitlaw-ptq")?.predict({
      parameters: 6476005376,
      tokens: 2e12,
      weights: bf16,
      activations: bf16,
      kvCache: bf16,
      quantization: known("int4:g128"),
      method: "gptq",
    });
    // OmniQuant, Table 1: perplexity 5.61 against 5.47, ln(5.61/5.47) = 0.0253; GPTQ's own README: 0.029–0.039.
    expect(prediction?.delta).toBeGreaterThan(0.0253 / 2);
    expect(prediction?.delta).toBeLessThan(0.0253 * 2);
    expect(prediction?.interval?.low).toBeLessThan(0.0253);
    expect(prediction?.interval?.high).toBeGreaterThan(0.0253);
    expect(prediction?.collapseRisk).toBeLessThan(0.1);
  });
});
