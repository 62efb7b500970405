import { describe, expect, it } from "vitest";
import { quantizationCases } from "../../../../server/science/backtest/quantizationCases.ts";
import { readCases } from "../../../../server/science/backtest/readCases.ts";
import { trainingCases } from "../../../../server/science/backtest/trainingCases.ts";
import { bundledQuantization } from "../../../../server/science/measurements/bundledMeasurements.ts";
import { readQuantizationTable } from "../../../../server/science/measurements/readQuantizationTable.ts";
import { readTrainingTable } from "../../../../server/science/measurements/readTrainingTable.ts";
import { tableOf } from "../measurements/tableOf.ts";

describe("Rows of quantized models", () => {
  const HEAD =
    "n_params,n_params_nonemb,d_tokens,w_bits,a_bits,kv_bits,method,group_size,number_format,delta_nll,flag";
  const cases = (row: string) =>
    quantizationCases(readQuantizationTable(tableOf(`${HEAD}\n${row}`)).measurements);

  it("become questions about a model trained in 16 bits", () => {
    expect(cases("7e9,6e9,2e12,4,16,16,GPTQ,128,INT,0.02,").cases).toMatchObject([
      {
        inputs: { weights: { name: "bf16" }, quantization: { name: "int4:g128" }, method: "gptq" },
        tokens: 2e12,
        parameters: 7e9,
        nonEmbeddingParameters: 6e9,
        measured: 0.02,
        traits: {
          method: "gptq",
          bits: "4",
          group: "128",
          parameters: "1e9 to 1e10",
          tokens: "1e12 to 1e13",
        },
      },
    ]);
  });

  it("are left out for one reason each", () => {
    const reasons: Readonly<Record<string, string>> = {
      "7e9,,2e12,16,16,4,KIVI,channel,INT,0.02,": "weights not quantized",
      "7e9,,2e12,4,8,16,GPTQ,128,INT,0.02,suspect": "activations quantized too",
      "7e9,,2e12,4,16,8,GPTQ,128,INT,0.02,": "KV cache quantized too",
      "7e9,,2e12,4,16,16,GPTQ,128,INT,0.02,suspect": "flagged suspect",
      "7e9,,2e12,4,16,16,GPTQ,128,INT,0.02,secondary;dup": "flagged dup",
      "7e9,,2e12,4,16,16,x,k-quant,GGUF Q4_K_M,0.02,mixed-precision": "mixed precision",
      "7e9,,2e12,2,16,16,x,VQ8,x,0.02,vector-quant": "vector codes",
      "7e9,,2e12,4,16,16,x,64,INT,0.02,word_ppl": "nats per word, not per token",
      "7e9,,2e12,2,16,16,RTN,128,INT,1.01,": "collapsed (above 1 nat)",
      "7e9,,2e12,3,16,16,SpQR,16,INT+outliers,0.02,": "no uniform number format",
    };
    for (const [row, reason] of Object.entries(reasons)) {
      expect([row, cases(row)]).toEqual([row, { cases: [], skipped: { [reason]: 1 } }]);
    }
  });

  it("can anchor each other where they are of one model on one evaluation", () => {
    const named = bundledQuantization()
      .measurements.filter(({ id }) => ["gptq-1", "omniquant-166"].includes(id ?? ""))
      .map((one) => quantizationCases([one]).cases[0]);
    expect(named.map((one) => [one?.model, one?.family, one?.evaluation])).toEqual([
      ["OPT-125M", "OPT", "WikiText2, 2048"],
      ["LLaMA-2-7B", "LLaMA-2", "WikiText2, 2048"],
    ]);
  });
});

describe("Runs in low precision", () => {
  const HEAD = "n_params,n_params_kind,d_tokens,w_format,a_format,g_format,delta_loss,flag,recipe";
  const cases = (row: string) =>
    trainingCases(readTrainingTable(tableOf(`${HEAD}\n${row},none`)).measurements);

  it("become questions about their formats", () => {
    expect(cases("1e9,non-embedding,2e10,MXFP4,MXFP4,NVFP4,0.05,").cases).toMatchObject([
      {
        inputs: { weights: { name: "mxfp4" }, backward: { name: "nvfp4" }, kvCache: { name: "bf16" } },
        nonEmbeddingParameters: 1e9,
        traits: { formats: "MXFP4 W+A, backward NVFP4" },
      },
    ]);
    expect(cases("1e9,nominal,2e10,MXFP4,,,0.05,").cases[0]?.nonEmbeddingParameters).toBeUndefined();
  });

  it("are left out for one reason each", () => {
    const reasons: Readonly<Record<string, string>> = {
      "1e9,,2e10,MXFP4,,,0.05,impl-bug": "a bug in the implementation",
      "1e9,,2e10,MXFP4,,,,diverged": "unstable or diverged",
      "1e9,,2e10,MXFP4,,,,bound;secondary": "a bound or percentage without a base",
      "1e9,,2e10,MXFP4,,,3.1,collapsed": "unstable or diverged",
      "1e9,,2e10,MXFP4,,,0.05,short": "too short to tell",
      "1e9,,2e10,MXFP4,,,,token-overhead": "tokens to a loss, no difference of losses",
      "1e9,,2e10,INT4,INT4,,0.05,weak-method": "an earlier method, run for comparison",
      "1e9,,2e10,FP4,FP4,,0.05,mixed-precision": "modules in different formats",
      "1e9,,2e10,FP8,FP8,,0.05,no-master-weights": "no master weights",
      "1e9,,2e10,FP8,FP8,,0.05,optimizer-too": "optimizer state in low precision too",
      "1e9,,2e10,FP8,not stated,,0.05,": "format of the activations not stated",
      "1e9,,2e10,INT4 2:4-sparse,,,0.05,": "sparse weights",
      ",,2e10,MXFP4,,,0.05,": "parameters not known",
    };
    for (const [row, reason] of Object.entries(reasons)) {
      expect([row, cases(row)]).toEqual([row, { cases: [], skipped: { [reason]: 1 } }]);
    }
  });

  it("that end in 16 bits are no runs of their format to the end", () => {
    const row = `${HEAD}\n1e9,,2e10,NVFP4,NVFP4,NVFP4,0.01,,stochastic-rounding 16-bit-end`;
    expect(trainingCases(readTrainingTable(tableOf(row)).measurements)).toEqual({
      cases: [],
      skipped: { "ends in 16 bits": 1 },
    });
  });

  it("count as a bound where only a bound of their gap is known", () => {
    expect(cases("1e9,,2e10,MXFP8,MXFP8,,0.005,bound").cases).toMatchObject([
      { measured: 0.005, isBound: true },
    ]);
    expect(cases("1e9,,2e10,MXFP8,MXFP8,,0.005,approx").cases[0]).not.toHaveProperty("isBound");
  });
});

describe("A table with rows that cannot be used", () => {
  const training = (rows: readonly string[]) =>
    readCases("runs.csv", ["n_params,d_tokens,w_format,a_format,delta_loss,flag", ...rows].join("\n"));
  const good = "1e9,2e10,MXFP4,MXFP4,0.05,";

  it.each<[string, string]>([
    ["1e9,2e10,binary,INT8,0.2,", "w_format is “binary”, which is no number format"],
    ["1e9,unknown,MXFP4,MXFP4,0.05,", "d_tokens is “unknown”, which is not a number"],
    ["7B,2e10,MXFP4,MXFP4,0.05,", "n_params is “7B”, which is not a number"],
    ["1e9,2e10,MXFP4,MXFP4,,", "The row has no measurement"],
    ["1e9,2e10,MXFP4,MXFP4,0.05,,", "The row has 7 cells, the header 6"],
  ])("leaves out the row “%s”, names its line, and uses the others", (row, message) => {
    expect(training([good, row, good])).toMatchObject({
      table: {
        rows: 3,
        cases: [{ measured: 0.05 }, { measured: 0.05 }],
        skipped: { "cannot be read": 1 },
        problems: [{ line: 3, message: expect.stringContaining(message) }],
      },
    });
  });

  it("uses a row without tokens, which no law speaks about", () => {
    expect(training(["1e9,,MXFP4,MXFP4,0.05,"])).toMatchObject({
      table: { cases: [{ tokens: undefined }], problems: [] },
    });
  });

  it("is refused where no row can be read", () => {
    expect(training(["7B,2e10,MXFP4,MXFP4,0.05,"])).toMatchObject({ problems: [{ line: 2 }] });
  });
});

it("A table that is neither says which columns it needs", () => {
  expect(readCases("x.csv", "a,b\n1,2")).toMatchObject({
    problems: [{ line: 1, message: expect.stringContaining("n_params, w_bits, method, group_size") }],
  });
});
