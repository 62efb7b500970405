import { describe, expect, it } from "vitest";
import type { Word } from "../../../server/config/dialect/Dialect.ts";
import { setKeys } from "../../../server/lint/edits/setKeys.ts";
import { applyEdits } from "../../../server/lint/edits/TextEdit.ts";
import { configOf } from "../config/runOf.ts";

const written = (text: string, values: Readonly<Record<string, Word>>) => {
  const edits = setKeys(configOf(text, "shell"), values);
  return edits && applyEdits(text, edits);
};

const HEAD =
  "torchrun --nproc_per_node 8 pretrain_gpt.py --num-layers 2 --hidden-size 64 --micro-batch-size 1";
const LINES = `${HEAD} \\\n  --fp8-format hybrid \\\n  --fp8-recipe delayed \\\n  --bf16\n`;

describe("setKeys in a command", () => {
  it("replaces the word of a value, and nothing beside it", () => {
    expect(written(LINES, { fp8: "e4m3", fp8_recipe: "tensorwise" })).toBe(
      LINES.replace("hybrid", "e4m3").replace("delayed", "tensorwise"),
    );
  });

  it("replaces a value behind an equals sign, in quotes, and in two words of one element", () => {
    expect(written(`${HEAD} --fp8-format=hybrid`, { fp8: "e4m3" })).toBe(`${HEAD} --fp8-format=e4m3`);
    expect(written(`${HEAD} --fp8-format "hybrid"`, { fp8: "e4m3" })).toBe(`${HEAD} --fp8-format "e4m3"`);
    const list = `A=( "--fp8-format hybrid" )\n${HEAD} \${A[@]}\n`;
    expect(written(list, { fp8: "e4m3" })).toBe(list.replace("hybrid", "e4m3"));
  });

  it("writes the value in place of the variable, which may have other uses", () => {
    const text = `F=hybrid\necho $F\n${HEAD} --fp8-format \${F}\n`;
    expect(written(text, { fp8: "e4m3" })).toBe(text.replace("${F}", "e4m3"));
  });

  it("writes over a default inside its braces", () => {
    const text = `${HEAD} --fp8-format \${F:-hybrid}\n`;
    expect(written(text, { fp8: "e4m3" })).toBe(text.replace("hybrid", "e4m3"));
  });

  it("adds an argument on a line like the others", () => {
    expect(written(LINES, { fp8_recipe: "tensorwise", first_last_layers_bf16: true })).toBe(
      LINES.replace("delayed \\\n", "tensorwise \\\n  --first-last-layers-bf16 \\\n"),
    );
  });

  it("adds an argument in a list, and behind others on a line", () => {
    const list = `A=(\n    --bf16\n    --fp8-format hybrid  # of Hopper\n)\n${HEAD} "\${A[@]}"\n`;
    expect(written(list, { fp8: "e4m3", fp8_recipe: "mxfp8" })).toBe(
      list.replace("hybrid", "e4m3 --fp8-recipe mxfp8"),
    );
    expect(written(`${HEAD} --bf16`, { fp8: "e4m3" })).toBe(`${HEAD} --bf16 --fp8-format e4m3`);
  });

  it("keeps the line ends of Windows", () => {
    const windows = LINES.replaceAll("\n", "\r\n");
    expect(written(windows, { fp8: "e4m3", first_last_layers_bf16: true })).toBe(
      windows
        .replace("hybrid", "e4m3")
        .replace("e4m3 \\\r\n", "e4m3 \\\r\n  --first-last-layers-bf16 \\\r\n"),
    );
    expect(written(windows, { bf16: false })).toBe(windows.replace(" \\\r\n  --bf16", ""));
  });

  it("removes an argument with its line, and the backslash that led to the last one", () => {
    expect(written(LINES, { fp8: null })).toBe(LINES.replace("  --fp8-format hybrid \\\n", ""));
    expect(written(LINES, { bf16: false })).toBe(LINES.replace(" \\\n  --bf16", ""));
    expect(written(`${HEAD} --bf16 --fp8-format hybrid\n`, { fp8: null })).toBe(`${HEAD} --bf16\n`);
    const list = `A=(\n    --bf16\n    "--fp8-format hybrid"\n)\n${HEAD} \${A[@]}\n`;
    expect(written(list, { fp8: null })).toBe(list.replace('    "--fp8-format hybrid"\n', ""));
  });

  it("keeps Windows line ends", () => {
    const text = `A=(\r\n  --bf16\r\n  --fp8-format hybrid\r\n)\r\n${HEAD} \${A[@]}\r\n`;
    expect(written(text, { fp8_recipe: "mxfp8", fp8: "e4m3" })).toBe(
      text.replace("hybrid\r\n", "e4m3\r\n  --fp8-recipe mxfp8\r\n"),
    );
  });

  it("writes nothing that such a command cannot say", () => {
    expect(written(`${HEAD} --bf16\n`, { add_bias_linear: false })).toBeUndefined();
  });
});
