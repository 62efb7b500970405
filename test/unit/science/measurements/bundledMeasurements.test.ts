import { describe, expect, it } from "vitest";
import catalogue from "../../../../server/data/measurements/models.json" with { type: "json" };
import ptq from "../../../../server/data/measurements/ptq.csv" with { type: "text" };
import catalogueOfSources from "../../../../server/data/measurements/sources.json" with { type: "json" };
import training from "../../../../server/data/measurements/training.csv" with { type: "text" };
import { parseNumberFormat } from "../../../../server/science/formats/parseNumberFormat.ts";
import {
  bundledQuantization,
  bundledTraining,
} from "../../../../server/science/measurements/bundledMeasurements.ts";
import { readTable } from "../../../../server/science/tables/readTable.ts";

const quantization = bundledQuantization();
const lowPrecision = bundledTraining();

const isText = (text: string) => text !== "";

const run = (id: string) => lowPrecision.measurements.find((one) => one.id === id);

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
    expect(lowPrecision.measurements).toHaveLength(753);
    const ids = [...quantization.measurements, ...lowPrecision.measurements].map(({ id }) => id);
    expect(new Set(ids.slice(0, 1546)).size).toBe(1546);
    expect(new Set(ids.slice(1546)).size).toBe(753);
  });

  it("name a source and a caveat that are explained, and use every explanation", () => {
    const rows = [...rowsOf(ptq), ...rowsOf(training)];
    const used = (column: string) =>
      [...new Set(rows.map(({ cells }) => cells[column] ?? ""))].filter(isText).sort();
    const caveats = [...new Set(rows.flatMap(({ cells }) => (cells["caveat"] ?? "").split(" ")))].filter(
      isText,
    );
    expect(used("source")).toEqual(Object.keys(catalogueOfSources.sources).sort());
    expect(caveats.sort()).toEqual(Object.keys(catalogueOfSources.caveats).sort());
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

  it("take the logarithm of training perplexities", () => {
    // BitNet b1.58 at 700M: ln 12.87 − ln 12.33 = 0.04286.
    const bitnet = lowPrecision.measurements.find(({ id }) => id === "bitnet-b158-1");
    expect(bitnet?.delta).toBeCloseTo(0.04286, 5);
    expect(bitnet).toMatchObject({ weights: { name: "ternary" }, activations: { name: "int8:channel" } });
    // Quartet, 30M and 750M tokens: 3.48209 − 3.41571.
    const quartet = lowPrecision.measurements.find(({ id }) => id === "quartet-1");
    expect(quartet?.delta).toBeCloseTo(0.06638, 8);
    expect(quartet).toMatchObject({ weights: { name: "mxfp4" }, gradients: { name: "bf16" } });
  });

  it("take a percentage of the loss that it is of, and say where that is from", () => {
    // 1.5 % of 1.7 nats = 0.0255; 1.5 % of the printed 1.27 = 0.01905; 0.87 % of 2.31 = 0.020097.
    const ofFigure = run("nvfp4-pretraining-1");
    expect(ofFigure).toMatchObject({ base: { loss: 1.7, from: "figure" }, flags: ["approx"] });
    expect(ofFigure).toMatchObject({ referenceFormat: { name: "fp8_e4m3:block128" } });
    expect(ofFigure?.delta).toBeCloseTo(0.0255, 12);
    expect(run("nvfp4-pretraining-2")?.delta).toBeCloseTo(0.01905, 12);
    expect(run("format-aware-fusion-1")?.delta).toBeCloseTo(0.020097, 12);
  });

  it("keep a bound as a bound, also that of a perplexity, which needs no base", () => {
    // 0.25 % of an assumed 2 nats = 0.005; ln 1.005 = 0.0049875.
    const deepSeek = run("deepseek-v3-1");
    expect(deepSeek).toMatchObject({ base: { loss: 2, from: "assumed" }, architecture: "moe" });
    expect(deepSeek?.bound).toBeCloseTo(0.005, 12);
    const mxfp8 = run("mxfp8-recipes-1");
    expect(mxfp8?.bound).toBeCloseTo(0.0049875, 7);
    expect([deepSeek?.delta, mxfp8?.delta, mxfp8?.base]).toEqual([undefined, undefined, undefined]);
  });

  it("have a base loss and its origin wherever a percentage of a loss is all there is", () => {
    const without = rowsOf(training).filter(
      ({ cells }) =>
        cells["measure"] === "relative" && (cells["base_loss"] === "" || cells["base_from"] === ""),
    );
    expect(without).toEqual([]);
    const neither = lowPrecision.measurements.filter(
      (one) => one.delta === undefined && one.bound === undefined,
    );
    // The run that diverged at 300B tokens, and nine that give tokens to reach a loss.
    expect(neither.map(({ source }) => source)).toEqual(["deepseek-v3", ...Array(9).fill("mxfp4-native")]);
  });

  it("have the facts of a run that a law may need", () => {
    // Graphcore 2026, Table 11: 2.30376 − 2.27834 = 0.02542.
    const measured = run("ue5m3-1");
    expect(measured).toMatchObject({
      place: "Table 11",
      architecture: "dense",
      counted: "nominal",
      backwardOperands: { dgrad: ["G", "W"], wgrad: ["G", "A"] },
      wideShare: 0.143,
      recipe: ["random-hadamard", "stochastic-rounding", "2d-scales", "current-scaling"],
      schedule: "wsd",
      optimizer: "AdamW",
      lossKind: "validation",
      grade: "A",
      lab: "Graphcore",
    });
    expect(measured?.delta).toBeCloseTo(0.02542, 8);
    expect(run("alto-1")).toMatchObject({ architecture: "moe", activeParameters: 3.6e9, counted: "total" });
    expect(run("eco-1")).toMatchObject({
      weights: { name: "fp8" },
      backwardOperands: { dgrad: [], wgrad: [] },
    });
    expect(run("eco-1")?.activations).toBeUndefined();
    expect(run("quest-table-1-1")?.recipe).toEqual([]);
    expect(run("marin-fp8-1")?.recipe).toBeUndefined();
  });

  it("write every fact in the words that are read", () => {
    const unread = rowsOf(training).filter(({ cells }, index) => {
      const { recipe, backwardOperands, architecture, lossKind, grade, base } =
        lowPrecision.measurements[index] ?? {};
      const facts = [
        ["recipe", recipe],
        ["dgrad", backwardOperands],
        ["wgrad", backwardOperands],
        ["architecture", architecture],
        ["loss_kind", lossKind],
        ["grade", grade],
        ["base_from", base?.from],
      ] as const;
      return facts.some(([column, fact]) => cells[column] !== "" && fact === undefined);
    });
    expect(unread).toEqual([]);
  });

  it("write every format as it can be read", () => {
    const formats = rowsOf(training).flatMap(({ cells }) =>
      ["weights", "activations", "gradients"].map((column) => cells[column] ?? ""),
    );
    const unread = new Set(formats.filter((text) => parseNumberFormat(text) === undefined));
    // Of the ECO runs the activations are not stated.
    expect([...unread]).toEqual(["not stated"]);
  });

  it("tell the operands of both backward products apart where the source does", () => {
    const combinations = new Set(
      lowPrecision.measurements
        .filter(({ source }) => source === "quartet-2")
        .map(({ backwardOperands: both }) => both && `${both.dgrad.join("")} ${both.wgrad.join("")}`),
    );
    expect([...combinations].sort()).toEqual([" GA", "G ", "G GA", "GW ", "GW GA", undefined]);
  });

  it("name the lab of every run, and repeat no id of a source in two labs", () => {
    expect(lowPrecision.measurements.filter(({ lab }) => lab === undefined)).toEqual([]);
    const labOf = new Map(lowPrecision.measurements.map(({ source, lab }) => [source, lab]));
    expect([labOf.get("quest"), labOf.get("eco"), labOf.get("quartet-2")]).toEqual(["ISTA", "ISTA", "ISTA"]);
  });

  it("keep the rows that are in doubt, with their flags", () => {
    const flagged = (flag: string) =>
      quantization.measurements.filter(({ flags }) => flags.includes(flag)).length;
    expect([flagged("dup"), flagged("suspect"), flagged("finetuned")]).toEqual([45, 18, 12]);
    const runs = (flag: string) =>
      lowPrecision.measurements.filter(({ flags }) => flags.includes(flag)).length;
    expect([runs("dup"), runs("suspect"), runs("short"), runs("collapsed")]).toEqual([25, 18, 15, 4]);
  });
});
