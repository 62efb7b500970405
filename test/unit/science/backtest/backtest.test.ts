import { describe, expect, it } from "vitest";
import type { BacktestCase } from "../../../../server/science/backtest/BacktestCase.ts";
import { backtest } from "../../../../server/science/backtest/backtest.ts";
import { format, law } from "../known.ts";
import { caseOf, fakeLaw } from "./fakeLaw.ts";

/** Predicts a thousandth of the parameters, so that a case of 100 parameters is predicted as 0.1 nats. */
const thousandth = fakeLaw(({ parameters }) => ({ delta: parameters / 1000 }));

describe("A back-test", () => {
  it("gives the median ratio and the shares within a factor", () => {
    // Predicted/measured: 0.1/0.1 = 1, 0.2/0.11 = 1.82, 0.3/0.1 = 3, 0.4/0.7 = 0.57 (1/1.75).
    const result = backtest(thousandth, [
      caseOf(100, 0.1),
      caseOf(200, 0.11),
      caseOf(300, 0.1),
      caseOf(400, 0.7),
    ]);
    // Median of 0.571, 1, 1.818, 3 = (1 + 1.818)/2.
    expect(result).toMatchObject({
      law: "fake",
      applicable: 4,
      within1_5: 0.25,
      within2: 0.75,
      coverage80: null,
    });
    expect(result.medianRatio).toBeCloseTo(1.40909, 5);
    // Predicted ranks 1 2 3 4, measured ranks 1.5 3 1.5 4: deviations −1.5 −0.5 0.5 1.5 and −1 0.5 −1 1.5:
    // (1.5 − 0.25 − 0.5 + 2.25)/√(5 × 4.5) = 3/4.74342 = 0.63246.
    expect(result.spearman).toBeCloseTo(0.63246, 5);
  });

  it("counts a measured gain as missed and leaves it out of the median ratio", () => {
    const result = backtest(thousandth, [caseOf(100, -0.1), caseOf(200, 0.1)]);
    expect(result).toMatchObject({ applicable: 2, medianRatio: 2, within2: 0.5 });
  });

  it("counts a value within its rounding error of zero as met by a prediction that close to it", () => {
    const unresolved = (measured: number) => caseOf(10, measured, { rounding: 0.02 });
    // Predicted 0.01: |0.01 − (−0.005)| = 0.015 is within 0.02, |0.01 − (−0.015)| = 0.025 is not.
    expect(backtest(thousandth, [unresolved(-0.005)]).within1_5).toBe(1);
    expect(backtest(thousandth, [unresolved(-0.015)]).within1_5).toBe(0);
    // Measured 0.03 is above its rounding error: predicted 0.01 is a third of it and no longer close enough.
    expect(backtest(thousandth, [unresolved(0.03)]).within2).toBe(0);
  });

  it("gives the share of measured values in the law's intervals, over the rows that have one", () => {
    const interval = { low: 0.1, high: 0.2, level: 0.8, from: "fit" } as const;
    const some = fakeLaw(({ parameters }) =>
      parameters > 100 ? { delta: 0.15, interval } : { delta: 0.15 },
    );
    // Inside, on the bound, outside; the fourth has no interval.
    const cases = [caseOf(200, 0.12), caseOf(200, 0.2), caseOf(200, 0.3), caseOf(100, 0.15)];
    expect(backtest(some, cases).coverage80).toBeCloseTo(2 / 3, 12);
  });

  it("holds a bound met by predictions up to it, and keeps it out of ratios and ranks", () => {
    // Predicted 0.1; bounds 0.2 and 0.1 are met, 0.07 within 1.5× (0.105), 0.06 within 2× (0.12), 0.04 not.
    const bounds = [0.2, 0.1, 0.07, 0.06, 0.04].map((bound) => caseOf(100, bound, { isBound: true }));
    const result = backtest(thousandth, [...bounds, caseOf(200, 0.1), caseOf(300, 0.1)]);
    // Of seven rows the bounds give 3 and 4; 0.2/0.1 is within 2×, 0.3/0.1 is not.
    expect(result).toMatchObject({ applicable: 7, within1_5: 3 / 7, within2: 5 / 7, spearman: null });
    expect(result.medianRatio).toBeCloseTo(2.5, 12);
  });

  it("holds a bound inside an interval that begins at or below it", () => {
    const interval = { low: 0.1, high: 0.2, level: 0.8, from: "fit" } as const;
    const stated = fakeLaw(() => ({ delta: 0.15, interval }));
    const bounds = [0.3, 0.1, 0.05].map((bound) => caseOf(1, bound, { isBound: true }));
    expect(backtest(stated, bounds).coverage80).toBeCloseTo(2 / 3, 12);
  });

  it("counts a predicted divergence as missed and never prints it as a number", () => {
    const diverging = fakeLaw(() => ({ diverges: true }));
    const result = backtest(diverging, [caseOf(100, 0.1), caseOf(200, 0.2)]);
    expect(result).toMatchObject({ applicable: 2, medianRatio: null, within2: 0, spearman: null });
  });

  it("is empty without rows", () => {
    expect(backtest(thousandth, [])).toEqual({
      law: "fake",
      applicable: 0,
      medianRatio: null,
      within1_5: null,
      within2: null,
      spearman: null,
      coverage80: null,
      slices: [],
    });
  });

  it("slices the rows by their traits, numbers by size", () => {
    const cases = ["128", "64", "channel", "64"].map((group) => caseOf(100, 0.1, { traits: { group } }));
    expect(
      backtest(thousandth, cases).slices.map(({ by, value, applicable }) => [by, value, applicable]),
    ).toEqual([
      ["group", "64", 2],
      ["group", "128", 1],
      ["group", "channel", 1],
    ]);
  });

  it("does not ask a law about what it does not see", () => {
    // Sun et al. have no term for quantization after training, Kumar et al. none for the backward pass.
    expect(backtest(law("sun-2025"), [caseOf(1e9, 0.1)]).applicable).toBe(0);
    expect(backtest(law("kumar-2024"), [caseOf(1e9, 0.1)]).applicable).toBe(1);
    const { quantization: backward, ...formats } = caseOf(1e9, 0.1).inputs;
    const backwardOnly = caseOf(1e9, 0.1, { inputs: { ...formats, backward } });
    expect(backtest(law("kumar-2024"), [backwardOnly]).applicable).toBe(0);
  });

  it("asks no law without tokens", () => {
    expect(backtest(law("kumar-2024"), [caseOf(1e9, 0.1, { tokens: undefined })]).applicable).toBe(0);
  });
});

describe("A back-test with anchors", () => {
  /** Scales its prediction of 0.1 so that it meets the first anchor, taken as predicted at 0.1 too. */
  const anchorable = fakeLaw(({ anchors }) => ({ delta: anchors?.[0]?.delta ?? 0.1 }));

  const at = (name: string, measured: number, more: Partial<BacktestCase> = {}): BacktestCase => {
    const one = caseOf(1, measured, { model: "A", ...more });
    return { ...one, inputs: { ...one.inputs, quantization: format(name), method: "gptq" } };
  };

  it("predicts each row from the closest row of the model in another setting", () => {
    // 4 bits from 3 bits in groups, 0.4 for 0.2 (2×); 3 bits in groups from 3 bits per channel, one step away, 0.6 for
    // 0.4 (1.5×); 3 bits per channel from those in groups, 0.4 for 0.6 (1.5×). The row of another model has no anchor.
    const cases = [
      at("int4:g128", 0.2),
      at("int3:g128", 0.4),
      at("int3:channel", 0.6),
      at("int4:g128", 0.1, { model: "B" }),
    ];
    const { anchored } = backtest(anchorable, cases);
    expect(anchored?.within1_5).toBeCloseTo(2 / 3, 12);
    expect(anchored?.within2).toBe(1);
    expect(anchored?.sameSetting.within2).toBeNull();
  });

  it("tells apart what is known of the very setting from elsewhere", () => {
    // 0.3 for 0.2 and the other way round, 1.5×; from the other setting, 0.2 for 0.9 and 0.9 for the others.
    const cases = [at("int4:g128", 0.2), at("int4:g128", 0.3, { evaluation: "C4" }), at("int2:g64", 0.9)];
    const { anchored } = backtest(anchorable, cases);
    expect(anchored?.sameSetting).toEqual({ within1_5: 1, within2: 1, coverage80: null });
    expect(anchored?.within2).toBe(0);
  });

  it("is left out for a law that takes no anchors, and for rows of models that are not told apart", () => {
    const cases = [at("int4:g128", 0.2), at("int3:g128", 0.3)];
    expect(backtest(thousandth, cases).anchored).toBeUndefined();
    const unnamed = cases.map((one) => ({ ...one, model: undefined }));
    expect(backtest(anchorable, unnamed).anchored).toBeUndefined();
  });
});

describe("A law that was fitted to a family", () => {
  it("is judged on it by the fit without it", () => {
    const without = fakeLaw(() => ({ delta: 0.4 }));
    const fitted = {
      ...fakeLaw(() => ({ delta: 0.1 })),
      withoutFamily: (family: string) => (family === "OPT" ? without : undefined),
    };
    const { medianRatio, within1_5 } = backtest(fitted, [
      caseOf(1, 0.1, { family: "OPT" }),
      caseOf(1, 0.1, { family: "Gemma" }),
    ]);
    // 0.4/0.1 and 0.1/0.1: the median is 2.5, and one of two is close.
    expect(medianRatio).toBeCloseTo(2.5, 12);
    expect(within1_5).toBe(0.5);
  });
});
