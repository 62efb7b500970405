import { describe, expect, it } from "vitest";
import { predictWithRecord } from "../../../../server/lint/assessment/predictWithRecord.ts";
import type { LawInputs } from "../../../../server/science/laws/Law.ts";
import { randomNumbers } from "../../../randomNumbers.ts";
import { format, formats, law } from "../known.ts";

const train = law("bitlaw-train");
const run = { parameters: 1e9, tokens: 1e11 };

describe("bitlaw-train applies", () => {
  it.each([
    "bf16",
    "fp8",
    "fp8_e4m3:block128",
    "mxfp8",
    "mxfp6",
    "nvfp4",
    "mxfp4",
    "int8",
    "int4:g128",
    "int2",
    "mxint8",
  ])("to %s in weights and activations", (name) => {
    expect(train.applicability(formats(name))).toEqual({ applies: true });
  });

  it("to the backward pass alone", () => {
    const inputs = { ...formats("bf16"), backward: format("nvfp4") };
    expect(train.applicability(inputs)).toEqual({ applies: true });
    expect(train.predict({ ...run, ...inputs }).delta).toBeGreaterThan(0);
  });

  it("to no code book, and says so", () => {
    expect(train.applicability(formats("nf4"))).toEqual({
      applies: false,
      because: "fitted on floats and integers; this run uses NF4, which has levels of its own",
    });
  });

  it("to no float whose layout is open, and says so", () => {
    expect(train.applicability(formats("fp6"))).toEqual({
      applies: false,
      because: "needs the rounding error of FP6 (layout not stated), whose values or scales are not known",
    });
  });

  it("to no cache in a format of its own", () => {
    expect(train.applicability(formats("fp8_e4m3", "fp8_e4m3", "int4"))).toEqual({
      applies: false,
      because: "no term for the KV cache, which is INT4",
    });
  });
});

describe("A prediction of bitlaw-train", () => {
  it("is nothing in 16 bits, without an interval or a caveat", () => {
    const { delta, interval, caveats } = train.predict({ ...run, ...formats("bf16") });
    expect({ delta, interval, caveats }).toEqual({ delta: 0, interval: undefined, caveats: [] });
  });

  it("has no interval outside the N and D of its table, nor has anybody else one, and says by how much", () => {
    const [, most = Number.NaN] = train.file.domain["tokens"] ?? [];
    const inputs = { ...run, tokens: 3 * most, ...formats("nvfp4") };
    const { prediction } = predictWithRecord(train, inputs);
    expect(prediction.interval).toBeUndefined();
    expect(prediction.domain).toEqual({ inside: false, factors: { tokens: 3 } });
  });

  it("is less sure where the recipe or the backward pass is not known, and above a billion parameters", () => {
    const width = (inputs: LawInputs) => {
      const { low = Number.NaN, high = Number.NaN } = train.predict(inputs).interval ?? {};
      return high / low;
    };
    const known = {
      ...run,
      ...formats("nvfp4"),
      backward: format("nvfp4"),
      techniques: { hadamard: true, stochasticRounding: true },
    };
    const { techniques: _, ...openRecipe } = known;
    const { backward: __, ...openBackward } = known;
    expect(width(openRecipe)).toBeGreaterThan(width(known));
    expect(width(openBackward)).toBeGreaterThan(width(known));
    expect(width({ ...known, parameters: 10e9 })).toBeGreaterThan(width(known));
  });

  it("of 8 bits reaches 0.005 nats further on either side, the scatter of published FP8 pairs", () => {
    const { delta = Number.NaN, interval } = train.predict({
      ...run,
      ...formats("mxfp8"),
      backward: format("mxfp8"),
    });
    const { low = Number.NaN, high = Number.NaN } = interval ?? {};
    // Without the floor the interval is the prediction times and over one factor, so its ends have the square as product.
    expect((low + 0.005) * (high - 0.005)).toBeCloseTo(delta ** 2, 12);
  });

  it("says what it had to assume", () => {
    expect(train.predict({ ...run, ...formats("nvfp4") }).caveats).toEqual([
      "The format of the output gradients in the backward pass is not known and taken as NVFP4; the interval is wider",
      "The recipe is not known; Hadamard transforms and stochastic rounding are assumed, and the interval is wider",
      "No layer is counted as kept in 16 bits; with 15 % of them wide ΔL is about 0.6 times this",
    ]);
  });

  it("lies in its interval, over random runs and formats", () => {
    const random = randomNumbers(7);
    const names = [
      "fp8",
      "fp8_e5m2",
      "mxfp8",
      "mxfp6",
      "nvfp4",
      "mxfp4",
      "int8",
      "int4",
      "int4:g32",
      "int2",
      "mxint8",
    ];
    const pick = () => formats(names[random(names.length)] ?? "fp8", names[random(names.length)] ?? "fp8");
    const maybe = () => [true, false, undefined][random(3)];
    for (let i = 0; i < 2000; i++) {
      const {
        delta = Number.NaN,
        interval,
        domain,
      } = train.predict({
        parameters: 10 ** (6 + random(700) / 100),
        tokens: 10 ** (7 + random(700) / 100),
        ...pick(),
        ...(random(2) ? { backward: format(names[random(names.length)] ?? "fp8") } : {}),
        techniques: { hadamard: maybe(), stochasticRounding: maybe(), outliers: maybe() },
        wideLayers: random(100) / 100,
      });
      expect(delta).toBeGreaterThan(0);
      expect(interval === undefined).toBe(!domain.inside);
      if (interval === undefined) continue;
      expect(interval.low).toBeLessThan(delta);
      expect(interval.high).toBeGreaterThan(delta);
    }
  });
});
