import { describe, expect, it } from "vitest";
import { intervalOfFit } from "../../../server/science/lawFiles/intervalOfFit.ts";
import { lawFrom } from "../../../server/science/lawFiles/lawFrom.ts";
import type { LawFile } from "../../../server/science/laws/Law.ts";
import { format, law } from "./known.ts";

const BF16 = format("bf16");
const inputs = {
  parameters: 1e9,
  tokens: 1e11,
  weights: BF16,
  activations: BF16,
  kvCache: BF16,
  quantization: format("int4:channel"),
};

/** ouyang-2024 as if its 4-bit constants had these variances; ΔL = K·D^b/N^a. */
function fitted(names: readonly string[], matrix: readonly (readonly number[])[], residual = 0) {
  const file: LawFile = {
    ...law("ouyang-2024").file,
    name: "own",
    covariance: { names, matrix },
    fit: { residual },
  };
  const own = lawFrom(file);
  const prediction = own.predict(inputs);
  return { delta: prediction.delta ?? Number.NaN, interval: intervalOfFit(own, inputs, prediction) };
}

describe("an interval from the covariance of a fit", () => {
  it("of a factor known to 10 % is a factor of e^±0.128", () => {
    // ∂ ln ΔL/∂K = 1/K, so a deviation of 0.1·K is 0.1 in ln ΔL; half the width is 1.2816 × 0.1.
    const K = 6.1323e-6;
    const { delta, interval } = fitted(["4 bits: K"], [[(0.1 * K) ** 2]]);
    expect((interval?.high ?? 0) / delta).toBeCloseTo(Math.exp(0.12816), 3);
    expect((interval?.low ?? 0) / delta).toBeCloseTo(Math.exp(-0.12816), 3);
    expect(interval).toMatchObject({ level: 0.8, from: "fit" });
  });

  it("of an exponent grows with ln D: 0.01 × ln 1e11 = 0.2533", () => {
    const { delta, interval } = fitted(["4 bits: b"], [[0.01 ** 2]]);
    expect(Math.log((interval?.high ?? 0) / delta)).toBeCloseTo(1.28155 * 0.01 * Math.log(1e11), 2);
  });

  it("knows that errors that go together cancel", () => {
    // Moves of b and a that leave D^b/N^a as it is: da/db = ln D/ln N = 25.33/20.72 = 1.2222.
    const ratio = Math.log(1e11) / Math.log(1e9);
    const v = 0.01 ** 2;
    const { delta, interval } = fitted(
      ["4 bits: b", "4 bits: a"],
      [
        [v, v * ratio],
        [v * ratio, v * ratio ** 2],
      ],
    );
    expect(Math.log((interval?.high ?? 0) / delta)).toBeLessThan(0.005);
  });

  it("adds the scatter of the measurements around the fit", () => {
    const { delta, interval } = fitted(["4 bits: b"], [[0]], 0.2);
    expect(Math.log((interval?.high ?? 0) / delta)).toBeCloseTo(1.28155 * 0.2, 6);
  });

  it("is unknown for a law without a covariance", () => {
    const published = law("ouyang-2024");
    expect(intervalOfFit(published, inputs, published.predict(inputs))).toBeUndefined();
  });
});
