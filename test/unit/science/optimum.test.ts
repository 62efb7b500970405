import { describe, expect, it } from "vitest";
import { kumarConstants } from "../../../server/science/laws/kumarFormulas.ts";
import {
  kumarLossAtBits,
  kumarOptimalBits,
  kumarOptimumAtBits,
  kumarOptimumForCompute,
  kumarOptimumForParameters,
  kumarOptimumForTokens,
} from "../../../server/science/laws/kumarOptimum.ts";
import { bestLayout, realLayout, sunConstants } from "../../../server/science/laws/sunFormulas.ts";
import {
  penaltyScale,
  sunBitsForParameters,
  sunBitsForTokens,
  sunLossAtBits,
  sunOptimumForCompute,
} from "../../../server/science/laws/sunOptimum.ts";
import { tokensForCompute, trainingCompute } from "../../../server/science/laws/trainingCompute.ts";
import { minimizeScalar } from "../../../server/science/numerics/minimizeScalar.ts";
import { law } from "./known.ts";
import { relativeError } from "./relativeError.ts";

const sun = sunConstants(law("sun-2025").file);
const kumar = kumarConstants(law("kumar-2024").file);
/** B = 128. */
const log2Block = 7;

/** x > 0 at which f is lowest, sought over the logarithm. */
function lowestOver(f: (x: number) => number, lower: number, upper: number) {
  const found = minimizeScalar(
    (logarithm) => f(Math.exp(logarithm)),
    Math.log(lower),
    Math.log(upper),
    1e-11,
  );
  return { x: Math.exp(found.x), value: found.value };
}

describe("minimizeScalar", () => {
  it("finds the minimum of a parabola", () => {
    expect(minimizeScalar((x) => (x - 2) ** 2 + 1, -10, 7).x).toBeCloseTo(2, 6);
  });

  it("finds a minimum at an end", () => {
    expect(minimizeScalar((x) => x, 1, 3).x).toBe(1);
    expect(minimizeScalar((x) => -x, 1, 3).x).toBe(3);
  });

  it("passes a region at the lower end where the function is infinite", () => {
    const f = (x: number) => (x < 9 ? Number.POSITIVE_INFINITY : (x - 9.5) ** 2);
    expect(minimizeScalar(f, 0, 10).x).toBeCloseTo(9.5, 6);
  });

  it("refuses an empty interval", () => {
    expect(() => minimizeScalar((x) => x, 2, 2)).toThrow(RangeError);
  });
});

describe("Sun's best layout", () => {
  it.each([
    [3, 1, 1],
    [4, 2, 1],
    [5, 2, 2],
    [6, 3, 2],
    [7, 3, 3],
    [8, 4, 3],
    [16, 8, 7],
  ])("of %i bits is the published E%iM%i", (bits, exponent, mantissa) => {
    expect(bestLayout(sun, bits)).toEqual({ exponent, mantissa });
  });

  it("uses all bits but the sign when bits could be split", () => {
    const { exponent, mantissa } = realLayout(sun, 8);
    expect(exponent + mantissa + 1).toBeCloseTo(8, 12);
    // 3.1926·8/6.1469 − 0.5 = 3.65507; 2.9543·8/6.1469 − 0.5 = 3.34493.
    expect(exponent).toBeCloseTo(3.65507, 4);
    expect(mantissa).toBeCloseTo(3.34493, 4);
  });

  it("refuses bits that are not whole", () => {
    expect(() => bestLayout(sun, 4.5)).toThrow(RangeError);
  });
});

describe("Sun's best number of bits", () => {
  it("rests on the published γ_ρ", () => {
    expect(relativeError(penaltyScale(sun), 160.697)).toBeLessThan(1e-5);
  });

  it.each([
    [1e11, 4.268],
    [1e12, 5.179],
    [1e13, 6.284],
    [1e14, 7.624],
  ])("is the reference one for %d tokens", (tokens, bits) => {
    expect(sunBitsForTokens(sun, tokens, log2Block)).toBeCloseTo(bits, 3);
  });

  it("for given tokens is the numerical minimum, whatever the compute", () => {
    for (const compute of [1e21, 1e24]) {
      const loss = (bits: number) =>
        sunLossAtBits(sun, {
          bits,
          tokens: 1e12,
          parameters: tokensForCompute(compute, 1e12, bits),
          log2Block,
        });
      expect(relativeError(lowestOver(loss, 1, 40).x, sunBitsForTokens(sun, 1e12, log2Block))).toBeLessThan(
        1e-5,
      );
    }
  });

  it("for given parameters is the numerical minimum", () => {
    const [parameters, compute] = [1e9, 1e22];
    const loss = (bits: number) =>
      sunLossAtBits(sun, {
        bits,
        parameters,
        tokens: tokensForCompute(compute, parameters, bits),
        log2Block,
      });
    const bits = sunBitsForParameters(sun, { parameters, compute, log2Block });
    expect(relativeError(lowestOver(loss, 1, 40).x, bits)).toBeLessThan(1e-5);
  });

  it.each([
    [1e21, 4.19],
    [1e24, 5.005],
    [1e31, 7.578],
  ])("is the reference one with all free at %d FLOP", (compute, bits) => {
    expect(sunOptimumForCompute(sun, compute, log2Block).bits).toBeCloseTo(bits, 3);
  });

  it("comes with the reference N and D at 1e21 FLOP, which spend the budget", () => {
    const { bits, parameters, tokens } = sunOptimumForCompute(sun, 1e21, log2Block);
    // Printed to 3 digits: 7.93e9 and 8.02e10.
    expect(relativeError(parameters, 7.93e9)).toBeLessThan(1e-3);
    expect(relativeError(tokens, 8.02e10)).toBeLessThan(1e-3);
    expect(relativeError(trainingCompute(parameters, tokens, bits), 1e21)).toBeLessThan(1e-12);
  });

  it("with all free is the numerical minimum over bits and parameters", () => {
    const compute = 1e24;
    const lossAt = (bits: number) =>
      lowestOver(
        (parameters) =>
          sunLossAtBits(sun, {
            bits,
            parameters,
            tokens: tokensForCompute(compute, parameters, bits),
            log2Block,
          }),
        1e8,
        1e14,
      ).value;
    const best = sunOptimumForCompute(sun, compute, log2Block);
    expect(relativeError(lowestOver(lossAt, 1, 40).x, best.bits)).toBeLessThan(1e-4);
    expect(
      relativeError(sunLossAtBits(sun, { ...best, log2Block }), lowestOver(lossAt, 1, 40).value),
    ).toBeLessThan(1e-9);
  });
});

describe("Kumar's best number of bits", () => {
  it("is 7.002 with all free", () => {
    expect(kumarOptimalBits(kumar)).toBeCloseTo(7.002, 3);
  });

  it("comes with the reference N, D and loss at 1e21 FLOP", () => {
    const best = kumarOptimumForCompute(kumar, 1e21);
    expect(relativeError(best.parameters, 5.343e9)).toBeLessThan(2e-4);
    expect(relativeError(best.tokens, 7.127e10)).toBeLessThan(2e-4);
    expect(kumarLossAtBits(kumar, best)).toBeCloseTo(2.9125, 4);
  });

  it("beats 16 bits at the same compute by the reference difference", () => {
    const sixteen = kumarOptimumAtBits(kumar, 1e21, 16);
    expect(relativeError(sixteen.parameters, 3.052e9)).toBeLessThan(2e-4);
    expect(relativeError(sixteen.tokens, 5.461e10)).toBeLessThan(2e-4);
    expect(kumarLossAtBits(kumar, sixteen)).toBeCloseTo(2.9333, 4);
  });

  it("at fixed bits has N and D at the numerical minimum", () => {
    const best = kumarOptimumAtBits(kumar, 1e22, 8);
    const loss = (parameters: number) =>
      kumarLossAtBits(kumar, { bits: 8, parameters, tokens: tokensForCompute(1e22, parameters, 8) });
    expect(relativeError(lowestOver(loss, 1e8, 1e13).x, best.parameters)).toBeLessThan(1e-5);
    expect(relativeError(trainingCompute(best.parameters, best.tokens, 8), 1e22)).toBeLessThan(1e-12);
  });

  it("with N fixed is 11.21 for 8B parameters and the compute of 2T tokens at 16 bits", () => {
    const compute = trainingCompute(8e9, 2e12, 16);
    const best = kumarOptimumForParameters(kumar, compute, 8e9);
    expect(best.bits).toBeCloseTo(11.21, 2);
    const gain =
      kumarLossAtBits(kumar, best) - kumarLossAtBits(kumar, { parameters: 8e9, tokens: 2e12, bits: 16 });
    expect(gain).toBeCloseTo(-0.00123, 5);
  });

  it("with N fixed grows with the compute", () => {
    const bits = [1e20, 1e21, 1e22].map((compute) => kumarOptimumForParameters(kumar, compute, 1e9).bits);
    expect(bits).toEqual([...bits].sort((left, right) => left - right));
    expect(new Set(bits).size).toBe(3);
  });

  it("with D fixed is the one with all free", () => {
    expect(kumarOptimumForTokens(kumar, 1e22, 1e11).bits).toBeCloseTo(kumarOptimalBits(kumar), 4);
  });

  it("has no optimum where the run diverges", () => {
    expect(() => kumarOptimumAtBits(kumar, 1e21, 3)).toThrow(/diverge/);
  });
});
