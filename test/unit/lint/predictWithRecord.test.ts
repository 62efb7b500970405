import { describe, expect, it } from "vitest";
import { predictWithRecord } from "../../../server/lint/assessment/predictWithRecord.ts";
import { recordText } from "../../../server/lint/wording/recordText.ts";
import type { LawInputs } from "../../../server/science/laws/Law.ts";
import { format, law } from "../science/known.ts";

const BF16 = format("bf16");

function quantized(name: string, more: Partial<LawInputs> = {}): LawInputs {
  const formats = { weights: BF16, activations: BF16, kvCache: BF16, quantization: format(name) };
  return { ...formats, parameters: 7e9, tokens: 2e12, method: "gptq", ...more };
}

describe("a prediction beside its record", () => {
  it("keeps the law's own interval", () => {
    const { prediction, record } = predictWithRecord(law("bitlaw-ptq"), quantized("int4:g128"));
    expect(prediction.interval).toEqual(law("bitlaw-ptq").predict(quantized("int4:g128")).interval);
    expect(record?.applicable).toBeGreaterThanOrEqual(20);
  });

  it("takes the interval of a law without one from the residuals of its record", () => {
    const { prediction, record } = predictWithRecord(law("kumar-2024"), quantized("int4:g128"));
    const { delta = 0, interval } = prediction;
    expect(interval).toEqual({
      low: delta * Math.exp(record?.low ?? Number.NaN),
      high: delta * Math.exp(record?.high ?? Number.NaN),
      level: 0.8,
      from: "backtest",
      rows: record?.applicable,
    });
  });

  it("has neither where no published measurement is like it", () => {
    const run = { weights: format("fp8_e4m3:tensor"), activations: format("fp8_e4m3:tensor"), kvCache: BF16 };
    const { prediction, record } = predictWithRecord(law("sun-2025"), {
      ...run,
      parameters: 1e9,
      tokens: 1e11,
    });
    expect(record).toBeUndefined();
    expect(prediction.interval).toBeUndefined();
  });
});

describe("a record in words", () => {
  const record = { law: "x", of: { table: "ptq" }, bits: [4, 4], applicable: 149, low: 0, high: 0 } as const;
  const metrics = { within1_5: 0.5, within2: 0.84, spearman: 0.9, coverage80: null };
  const phrase = "149 published GPTQ results with groups";

  it("says how many were within a factor of two", () => {
    expect(recordText({ ...record, ...metrics, medianRatio: 1.1, phrase })).toBe(
      "within 2× for 84 % of 149 published GPTQ results with groups",
    );
  });

  it("says by how much it is off where it disagrees, and on which side", () => {
    const off = { ...record, ...metrics, within2: 0.05, phrase, disagrees: true } as const;
    expect(recordText({ ...off, medianRatio: 4 })).toBe(
      "within 2× for 5 % of 149 published GPTQ results with groups: it typically predicts 4× what they lost",
    );
    expect(recordText({ ...off, medianRatio: 0.125 })).toContain(": they typically lost 8× what it predicts");
  });
});
