import { describe, expect, it } from "vitest";
import { predictWithRecord } from "../../../server/lint/assessment/predictWithRecord.ts";
import { recordText } from "../../../server/lint/wording/recordText.ts";
import { publishedLaws } from "../../../server/science/lawFiles/publishedLaws.ts";
import type { LawInputs } from "../../../server/science/laws/Law.ts";
import { randomNumbers } from "../../randomNumbers.ts";
import { format, formats, law } from "../science/known.ts";

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
    const rounded = quantized("int4", { method: "rtn" });
    const { prediction, record } = predictWithRecord(law("kumar-2024"), rounded);
    const { delta = 0, interval } = prediction;
    expect(interval).toEqual({
      low: delta * Math.exp(record?.low ?? Number.NaN),
      high: delta * Math.exp(record?.high ?? Number.NaN),
      level: 0.8,
      from: "backtest",
      rows: record?.applicable,
    });
  });

  it("has no interval where the record's would leave the number out", () => {
    const run = { ...formats("mxfp4"), parameters: 1e8, tokens: 1e10 };
    const { prediction, record } = predictWithRecord(law("sun-2025"), run);
    expect(record?.low).toBeGreaterThan(0);
    expect(prediction.delta).toBeGreaterThan(0);
    expect(prediction.interval).toBeUndefined();
  });

  it("has no interval beyond the N and D of the measurements that it would come from", () => {
    const inside = predictWithRecord(law("quartet-2025"), {
      ...formats("mxfp4"),
      parameters: 1e8,
      tokens: 1e10,
    });
    const longer = predictWithRecord(law("quartet-2025"), {
      ...formats("mxfp4"),
      parameters: 1e8,
      tokens: 1e12,
    });
    expect(inside.prediction.interval?.from).toBe("backtest");
    expect(longer.prediction.interval).toBeUndefined();
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

describe("the intervals of random runs", () => {
  const next = randomNumbers(20);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const between = (low: number, high: number) => low * (high / low) ** (next(1000) / 1000);
  const names = [
    "bf16",
    "fp8_e4m3:tensor",
    "fp8_e4m3:block128",
    "mxfp8",
    "mxfp6",
    "nvfp4",
    "mxfp4",
    "int8",
    "int4",
    "int3",
  ];
  const runs = Array.from({ length: 400 }, () => ({
    ...formats(pick(names), pick(names)),
    parameters: between(1e7, 1e12),
    tokens: between(1e8, 1e14),
    ...(next(2) === 0
      ? {
          quantization: format(pick(["int8", "int4:g128", "int3", "int2:g64"])),
          method: pick(["gptq", "rtn"] as const),
        }
      : {}),
  }));

  it.each(publishedLaws.map((one) => [one.file.name, one] as const))(
    "%s: contain the number, within N and D of its table",
    (_, one) => {
      for (const run of runs) {
        if (!one.applicability(run).applies) continue;
        const { prediction, record } = predictWithRecord(one, run);
        const { interval, delta = Number.NaN, domain } = prediction;
        if (interval === undefined) continue;
        expect(interval.low).toBeLessThanOrEqual(delta);
        expect(interval.high).toBeGreaterThanOrEqual(delta);
        const [least, most] =
          interval.from === "fit"
            ? (one.file.domain["parameters"] ?? [0, Infinity])
            : (record?.parameters ?? [1, 0]);
        expect(run.parameters).toBeGreaterThanOrEqual(least);
        expect(run.parameters).toBeLessThanOrEqual(most);
        expect(interval.from === "fit" ? domain.factors["tokens"] : undefined).toBeUndefined();
      }
    },
  );
});

describe("a record in words", () => {
  const record = {
    law: "x",
    of: { table: "ptq" },
    bits: [4, 4],
    parameters: [1e8, 7e10],
    tokens: [3e11, 1.5e13],
    applicable: 149,
    low: 0,
    high: 0,
  } as const;
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
