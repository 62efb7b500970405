import { describe, expect, it } from "vitest";
import type { Law, LawFile, LawInputs, Prediction } from "../../../../server/science/laws/Law.ts";
import { quantizedCriticalTokens } from "../../../../server/science/optimum/quantizedOvertraining.ts";
import { format } from "../known.ts";

const FILE: LawFile = {
  name: "hand-made",
  form: "ptq",
  summary: "for tests",
  citation: { authors: "tests", year: 2026, title: "none", where: "here" },
  trust: "own",
  about: [],
  numbers: [],
  tensors: [],
  counts: "parameters",
  constants: {},
  domain: {},
  notes: [],
};

function law(answer: (D: number) => Partial<Prediction>): Law {
  return {
    file: FILE,
    applicability: () => ({ applies: true }),
    predict: ({ tokens }) => ({
      law: FILE.name,
      diverges: false,
      terms: [],
      domain: { inside: true, factors: {} },
      caveats: [],
      ...answer(tokens),
    }),
  };
}

const BF16 = format("bf16");

/** A model with ΔL and L16 as functions of D, at a number of tokens. */
function model(delta: (D: number) => number, loss: (D: number) => number, tokens: number) {
  const inputs: LawInputs = { parameters: 1e9, tokens, weights: BF16, activations: BF16, kvCache: BF16 };
  return {
    quantization: { law: law((D) => ({ delta: delta(D) })), inputs },
    baseline: { law: law((D) => ({ loss: loss(D) })), inputs },
  };
}

/** ΔL = c·√D and L16 = 2 + b/√D: the slopes c·√D/2 and b/(2·√D) are equal at D = b/c. */
const roots = (tokens: number) =>
  model(
    (D) => 1e-7 * Math.sqrt(D),
    (D) => 2 + 1e4 / Math.sqrt(D),
    tokens,
  );

describe("the critical tokens of a quantized model", () => {
  it("are where the two slopes are equal: b/c = 1e4/1e-7 = 1e11", () => {
    expect((quantizedCriticalTokens(roots(1e12)) ?? 0) / 1e11).toBeCloseTo(1, 5);
    expect((quantizedCriticalTokens(roots(1.001e11)) ?? 0) / 1e11).toBeCloseTo(1, 5);
  });

  it("are undefined where more data still lowers the loss", () => {
    expect(quantizedCriticalTokens(roots(0.999e11))).toBeUndefined();
    expect(quantizedCriticalTokens(roots(1e9))).toBeUndefined();
  });

  it("move with a factor on ΔL: a quarter of it gives four times as many", () => {
    expect((quantizedCriticalTokens(roots(1e12), 0.25) ?? 0) / 4e11).toBeCloseTo(1, 5);
    expect(quantizedCriticalTokens(roots(3.9e11), 0.25)).toBeUndefined();
    expect(quantizedCriticalTokens(roots(1e12), 0)).toBeUndefined();
  });

  it("agree with Kumar et al. 2024, Eq. 13, for its own form", () => {
    // δ = C·D^γ, L16 = B·D^−β: D = (β·B/(γ·C))^(1/(γ + β)) with β 0.5, B 18,000, γ 0.5, C 1e-6: 9,000/5e-7 = 1.8e10.
    const kumar = model(
      (D) => 1e-6 * D ** 0.5,
      (D) => 18_000 * D ** -0.5,
      1e11,
    );
    expect((quantizedCriticalTokens(kumar) ?? 0) / 1.8e10).toBeCloseTo(1, 5);
  });

  it("are those at which it began, and none past where more data helps again", () => {
    // ΔL = 3·D/(D + 1e12) has the slope 3·x/(1 + x)² in ln D, x = D/1e12; L16 = −(2/3)·ln D has −2/3.
    // 3x/(1 + x)² = 2/3 → 2x² − 5x + 2 = 0 → x = 1/2 and 2: more data raises the loss between 0.5T and 2T.
    const saturating = (tokens: number) =>
      model(
        (D) => (3 * D) / (D + 1e12),
        (D) => -(2 / 3) * Math.log(D),
        tokens,
      );
    expect(quantizedCriticalTokens(saturating(0.49e12))).toBeUndefined();
    expect((quantizedCriticalTokens(saturating(1e12)) ?? 0) / 0.5e12).toBeCloseTo(1, 4);
    expect((quantizedCriticalTokens(saturating(1.99e12)) ?? 0) / 0.5e12).toBeCloseTo(1, 4);
    expect(quantizedCriticalTokens(saturating(2.01e12))).toBeUndefined();
  });

  it("are a millionth of the tokens at least, where ΔL rises faster than L16 falls everywhere", () => {
    const always = model(
      (D) => Math.log(D),
      (D) => -0.5 * Math.log(D),
      1e12,
    );
    const critical = quantizedCriticalTokens(always) ?? 0;
    // The last step of a twentieth of an e-fold before 1e12·1e-6: between 1e6 and 1e6·e^(1/20).
    expect(critical).toBeGreaterThan(1e6);
    expect(critical).toBeLessThan(1e6 * Math.exp(1 / 20) * 1.0001);
  });
});
