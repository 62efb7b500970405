import { describe, expect, it } from "vitest";
import {
  offsetAboveFourBits,
  PTQ_TERMS,
  type PtqInputs,
  ptqTerms,
  saturatingSlope,
  saturatingTokens,
} from "../../../../server/science/laws/ptq/ptqTerms.ts";

const SATURATION = 2e12;
const reference: PtqInputs = { bits: 4, group: 128, method: "gptq", parameters: 7e9, tokens: 1e12 };

/** The terms that are not zero, by name. */
function termsOf(changed: Partial<PtqInputs>): Record<string, number | undefined> {
  const values = ptqTerms({ ...reference, ...changed }, SATURATION);
  return Object.fromEntries(
    PTQ_TERMS.flatMap((name, i) => (values[i] === 0 || name === "tokens" ? [] : [[name, values[i]]])),
  );
}

describe("the terms of ln ΔL", () => {
  it("have an intercept alone for GPTQ at 4 bits in groups of 128 on 7B parameters", () => {
    expect(termsOf({})).toEqual({ intercept: 1 });
  });

  it("tell methods apart, and their behaviour at 3 and 2 bits", () => {
    expect(termsOf({ method: "awq", bits: 3 })).toEqual({ intercept: 1, awq: 1, bits3: 1, bits3_awq: 1 });
    expect(termsOf({ method: "rtn", bits: 2 })).toEqual({ intercept: 1, rtn: 1, bits2: 1, bits2_rtn: 1 });
  });

  it("count symmetric levels per channel alone", () => {
    const { group: _, ...ungrouped } = reference;
    const at = PTQ_TERMS.indexOf("channel_symmetric");
    expect(ptqTerms({ ...ungrouped, symmetric: true }, SATURATION)[at]).toBe(1);
    expect(ptqTerms({ ...reference, symmetric: true }, SATURATION)[at]).toBe(0);
  });

  it("lie on the line between the knots: 2.5 bits are half of 3 and half of 2", () => {
    expect(termsOf({ bits: 2.5 })).toEqual({ intercept: 1, bits3: 0.5, bits2: 0.5 });
    expect(termsOf({ bits: 3.5 })).toEqual({ intercept: 1, bits3: 0.5 });
  });

  it("go on below 2 bits along the line from 3 to 2: at 1 bit, twice 2 bits less 3 bits", () => {
    expect(termsOf({ bits: 1 })).toEqual({ intercept: 1, bits3: -1, bits2: 2 });
  });

  it("count a group by its logarithm against 128, and none as a channel", () => {
    expect(termsOf({ group: 32 })["group"]).toBeCloseTo(-2 * Math.LN2, 12);
    const { group: _, ...ungrouped } = reference;
    const values = ptqTerms(ungrouped, SATURATION);
    expect(values[PTQ_TERMS.indexOf("channel")]).toBe(1);
    expect(values[PTQ_TERMS.indexOf("group")]).toBe(0);
  });
});

describe("the term of the tokens", () => {
  it("is ln of D/(1 + D/D₀) in trillions: 2T of D₀ = 2T count as 1T", () => {
    expect(saturatingTokens(2e12, SATURATION)).toBeCloseTo(0, 12);
  });

  it("never passes D₀, and far above it hardly moves", () => {
    expect(saturatingTokens(1e18, SATURATION)).toBeCloseTo(Math.LN2, 5);
    expect(saturatingSlope(200e12, SATURATION)).toBeCloseTo(1 / 101, 12);
  });
});

describe("above 4 bits", () => {
  it("a bit divides ΔL by four, as the squared error of rounding: 8 bits lose 1/256 of 4 bits", () => {
    expect(Math.exp(offsetAboveFourBits(8))).toBeCloseTo(1 / 256, 12);
    expect(offsetAboveFourBits(3)).toBeCloseTo(0, 12);
  });
});
