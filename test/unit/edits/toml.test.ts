import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Word } from "../../../server/config/dialect/Dialect.ts";
import { setKeys } from "../../../server/lint/edits/setKeys.ts";
import { applyEdits } from "../../../server/lint/edits/TextEdit.ts";
import { configOf } from "../config/runOf.ts";

const written = (text: string, values: Readonly<Record<string, Word>>) => {
  const edits = setKeys(configOf(text, "toml"), values);
  return edits && applyEdits(text, edits);
};

const HEAD = `[model]\nname = 'llama3'\nflavor = "8B"\n`;
const TRAINING = `[training]\nseq_len = 128 # short\nsteps = 10\n[parallelism]\n`;
const RUN = HEAD + TRAINING;

describe("setKeys in TOML", () => {
  it("replaces a value in its own kind of quotes", () => {
    expect(written(RUN, { model_name: "qwen3", steps: 20, sequenceLength: 256 })).toBe(
      `[model]\nname = 'qwen3'\nflavor = "8B"\n[training]\nseq_len = 256 # short\nsteps = 20\n[parallelism]\n`,
    );
  });

  it("adds a key behind the last of its table, and text in double quotes", () => {
    expect(written(RUN, { dtype: "bfloat16" })).toBe(
      RUN.replace("steps = 10\n", 'steps = 10\ndtype = "bfloat16"\n'),
    );
  });

  it("adds a key below the header of an empty table", () => {
    expect(written(RUN, { tensorParallel: 4 })).toBe(`${RUN}tensor_parallel_degree = 4\n`);
  });

  it("writes a new table at the end for a table that is not there", () => {
    expect(written(RUN, { learningRate: 0.0003 })).toBe(`${RUN}\n[optimizer]\nlr = 0.0003\n`);
  });

  it("keeps Windows line ends", () => {
    const text = RUN.replaceAll("\n", "\r\n");
    expect(written(text, { dtype: "float32", globalBatch: 8 })).toBe(
      text.replace("steps = 10", "steps = 10\r\nglobal_batch_size = 8"),
    );
  });

  it("writes dotted keys as their neighbours are written, and inline tables inside their braces", () => {
    const dotted = `${RUN}[quantize]\nlinear.float8.filter_fqns = ["output"]\n`;
    expect(written(dotted, { recipe_name: "rowwise" })).toBe(
      `${dotted.trimEnd()}\nlinear.float8.recipe_name = "rowwise"\n`,
    );
    const inline = `${RUN}[quantize.linear]\nfloat8 = { filter_fqns = ["output"] }\n`;
    expect(written(inline, { recipe_name: "rowwise" })).toBe(
      inline.replace('["output"] }', '["output"], recipe_name = "rowwise" }'),
    );
  });

  it("unsets a key by removing its line, and keeps the comment", () => {
    expect(written(RUN, { steps: null })).toBe(RUN.replace("steps = 10\n", ""));
    expect(written(RUN, { sequenceLength: null })).toBe(RUN.replace("seq_len = 128 ", ""));
  });

  it("removes no last key of a table, which may switch something on", () => {
    expect(written(`${RUN}tensor_parallel_degree = 2\n`, { tensorParallel: null })).toBeUndefined();
  });

  it("replaces an item of a list", () => {
    const text = readFileSync(new URL("../../fixtures/torchtitan/broken.toml", import.meta.url), "utf8");
    expect(written(text, { converter: "quantize.linear.float8" })).toBe(
      text.replace('["float8"]', '["quantize.linear.float8"]'),
    );
  });
});
