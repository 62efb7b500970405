import { describe, expect, it } from "vitest";
import catalogue from "../../../../server/data/measurements/models.json" with { type: "json" };
import ptq from "../../../../server/data/measurements/ptq.csv" with { type: "text" };
import catalogueOfSources from "../../../../server/data/measurements/sources.json" with { type: "json" };
import training from "../../../../server/data/measurements/training.csv" with { type: "text" };
import {
  bundledQuantization,
  bundledTraining,
} from "../../../../server/science/measurements/bundledMeasurements.ts";
import { readTable } from "../../../../server/science/tables/readTable.ts";

const quantization = bundledQuantization();
const lowPrecision = bundledTraining();

function rowsOf(text: string) {
  const reading = readTable(text);
  if ("problem" in reading) throw new Error(reading.problem.message);
  return reading.table.rows;
}

describe("The measurements that come with Bitlaw", () => {
  it("are read without a problem, every row once", () => {
    expect(quantization.problems).toEqual([]);
    expect(lowPrecision.problems).toEqual([]);
    expect(quantization.measurements).toHaveLength(1546);
    expect(lowPrecision.measurements).toHaveLength(558);
    const ids = [...quantization.measurements, ...lowPrecision.measurements].map(({ id }) => id);
    expect(new Set(ids.slice(0, 1546)).size).toBe(1546);
    expect(new Set(ids.slice(1546)).size).toBe(558);
  });

  it("name a source and a caveat that are explained, and use every explanation", () => {
    const rows = [...rowsOf(ptq), ...rowsOf(training)];
    const used = (column: string) =>
      [...new Set(rows.map(({ cells }) => cells[column] ?? ""))].filter((text) => text !== "").sort();
    expect(used("source")).toEqual(Object.keys(catalogueOfSources.sources).sort());
    expect(used("caveat")).toEqual(Object.keys(catalogueOfSources.caveats).sort());
    expect(used("model")).toEqual(Object.keys(catalogue.models).sort());
  });

  it("give the degradation of LLaMA-2-7B by GPTQ in 4 bits with groups of 128 as the papers' digits do", () => {
    // OmniQuant Table 1 prints 5.47 and 5.61: ln 5.61 − ln 5.47 = 0.02527; rounding
    // ln(1 + 0.005/5.47) + ln(1 + 0.005/5.61) = 0.0009137 + 0.0008909 = 0.0018046.
    const row = quantization.measurements.find(
      ({ source, model, method, format, evaluation }) =>
        source === "omniquant" &&
        model === "LLaMA-2-7B" &&
        method === "GPTQ" &&
        format?.name === "int4:g128" &&
        evaluation === "WikiText2, 2048",
    );
    expect(row).toMatchObject({ methodClass: "gptq", regime: "normal", group: 128, tokens: 2e12 });
    expect(row?.delta).toBeCloseTo(0.02527, 5);
    expect(row?.rounding).toBeCloseTo(0.0018046, 6);
  });

  it("give the degradation of OPT-125M rounded to 4 bits", () => {
    // GPTQ paper: 27.65 and 37.28, ln(37.28 / 27.65) = 0.29883.
    const row = quantization.measurements.find(({ id }) => id === "gptq-1");
    expect(row).toMatchObject({ model: "OPT-125M", methodClass: "rtn", nonEmbeddingParameters: 84934656 });
    expect(row?.delta).toBeCloseTo(0.29883, 5);
  });

  it("take the logarithm of training perplexities, and no difference from a bound", () => {
    // BitNet b1.58 at 700M: ln 12.87 − ln 12.33 = 0.04286.
    const bitnet = lowPrecision.measurements.find(({ id }) => id === "bitnet-b158-1");
    expect(bitnet?.delta).toBeCloseTo(0.04286, 5);
    expect(bitnet).toMatchObject({ weights: { name: "ternary" }, activations: { name: "int8:channel" } });
    // Quartet, 30M and 750M tokens: 3.48209 − 3.41571.
    const quartet = lowPrecision.measurements.find(({ id }) => id === "quartet-1");
    expect(quartet?.delta).toBeCloseTo(0.06638, 8);
    expect(quartet).toMatchObject({ weights: { name: "mxfp4" }, gradients: { name: "bf16" } });
    const nvfp4 = lowPrecision.measurements.find(({ id }) => id === "nvfp4-pretraining-1");
    expect(nvfp4).toMatchObject({ flags: ["approx"] });
    expect(nvfp4?.delta).toBeUndefined();
  });

  it("keep the rows that are in doubt, with their flags", () => {
    const flagged = (flag: string) =>
      quantization.measurements.filter(({ flags }) => flags.includes(flag)).length;
    expect([flagged("dup"), flagged("suspect"), flagged("finetuned")]).toEqual([45, 18, 12]);
  });
});
