import { describe, expect, it } from "vitest";
import { chenBaseLoss, chenConstants, chenPenalty, chenSetting } from "../../../server/science/laws/chen.ts";
import { format, formats, law } from "./known.ts";
import { relativeError } from "./relativeError.ts";

const chen = law("chen-2025");
const c = chenConstants(chen.file);
const run = { parameters: 594.5e6, tokens: 1e11 };

describe("chen-2025 gives the published error of W4A4", () => {
  it.each([
    [594.5e6, 1e11, 32, 0.0441],
    [594.5e6, 1e11, 128, 0.0573],
    [594.5e6, 1e11, 256, 0.0636],
    [973.1e6, 2e11, 32, 0.0417],
    [973.1e6, 2e11, 128, 0.0542],
    [973.1e6, 2e11, 256, 0.0601],
  ])("for %d parameters, %d tokens and groups of %i", (parameters, tokens, group, delta) => {
    const prediction = chen.predict({ parameters, tokens, ...formats(`int4:g${group}`) });
    expect(Math.abs((prediction.delta ?? 0) - delta)).toBeLessThan(2e-4);
  });

  it("and its base loss", () => {
    expect(Math.abs(chenBaseLoss(c, 973.1e6, 2e11) - 2.614)).toBeLessThan(2e-4);
  });
});

describe("chen-2025", () => {
  it.each([
    ["int4:g128", "bf16", "W4A16"],
    ["bf16", "int4:g128", "W16A4"],
    ["int4:g128", "int4:g128", "W4A4"],
  ])("takes the setting from the formats: weights %s, activations %s", (weights, activations, setting) => {
    const { caveats } = chen.predict({ ...run, ...formats(weights, activations) });
    expect(caveats[0]).toBe(`The setting is ${setting} with G = 128`);
  });

  it("gives W4A16 the loss of its constants", () => {
    // 0.2522·(1e11)^0.161·7^0.3533/(1e9)^0.3589: 10^(−0.598255 + 1.771 + 0.298575 − 3.2301) = 10^−1.758780 = 0.017427.
    const { delta } = chen.predict({ parameters: 1e9, tokens: 1e11, ...formats("int4:g128", "bf16") });
    expect(delta).toBeCloseTo(0.017427, 5);
  });

  it("takes the down-projection's input in 8 bits only where that is stated", () => {
    const inputs = { ...run, ...formats("int4:g128"), downProjectionInput: format("int8") };
    const prediction = chen.predict(inputs);
    expect(prediction.caveats[0]).toContain("W4A4, down-projection input 8 bit");
    // 0.3519·(1e11)^0.0964·7^0.3407/(594.5e6)^0.2637:
    // ln: −1.044408 + 2.441633 + 0.662974 − 5.327673 = −3.267474 → 0.03810.
    expect(prediction.delta).toBeCloseTo(0.0381, 4);
    expect(prediction.delta).toBeLessThan(chen.predict({ ...run, ...formats("int4:g128") }).delta ?? 0);
  });

  it("has constants for five settings and no others", () => {
    expect(chenSetting(chen.file, { weights: 4, activations: 16, downProjectionInput: 8 })).toBeUndefined();
    expect(
      chen.applicability({ ...formats("int4:g128", "bf16"), downProjectionInput: format("int8") }),
    ).toEqual({
      applies: false,
      because: "no constants for W4A16 with the down-projection's input in INT8",
    });
  });

  it("takes FP4 as INT4 and says so", () => {
    const float = chen.predict({ ...run, ...formats("mxfp4") });
    expect(float.delta).toBe(chen.predict({ ...run, ...formats("int4:g32") }).delta);
    expect(float.caveats).toContain("MXFP4 is taken as INT4; FP4 within 0.015 nats of it in the paper");
    // NVFP4 has blocks of 16; the smallest fitted are 32.
    expect(chen.predict({ ...run, ...formats("nvfp4") }).domain.factors).toEqual({ block: 0.5 });
  });

  it("lets the coarser of two groups decide", () => {
    const mixed = chen.predict({ ...run, ...formats("int4:g64", "int4:g256") });
    expect(mixed.delta).toBe(chen.predict({ ...run, ...formats("int4:g256") }).delta);
    expect(mixed.caveats).toContain("Weights and activations have other groups; the coarser decides");
  });

  it("needs the length of a row for scales per channel", () => {
    const perChannel = formats("int4:channel");
    expect(chen.applicability(perChannel)).toEqual({
      applies: false,
      because: "scales per token and channel need the length of a row, which is not known",
    });
    const setting = chenSetting(chen.file, { weights: 4, activations: 4 });
    const { delta, domain } = chen.predict({ ...run, ...perChannel, rowLength: 2048 });
    expect(setting && delta).toBe(setting && chenPenalty(setting, { ...run, group: 2048 }));
    expect(domain.inside).toBe(true);
  });

  it.each([
    ["bf16", "bf16", /this run trains in 16 bits/],
    ["int8", "int8", /weights are INT8/],
    ["int4:g128", "fp8_e4m3", /activations are FP8 E4M3/],
    ["nf4", "bf16", /weights are NF4/],
    ["int4", "bf16", /needs the group size; INT4 states none/],
    ["int4:tensor", "bf16", /one scale per tensor was not/],
  ])("does not apply to %s with %s", (weights, activations, because) => {
    expect(chen.applicability(formats(weights, activations))).toMatchObject({
      applies: false,
      because: expect.stringMatching(because),
    });
  });

  it("has no term for a KV cache of its own", () => {
    expect(chen.applicability(formats("int4:g128", "int4:g128", "int8"))).toEqual({
      applies: false,
      because: "no term for the KV cache, which is INT8",
    });
  });

  it("has as effective parameters the 16-bit size with the same loss", () => {
    const { effectiveParameters = 0, loss = 0 } = chen.predict({ ...run, ...formats("int4:g128") });
    expect(relativeError(chenBaseLoss(c, effectiveParameters, run.tokens), loss)).toBeLessThan(1e-12);
  });
});
