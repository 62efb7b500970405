import { describe, expect, it } from "vitest";
import { comparableResults } from "../../../../server/science/measurements/comparableResults.ts";
import { publishedResults } from "../../../../server/science/measurements/publishedResults.ts";
import type { QuantizationMeasurement } from "../../../../server/science/measurements/QuantizationMeasurement.ts";
import { format } from "../known.ts";

function result(
  id: string,
  quantization: string,
  more: Partial<QuantizationMeasurement> = {},
): QuantizationMeasurement {
  const known = format(quantization);
  return {
    kind: "quantization",
    line: 1,
    id,
    parameters: 7e9,
    evaluation: "WikiText2, 2048",
    method: "GPTQ",
    methodClass: "gptq",
    details: {},
    bits: known.bits,
    activationBits: 16,
    cacheBits: 16,
    format: known,
    delta: 0.03,
    rounding: 0.001,
    regime: "normal",
    flags: [],
    ...more,
  };
}

const ids = (
  results: readonly QuantizationMeasurement[],
  quantization: string,
  method?: "gptq" | "rtn" | "awq",
) => comparableResults(results, format(quantization), method).map(({ id }) => id);

describe("comparable results", () => {
  it("have the same width, and groups at most twice as large or small", () => {
    const results = ["int4:g32", "int4:g64", "int4:g128", "int4:g256", "int3:g128", "int4:channel"].map(
      (name) => result(name, name),
    );
    expect(ids(results, "int4:g64")).toEqual(["int4:g64", "int4:g32", "int4:g128"]);
    expect(ids(results, "int4:g128")).toEqual(["int4:g128", "int4:g64", "int4:g256"]);
    expect(ids(results, "int4:channel")).toEqual(["int4:channel"]);
  });

  it("have the method, where it is known, and any where it is not", () => {
    const results = [
      result("gptq", "int4:g128"),
      result("rtn", "int4:g128", { methodClass: "rtn" }),
      result("other", "int4:g128", { methodClass: undefined }),
    ];
    expect(ids(results, "int4:g128", "rtn")).toEqual(["rtn"]);
    expect(ids(results, "int4:g128", "awq")).toEqual([]);
    expect(ids(results, "int4:g128")).toEqual(["gptq", "rtn", "other"]);
  });

  it("come with WikiText-2 first, before a closer group on another text", () => {
    // A group twice as large counts ln 2 = 0.69, another text counts 1.
    const results = [
      result("c4", "int4:g128", { evaluation: "C4, 2048" }),
      result("twice", "int4:g256"),
      result("same", "int4:g128"),
    ];
    expect(ids(results, "int4:g128")).toEqual(["same", "twice", "c4"]);
  });

  it("leave out those whose format has no name", () => {
    expect(ids([result("mixed", "int4:g128", { format: undefined })], "int4:g128")).toEqual([]);
    expect(ids([result("mixed", "int4:channel", { format: undefined })], "int4:channel")).toEqual([]);
  });

  it("are four at most", () => {
    const many = Array.from({ length: 9 }, (_, i) => result(`${i}`, "int4:g128"));
    expect(ids(many, "int4:g128")).toEqual(["0", "1", "2", "3"]);
  });

  it("of LLaMA-2-7B by GPTQ in 4 bits and groups of 128 have OmniQuant's value among them", () => {
    const found = comparableResults(publishedResults("Llama-2-7b-hf"), format("int4:g128"), "gptq");
    // OmniQuant 5.61, AWQ 5.69 (GPTQ) and 5.63 (GPTQ with reordering), against 5.47, all on WikiText-2.
    const expected = [5.61, 5.63, 5.69].map((perplexity) => Math.log(perplexity / 5.47).toFixed(6));
    const wikitext = found.filter(({ evaluation }) => evaluation?.startsWith("WikiText2"));
    expect(wikitext.map(({ delta }) => delta.toFixed(6)).toSorted()).toEqual(expected);
  });
});
