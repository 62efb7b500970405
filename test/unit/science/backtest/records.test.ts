import { describe, expect, it } from "vitest";
import { recordsOf } from "../../../../.scripts/recordsOf.ts";
import type { BacktestCase } from "../../../../server/science/backtest/BacktestCase.ts";
import { recordFor } from "../../../../server/science/backtest/recordFor.ts";
import type { Law } from "../../../../server/science/laws/Law.ts";
import { format, formats } from "../known.ts";
import { caseOf, fakeLaw } from "./fakeLaw.ts";

const thousandth = fakeLaw(({ parameters }) => ({ delta: parameters / 1000 }));

/** Cases in 4 bits whose measured value is `factor` times the predicted one. */
const measuredTimes = (factor: number, count: number) =>
  Array.from({ length: count }, (_, index) => caseOf(index + 1, (factor * (index + 1)) / 1000));

describe("A law's records", () => {
  it("have the quantiles of ln(measured / predicted)", () => {
    // 21 cases, ratios e^0, e^0.1, …, e^2: the 10 % quantile is the third value, the 90 % quantile the nineteenth.
    const cases = Array.from({ length: 21 }, (_, index) => caseOf(100, 0.1 * Math.exp(index / 10)));
    const [record] = recordsOf(thousandth, cases);
    expect(record).toMatchObject({ law: "fake", of: { table: "ptq" }, bits: [4, 4], applicable: 21 });
    expect(record?.low).toBeCloseTo(0.2, 3);
    expect(record?.high).toBeCloseTo(1.8, 3);
  });

  it("are of the widths that have three measured values or more, bounds not counted", () => {
    const eightBits = (count: number, isBound?: true) =>
      Array.from({ length: count }, () => {
        const one = caseOf(100, 0.1, { isBound });
        return { ...one, inputs: { ...one.inputs, quantization: format("int8:channel") } };
      });
    const bits = (more: readonly BacktestCase[]) =>
      recordsOf(thousandth, [...measuredTimes(1, 20), ...more]).find(({ of }) => !("bits" in of))?.bits;
    expect(bits(eightBits(2))).toEqual([4, 4]);
    expect(bits([...eightBits(2), ...eightBits(5, true)])).toEqual([4, 4]);
    expect(bits(eightBits(3))).toEqual([4, 8]);
  });

  it("are kept for sets of at least 20 measurements", () => {
    expect(recordsOf(thousandth, measuredTimes(1, 19))).toEqual([]);
    expect(recordsOf(thousandth, measuredTimes(1, 20)).map(({ of }) => of)).toEqual([
      { table: "ptq" },
      { table: "ptq", bits: 4 },
    ]);
  });

  it("count how many values a law's own intervals hold, but not those made from the measurements", () => {
    const coverage = (from: "fit" | "backtest") => {
      const interval = { low: 0, high: 0.0105, level: 0.8, from } as const;
      const stated = fakeLaw(({ parameters }) => ({ delta: parameters / 1000, interval }));
      return recordsOf(stated, measuredTimes(1, 20))[0]?.coverage80;
    };
    // Measured 0.001 to 0.020; ten of the twenty are below 0.0105.
    expect(coverage("fit")).toBe(0.5);
    expect(coverage("backtest")).toBeNull();
  });

  it("are of the law as a config asks it, which does not state the recipe", () => {
    const recipe = { kind: "whole", name: "Quartet" } as const;
    const asked = fakeLaw((inputs) => ({ delta: inputs.recipe ? 0.001 : 0.002 }));
    const cases = measuredTimes(0, 20).map((one) => ({
      ...one,
      measured: 0.001,
      inputs: { ...one.inputs, recipe },
    }));
    expect(recordsOf(asked, cases)[0]?.medianRatio).toBe(2);
    const elsewhere: Law = {
      ...asked,
      applicability: (formats) => (formats.recipe ? { applies: false, because: "" } : { applies: true }),
    };
    expect(recordsOf(elsewhere, cases)).toEqual([]);
  });

  it("say so where the law typically disagrees by more than a factor 3, or in sign", () => {
    const disagrees = (factor: number) => recordsOf(thousandth, measuredTimes(factor, 20))[0]?.disagrees;
    expect([disagrees(1), disagrees(2.9), disagrees(0.4)]).toEqual([undefined, undefined, undefined]);
    expect([disagrees(3.1), disagrees(0.3), disagrees(-1)]).toEqual([true, true, true]);
    const diverging = fakeLaw(() => ({ diverges: true }));
    expect(recordsOf(diverging, measuredTimes(1, 20))[0]?.disagrees).toBe(true);
  });
});

describe("The record for a question", () => {
  const asked = (quantization: string) => ({ ...formats("bf16"), quantization: format(quantization) });

  it("is of the narrowest set of measurements that has enough", () => {
    expect(recordFor("kumar-2024", { ...asked("int4:g128"), method: "gptq" })?.of).toEqual({
      table: "ptq",
      method: "gptq",
      group: "groups",
      bits: 4,
    });
    // There are fewer than 20 of RTN in 3 bits with one scale a row.
    expect(recordFor("kumar-2024", { ...asked("int3:channel"), method: "rtn" })?.of).toEqual({
      table: "ptq",
      method: "rtn",
      group: "channel",
    });
    expect(recordFor("kumar-2024", asked("int4:g128"))?.of).toEqual({ table: "ptq", bits: 4 });
    expect(recordFor("kumar-2024", asked("int6:g128"))?.of).toEqual({ table: "ptq" });
  });

  it("says in words which measurements these are", () => {
    const phrase = (text: string, method?: "gptq") =>
      recordFor("kumar-2024", { ...asked(text), method })?.phrase.replace(/^\d+/, "N");
    expect(phrase("int4:g128", "gptq")).toBe("N published 4-bit GPTQ results with groups");
    expect(phrase("int4:channel", "gptq")).toBe("N published 4-bit GPTQ results with one scale per channel");
    expect(phrase("int4")).toBe("N published 4-bit quantization results");
    expect(recordFor("sun-2025", formats("mxfp4"))?.phrase).toMatch(/^\d+ published runs with MXFP4 W\+A$/);
  });

  it("is not one of other widths, nor of other passes", () => {
    // Sun et al. are held against runs in FP4 only, which say nothing about FP8.
    expect(recordFor("sun-2025", formats("fp8_e4m3"))).toBeUndefined();
    expect(recordFor("kumar-2024", formats("int4"))?.of).toEqual({ table: "training", kinds: "integer W+A" });
    expect(recordFor("sun-2025", formats("bf16"))).toBeUndefined();
    expect(recordFor("no-such-law", asked("int4:g128"))).toBeUndefined();
  });

  it("marks what the measurements contradict", () => {
    // Kumar et al. do not know groups; with them the measured loss is a quarter of the predicted one.
    expect(recordFor("kumar-2024", { ...asked("int4:g128"), method: "gptq" })?.disagrees).toBe(true);
    expect(recordFor("kumar-2024", { ...asked("int4:channel"), method: "gptq" })?.disagrees).toBeUndefined();
  });
});
