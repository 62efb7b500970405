import { describe, expect, it } from "vitest";
import { quantizationAwareShare } from "../../../../server/science/optimum/quantizationAwareShare.ts";

describe("the share of the tokens for quantization-aware training", () => {
  it("follows Dremov et al. 2025: 1B parameters, 1T tokens, 4 bits", () => {
    // S = 1e12/(1e9 · 4/8) = 2000, ln S = 7.6009, f = e^(7.6009 − 6.7297/7.6009)/2000 = e^−0.88538 = 0.4126.
    const found = quantizationAwareShare({ parameters: 1e9, tokens: 1e12, bits: 4 });
    expect(found?.share).toBeCloseTo(0.4126, 3);
    expect(found?.inside).toBe(true);
  });

  it("is beyond what was fitted at 8B parameters and 15T tokens", () => {
    // S = 15e12/4e9 = 3750, ln S = 8.2295, e^(−6.7297/8.2295) = 0.4414.
    const found = quantizationAwareShare({ parameters: 8e9, tokens: 15e12, bits: 4 });
    expect(found?.share).toBeCloseTo(0.4414, 3);
    expect(found?.inside).toBe(false);
  });

  it("is the larger the more tokens a byte sees", () => {
    const share = (tokens: number) =>
      quantizationAwareShare({ parameters: 1e9, tokens, bits: 4 })?.share ?? 0;
    // S = 20: e^(−6.7297/2.9957) = 0.1058.
    expect(share(1e10)).toBeCloseTo(0.1058, 3);
    expect(share(1e12)).toBeGreaterThan(share(1e11));
  });

  it("is unknown for at most one token a byte", () => {
    expect(quantizationAwareShare({ parameters: 1e9, tokens: 5e8, bits: 4 })).toBeUndefined();
    expect(quantizationAwareShare({ parameters: 1e9, tokens: Number.NaN, bits: 4 })).toBeUndefined();
  });
});
