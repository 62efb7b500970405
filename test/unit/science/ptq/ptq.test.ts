import { describe, expect, it } from "vitest";
import { lawNamed } from "../../../../server/science/lawFiles/publishedLaws.ts";
import type { Anchor, LawInputs } from "../../../../server/science/laws/Law.ts";
import { ptq } from "../../../../server/science/laws/ptq/ptq.ts";
import { format as known } from "../known.ts";
import { handMadeLaw } from "./handMadeLaw.ts";

const BF16 = known("bf16");
const law = ptq(
  handMadeLaw({ intercept: Math.log(0.1), rtn: Math.LN2, parameters: -0.5, bits3: Math.log(5) }),
);

/** 7B parameters and 2T tokens, which count as 1T of D₀ = 2T: the terms of N and D are zero. */
function inputs(quantization: string, more: Partial<LawInputs> = {}): LawInputs {
  return {
    parameters: 7e9,
    tokens: 2e12,
    weights: BF16,
    activations: BF16,
    kvCache: BF16,
    quantization: known(quantization),
    method: "gptq",
    ...more,
  };
}

const delta = (quantization: string, more?: Partial<LawInputs>) =>
  law.predict(inputs(quantization, more)).delta;

function anchor(quantization: string, measured: number, method: Anchor["method"] = "gptq"): Anchor {
  return { quantization: known(quantization), method, delta: measured, source: "declared" };
}

describe("the hierarchical law of quantization after training", () => {
  it("is e^intercept at its reference, and multiplies by the effects of method, width and size", () => {
    expect(delta("int4:g128")).toBeCloseTo(0.1, 12);
    expect(delta("int4:g128", { method: "rtn" })).toBeCloseTo(0.2, 12);
    expect(delta("int3:g128")).toBeCloseTo(0.5, 12);
    // (28e9/7e9)^−0.5 = 1/2.
    expect(delta("int4:g128", { parameters: 28e9 })).toBeCloseTo(0.05, 12);
    // Four bits more, a factor of four each.
    expect(delta("int8:g128")).toBeCloseTo(0.1 / 256, 12);
  });

  it("has an 80 % interval of 1.2816 standard deviations, here of 1, in the logarithm", () => {
    const { interval } = law.predict(inputs("int4:g128"));
    expect(interval?.low).toBeCloseTo(0.1 * Math.exp(-1.2815515655), 9);
    expect(interval?.high).toBeCloseTo(0.1 * Math.exp(1.2815515655), 9);
    expect(interval).toMatchObject({ level: 0.8, from: "fit" });
  });

  it("gives the risk of a collapse: Φ(ln 0.1) = Φ(−2.3026) = 0.01065", () => {
    expect(law.predict(inputs("int4:g128")).collapseRisk).toBeCloseTo(0.01065, 4);
  });

  it("takes the mean of four methods where the method is not known, and a wider interval", () => {
    const { method: _, ...unknown } = inputs("int4:g128");
    const prediction = law.predict(unknown);
    // One of four methods has an effect, of ln 2: the mean is e^(ln 2/4) of the others.
    expect(prediction.delta).toBeCloseTo(0.1 * 2 ** 0.25, 12);
    // Variance among 0, 0, 0 and ln 2: 3/16·(ln 2)².
    const deviation = Math.sqrt(1 + (3 / 16) * Math.LN2 ** 2);
    expect((prediction.interval?.high ?? 0) / (prediction.delta ?? 1)).toBeCloseTo(
      Math.exp(1.2815515655 * deviation),
      9,
    );
    expect(prediction.caveats.join()).toContain("method of quantization is not known");
  });
});

describe("details of a quantization", () => {
  const symmetric = ptq(handMadeLaw({ intercept: Math.log(0.1), channel_symmetric: Math.log(3) }));
  const answer = (quantization: string, quantizationDetails: LawInputs["quantizationDetails"]) =>
    symmetric.predict(inputs(quantization, { quantizationDetails }));

  it("count symmetric levels where a row has one scale, and say so where groups have no figure", () => {
    expect(answer("int4:channel", { symmetric: true }).delta).toBeCloseTo(0.3, 12);
    expect(answer("int4:channel", { symmetric: false }).delta).toBeCloseTo(0.1, 12);
    const grouped = answer("int4:g128", { symmetric: true });
    expect(grouped.delta).toBeCloseTo(0.1, 12);
    expect(grouped.caveats.join()).toContain("Symmetric levels count as asymmetric ones");
  });

  it("name the order of activations, which has no factor", () => {
    const { delta: ordered, caveats } = answer("int4:g128", { activationOrder: true });
    expect(ordered).toBeCloseTo(0.1, 12);
    expect(caveats.join()).toContain("Activation order counts as none");
  });

  it("hold for measurements too: a symmetric one that is three times as high says nothing new", () => {
    const measured = { ...anchor("int4:channel", 0.3), details: { symmetric: true } };
    const moved = symmetric.predict(inputs("int4:channel", { anchors: [measured] }));
    expect(moved.delta).toBeCloseTo(0.1, 12);
  });
});

describe("one measurement of the model", () => {
  it("in the very setting moves the prediction by what is shared: 1 − 0.5² of its logarithm", () => {
    // Measured twice the prediction; shared variance 1 − residual² = 0.75 of 1.
    expect(delta("int4:g128", { anchors: [anchor("int4:g128", 0.2)] })).toBeCloseTo(0.1 * 2 ** 0.75, 9);
  });

  it("under another method moves it less: family and model, 0.4² + 0.4² = 0.32", () => {
    expect(delta("int4:g128", { anchors: [anchor("int4:g128", 0.2, "awq")] })).toBeCloseTo(
      0.1 * 2 ** 0.32,
      9,
    );
  });

  it("by round to nearest says nothing of the methods that look at data, nor they of it", () => {
    expect(delta("int4:g128", { anchors: [anchor("int4:g128", 0.8, "rtn")] })).toBeCloseTo(0.1, 12);
    expect(delta("int4:g128", { method: "rtn", anchors: [anchor("int4:g128", 0.8)] })).toBeCloseTo(0.2, 12);
  });

  it("by round to nearest tells of its other widths: 0.5² + 0.5² = 0.5, and all but 0.5² of the very setting", () => {
    // Measured twice the predictions, 0.2 in 4 bits and 1 in 3.
    const nearest = (quantization: string, measured: number) =>
      delta("int4:g128", { method: "rtn", anchors: [anchor(quantization, measured, "rtn")] });
    expect(nearest("int3:g128", 2)).toBeCloseTo(0.2 * 2 ** 0.5, 9);
    expect(nearest("int4:g128", 0.4)).toBeCloseTo(0.2 * 2 ** 0.75, 9);
  });

  it("at another width of the same method: 0.32 + 0.3² + 0.3² = 0.5", () => {
    expect(delta("int4:g128", { anchors: [anchor("int3:g128", 1)] })).toBeCloseTo(0.1 * 2 ** 0.5, 9);
  });

  it("is said to be by another method", () => {
    const caveatsOf = (method: Anchor["method"]) =>
      law.predict(inputs("int4:g128", { anchors: [anchor("int4:g64", 0.1, method)] })).caveats.join();
    expect(caveatsOf("gptq")).toBe("Anchored by one measurement of this model");
    expect(caveatsOf("rtn")).toContain("one measurement of this model, none by this method");
  });

  it("narrows the interval: variance 1 − 0.75² in the very setting", () => {
    const { interval, delta: moved = 1 } = law.predict(
      inputs("int4:g128", { anchors: [anchor("int4:g128", 0.1)] }),
    );
    expect((interval?.high ?? 0) / moved).toBeCloseTo(Math.exp(1.2815515655 * Math.sqrt(1 - 0.75 ** 2)), 9);
  });

  it("that says that the model collapsed never lowers a prediction", () => {
    const risky = ptq(handMadeLaw({ intercept: Math.log(4) }));
    const collapsed = inputs("int4:g128", { anchors: [anchor("int4:g128", 1.5)] });
    expect(risky.predict(collapsed).delta).toBeCloseTo(4, 9);
  });

  it("below what is told from zero counts as 0.002 nats and leaves the numbers finite", () => {
    const prediction = law.predict(inputs("int4:g128", { anchors: [anchor("int4:g128", -0.01)] }));
    // ln(0.002/0.1) · 0.75.
    expect(prediction.delta).toBeCloseTo(0.1 * 0.02 ** 0.75, 9);
  });
});

describe("bitlaw-ptq applies", () => {
  const published = lawNamed("bitlaw-ptq");
  const answer = (more: Partial<LawInputs>) => published?.applicability(inputs("int4:g128", more));

  it("to integers and code books on models trained in 16 bits", () => {
    expect(answer({})).toEqual({ applies: true });
    expect(answer({ quantization: known("nf4") })).toEqual({ applies: true });
  });

  it("neither to 8-bit floats, nor to quantized activations or training, nor where nothing is quantized", () => {
    expect(answer({ quantization: known("fp8_e4m3:tensor") })?.applies).toBe(false);
    expect(answer({ activations: known("int8") })?.applies).toBe(false);
    expect(published?.applicability({ weights: BF16, activations: BF16, kvCache: BF16 }).applies).toBe(false);
  });
});
