import { describe, expect, it } from "vitest";
import { operandError } from "../../../../server/science/laws/train/operandError.ts";
import type { TrainParameters } from "../../../../server/science/laws/train/TrainConstants.ts";
import {
  type TrainQuestion,
  trainRun,
  trainTerms,
} from "../../../../server/science/laws/train/trainTerms.ts";
import { format } from "../known.ts";
import { relativeError } from "../relativeError.ts";

/** Round numbers that can be followed by hand. */
const c: TrainParameters = {
  A: 2,
  kappa: 3,
  h: 0.5,
  p: 0.5,
  a: 0.5,
  b: 0.5,
  B: 10,
  c_float4: 1.5,
  c_integer4: 4,
  stochastic: 2,
  wide: 3,
  plain: 2,
};

/** 100 times 100M parameters at 400 tokens a parameter: N^−a is 1/10, (D/N)^b is 2. */
const size = { parameters: 1e10, tokens: 4e12 };

function terms(question: Partial<TrainQuestion> & Pick<TrainQuestion, "weights" | "activations">) {
  const run = trainRun({ ...size, backward: format("bf16"), ...question });
  if (run === undefined) throw new Error("the errors of these formats are known");
  return trainTerms(c, run);
}

/** m of a format that is in the sums below. */
function m(name: string): number {
  const error = operandError(format(name));
  if (error === undefined) throw new Error(`the error of ${name} is known`);
  return error;
}

describe("The error of an operand", () => {
  // Least mean squared errors of uniform quantizers of a normal variable (Max 1960, Table II): 0.1188, 0.03744, 0.01154.
  it.each([
    ["int2", 0.1188],
    ["int3", 0.03744],
    ["int4", 0.01154],
  ])("is that of the quantizer: %s", (name, published) => {
    expect(relativeError(m(name), published)).toBeLessThan(1e-3);
  });

  // 3.399 and 3.159 effective bits, log to the base 1/4 of the error, are published with another scale: up to 0.25 dB better.
  it.each([
    ["nvfp4", 4 ** -3.399],
    ["mxfp4", 4 ** -3.159],
  ])("is within 6 %% of what is published for %s", (name, published) => {
    expect(relativeError(m(name), published)).toBeLessThan(0.06);
  });

  it("is nothing from 16 bits on", () => {
    expect([m("bf16"), m("fp16"), m("fp32")]).toEqual([0, 0, 0]);
  });

  it("of FP8 without a layout is that of E4M3", () => {
    expect(m("fp8")).toBe(m("fp8_e4m3"));
  });
});

describe("The forward term", () => {
  it("is A·(m_w + κ·m_a)^p·N^−a·(D/N)^b for floats of 8 bits", () => {
    const { forward, backward } = terms({ weights: format("mxfp8"), activations: format("mxfp8") });
    expect(relativeError(forward, 2 * Math.sqrt(4 * m("mxfp8")) * 0.1 * 2)).toBeLessThan(1e-12);
    expect(backward).toBe(0);
  });

  it("is nothing in 16 bits", () => {
    expect(terms({ weights: format("bf16"), activations: format("bf16") }).forward).toBe(0);
  });

  it("has a factor for floats of 4 bits", () => {
    const { forward } = terms({ weights: format("nvfp4"), activations: format("nvfp4") });
    expect(relativeError(forward, 2 * 1.5 * Math.sqrt(4 * m("nvfp4")) * 0.1 * 2)).toBeLessThan(1e-12);
  });

  it("adds h for integers without Hadamard transforms, and a factor for those of 4 bits", () => {
    const int8 = terms({ weights: format("int8:channel"), activations: format("int8:channel") }).forward;
    expect(relativeError(int8, 2 * Math.sqrt(4 * m("int8") + 0.5) * 0.1 * 2)).toBeLessThan(1e-12);
    const int4 = terms({ weights: format("int4:channel"), activations: format("int4:channel") }).forward;
    expect(relativeError(int4, 2 * 4 * Math.sqrt(4 * m("int4") + 0.5) * 0.1 * 2)).toBeLessThan(1e-12);
  });

  it.each([
    ["with Hadamard transforms", "int4:channel", "int4:channel", true],
    ["in weights alone", "int4:channel", "bf16", undefined],
    ["in blocks, which confine outliers", "mxint8", "mxint8", undefined],
  ] as const)("has neither for integers %s", (_, weights, activations, hadamard) => {
    const { forward } = terms({
      weights: format(weights),
      activations: format(activations),
      techniques: { hadamard },
    });
    expect(relativeError(forward, 2 * Math.sqrt(m(weights) + 3 * m(activations)) * 0.1 * 2)).toBeLessThan(
      1e-12,
    );
  });
});

describe("The backward term", () => {
  const wide = { weights: format("bf16"), activations: format("bf16") };

  it("is B·m_g for both products, without N and D", () => {
    const { forward, backward } = terms({ ...wide, backward: format("fp8_e5m2") });
    expect([forward, relativeError(backward, 10 * m("fp8_e5m2")) < 1e-12]).toEqual([0, true]);
  });

  it.each([
    [true, false, 0.7],
    [false, true, 0.3],
    [false, false, 0],
  ])(
    "counts the products that read few bits: inputs %s, weights %s",
    (inputGradient, weightGradient, share) => {
      const backwardProducts = { inputGradient, weightGradient };
      const { backward } = terms({ ...wide, backward: format("fp8_e5m2"), backwardProducts });
      expect(Math.abs(backward - share * 10 * m("fp8_e5m2"))).toBeLessThan(1e-12);
    },
  );

  it("is larger by stochastic rounding of 4-bit floats, which gives up error for being right on average", () => {
    const rounded = (stochasticRounding: boolean) =>
      terms({ ...wide, backward: format("nvfp4"), techniques: { hadamard: true, stochasticRounding } })
        .backward;
    expect(relativeError(rounded(false), 10 * m("nvfp4"))).toBeLessThan(1e-12);
    expect(relativeError(rounded(true), 2 * 10 * m("nvfp4"))).toBeLessThan(1e-12);
  });

  it("is in the format of the activations where it is not stated and both operands are floats", () => {
    const nvfp4 = { weights: format("nvfp4"), activations: format("nvfp4") };
    expect(terms({ ...nvfp4, backward: undefined })).toEqual(terms({ ...nvfp4, backward: format("nvfp4") }));
    const int4 = { weights: format("int4"), activations: format("int4") };
    expect(terms({ ...int4, backward: undefined }).backward).toBe(0);
  });
});

describe("The recipe", () => {
  const of = (name: string, more: Partial<TrainQuestion>) => {
    const formats = { weights: format(name), activations: format(name), backward: format(name) };
    const { forward, backward } = terms({ ...formats, ...more });
    return forward + backward;
  };
  const hadamard = { hadamard: true, stochasticRounding: false };
  const known = of("nvfp4", { techniques: hadamard });

  it.each([
    ["layers kept wide", { techniques: hadamard, wideLayers: 0.2 }, Math.exp(-0.6)],
    ["no technique at all", { techniques: { hadamard: false, stochasticRounding: false } }, 2],
    ["not a treatment of outliers", { techniques: { ...hadamard, outliers: true } }, 1],
    [
      "not a treatment of outliers as the only technique",
      { techniques: { hadamard: false, stochasticRounding: false, outliers: true } },
      1,
    ],
  ])("of a 4-bit float counts: %s", (_, more, factor) => {
    expect(relativeError(of("nvfp4", more) / known, factor)).toBeLessThan(1e-12);
  });

  it("of FP8 does not", () => {
    expect(
      of("fp8_e4m3", { techniques: { hadamard: false, stochasticRounding: false }, wideLayers: 0.5 }),
    ).toBe(of("fp8_e4m3", {}));
  });
});
