import { describe, expect, it } from "vitest";
import {
  isQuantizationTable,
  readQuantizationTable,
} from "../../../../server/science/measurements/readQuantizationTable.ts";
import { tableOf } from "./tableOf.ts";

const read = (text: string) => readQuantizationTable(tableOf(text));

describe("A table of measured quantization", () => {
  it("needs a size, bits, a method, a group and a measurement only", () => {
    const { measurements, problems } = read(
      "n_params,w_bits,method,group_size,delta_nll\n7e9,4,GPTQ,128,0.02\n7e9,3,RTN,channel,0.4\n",
    );
    expect(problems).toEqual([]);
    expect(measurements[0]).toMatchObject({
      line: 2,
      parameters: 7e9,
      bits: 4,
      activationBits: 16,
      cacheBits: 16,
      methodClass: "gptq",
      group: 128,
      format: { name: "int4:g128" },
      delta: 0.02,
      regime: "normal",
      flags: [],
    });
    expect(measurements[1]).toMatchObject({ group: "channel", format: { name: "int3:channel" } });
  });

  it("computes the difference and its regime from the perplexities", () => {
    const head = "n_params,w_bits,method,group_size,baseline_ppl,quant_ppl\n";
    const row = (before: string, after: string) =>
      read(`${head}7e9,4,GPTQ,128,${before},${after}`).measurements[0];
    // ln(11 / 10) = 0.09531.
    expect(row("10.0", "11.0")?.delta).toBeCloseTo(0.09531, 5);
    expect(row("10.0", "11.0")?.regime).toBe("normal");
    // 0.05/10 + 0.05/10 = 0.010 is more than ln(10.1/10) = 0.00995.
    expect(row("10.0", "10.0")?.regime).toBe("unresolved");
    expect(row("10.0", "9.0")?.regime).toBe("gain");
    // ln(28 / 10) = 1.03.
    expect(row("10.0", "28.0")?.regime).toBe("collapse");
  });

  it("reads the formats of other methods", () => {
    const head = "n_params,w_bits,method,group_size,number_format,delta_nll\n";
    const format = (bits: string, group: string, name: string) =>
      read(`${head}7e9,${bits},x,${group},${name},0.1`).measurements[0]?.format?.name;
    expect(format("4", "64", "NF4")).toBe("nf4");
    expect(format("4", "16", "NVFP4")).toBe("nvfp4");
    expect(format("8", "W channel/A tensor", "FP8-E4M3")).toBe("fp8_e4m3:channel");
    expect(format("4", "32", "GGUF Q4_0")).toBe("int4:g32/16");
    expect(format("4", "k-quant", "GGUF Q4_K_M")).toBeUndefined();
    expect(format("16", "token", "NUQ")).toBe("fp16");
  });

  it("names line and column of each row that cannot be read, and keeps the others", () => {
    const { measurements, problems } = read(
      [
        "n_params,w_bits,method,group_size,baseline_ppl,quant_ppl,d_tokens",
        "7e9,4,GPTQ,128,5.47,5.61,2T",
        "7e9,four,GPTQ,128,5.47,5.61,",
        "7e9,4,GPTQ,128,5.47,-5.61,",
        "7e9,4,,128,5.47,5.61,",
        "7e9,4,GPTQ,128,5.47,,",
        "7e9,4,GPTQ,128,5.47,5.61,",
      ].join("\n"),
    );
    expect(problems.map(({ line, column }) => `${line} ${column}`)).toEqual([
      "2 d_tokens",
      "3 w_bits",
      "4 quant_ppl",
      "5 method",
      "6 delta_nll",
    ]);
    expect(measurements.map(({ line }) => line)).toEqual([7]);
  });

  it("rejects widths and groups that cannot be", () => {
    const { problems } = read(
      "n_params,w_bits,method,group_size,delta_nll\n7e9,400,RTN,64,0.1\n7e9,4,RTN,0,0.1\n7e9,4,RTN,-5,0.1\n7e9,4,RTN,-1,0.1",
    );
    expect(problems).toMatchObject([
      { line: 2, column: "w_bits", message: "w_bits is 400: no weight has more than 64 bits." },
      { line: 3, column: "group_size" },
      { line: 4, column: "group_size" },
    ]);
  });

  it("that lacks a column is told which", () => {
    expect(read("n_params,w_bits,method,delta_nll\n1,4,RTN,0.1").problems).toMatchObject([
      { line: 1, column: "group_size" },
    ]);
    expect(read("n_params,w_bits,method,group_size\n1,4,RTN,32").problems).toMatchObject([
      { line: 1, column: "delta_nll" },
    ]);
  });

  it("is told apart from one of training by its columns", () => {
    expect(isQuantizationTable(tableOf("w_bits\n4"))).toBe(true);
    expect(isQuantizationTable(tableOf("w_format\nbf16"))).toBe(false);
  });
});
