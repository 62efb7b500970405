import { describe, expect, it } from "vitest";
import {
  publishedAnchors,
  publishedResults,
  sourceOf,
} from "../../../../server/science/measurements/publishedResults.ts";

/** As OmniQuant's Table 1 prints it: GPTQ, 4 bits in groups of 128, perplexity 5.61 against 5.47. */
const OMNIQUANT = Math.log(5.61 / 5.47);

describe("the published results of a model", () => {
  it("have LLaMA-2-7B by GPTQ in 4 bits and groups of 128, as OmniQuant printed it", () => {
    const found = publishedResults("LLaMA-2-7B").filter(
      ({ source, methodClass, format }) =>
        source === "omniquant" && methodClass === "gptq" && format?.label === "INT4, group 128",
    );
    const wikitext = found.filter(({ evaluation }) => evaluation?.startsWith("WikiText2"));
    expect(wikitext).toHaveLength(1);
    expect(wikitext[0]?.delta).toBeCloseTo(OMNIQUANT, 12);
  });

  it("are found by the name on the Hugging Face hub, in any case and with -hf", () => {
    const names = ["llama-2-7b", "Llama-2-7b-hf"];
    for (const name of names) expect(publishedResults(name), name).toEqual(publishedResults("LLaMA-2-7B"));
  });

  it("of a base model are not those of its chat model, nor the other way round", () => {
    expect(new Set(publishedResults("LLaMA-2-7B").map(({ model }) => model))).toEqual(
      new Set(["LLaMA-2-7B"]),
    );
    expect(publishedResults("Llama-2-7b-chat-hf").map(({ model }) => model)).not.toContain("LLaMA-2-7B");
    expect(publishedResults("Qwen3-8B").map(({ model }) => model)).not.toContain("Qwen3-8B-Base");
  });

  it.each(["Mistral-7B-v0.1", "LLaMA-2-7", "", "constructor", "meta-llama/Llama-2-7b-hf"])(
    "are empty for “%s”, which the measurements do not have",
    (name) => {
      expect(publishedResults(name)).toEqual([]);
    },
  );

  it("quantize the weights alone, and leave out what does not stand for a uniform format in nats per token", () => {
    const rows = ["OPT-66B", "LLaMA-2-7B", "LLaMA-2-7B-chat", "Qwen3-8B"].flatMap(publishedResults);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.bits).toBeLessThan(16);
      expect([row.activationBits, row.cacheBits]).toEqual([16, 16]);
      expect(row.flags).not.toContain("word_ppl");
      expect(row.flags).not.toContain("mixed-precision");
      expect(row.flags).not.toContain("suspect");
    }
  });
});

describe("published results as anchors", () => {
  const anchors = publishedAnchors(publishedResults("LLaMA-2-7B"));

  it("name the paper, the table and the text", () => {
    const [anchor] = anchors.filter(({ delta }) => Math.abs(delta - OMNIQUANT) < 1e-9);
    expect(anchor?.method).toBe("gptq");
    expect(anchor?.quantization.label).toBe("INT4, group 128");
    expect(anchor?.source).toBe("WikiText2, Shao et al. 2023, OmniQuant, Table 1");
  });

  it("are those on WikiText-2 where there are any", () => {
    expect(anchors.filter(({ source }) => !source.startsWith("WikiText2"))).toEqual([]);
  });

  it("resolve a loss: what is within its rounding error is none", () => {
    const results = publishedResults("LLaMA-2-70B");
    const unresolved = results.filter(({ delta, rounding }) => delta <= rounding);
    expect(publishedAnchors(unresolved)).toEqual([]);
  });

  it("are those on other texts where WikiText-2 is missing", () => {
    const c4 = publishedResults("OPT-125M").filter(({ evaluation }) => evaluation?.startsWith("C4"));
    expect(c4.length).toBeGreaterThan(0);
    const sources = publishedAnchors(c4).map(({ source }) => source);
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) expect(source).toMatch(/^C4/);
  });

  it("have a source without a table where the row states none", () => {
    const [row] = publishedResults("LLaMA-2-7B");
    if (row === undefined) throw new Error("LLaMA-2-7B has results");
    expect(sourceOf({ ...row, evaluation: undefined, source: "ours", place: undefined })).toBe("ours");
  });
});
