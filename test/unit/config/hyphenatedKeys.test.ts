import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/lint/analyse.ts";
import { applyEdits } from "../../../server/lint/edits/TextEdit.ts";

const neox = (lines: string) =>
  analyse(
    `num-layers: 2\n${lines}pipe-parallel-size: 1\n"num-attention-heads": 16\nseq-length: 2048\ntrain_micro_batch_size_per_gpu: 4\ntokenizer_type: HFTokenizer\n`,
    "yaml",
  );

/** The width in force, and the findings on duplicates. */
function read(lines: string): { width: unknown; duplicates: readonly string[] } {
  const { assessments, findings } = neox(lines);
  return {
    width: assessments[0]?.config.readings.word("hidden"),
    duplicates: findings.flatMap(({ rule, severity, message }) =>
      rule === "duplicate-key" ? [`${severity}: ${message}`] : [],
    ),
  };
}

/** megatron/neox_arguments/arguments.py: `if conf_key in config: raise`, then `config[conf_key.replace("-", "_")] = …`. */
describe("GPT-NeoX's keys with hyphens and underscores", () => {
  it("are the same key", () => {
    expect(read("hidden-size: 1024\n")).toEqual({ width: 1024, duplicates: [] });
    expect(read("hidden_size: 1024\n")).toEqual({ width: 1024, duplicates: [] });
  });

  it("with hyphens overwrite silently further down", () => {
    const { width, duplicates } = read("hidden_size: 1024\nhidden-size: 2048\n");
    expect(width).toBe(2048);
    expect(duplicates).toEqual([
      expect.stringMatching(/^warning: `hidden_size` stands again further down as `hidden-size`.*no effect/),
    ]);
  });

  it("with hyphens overwrite harmlessly where they say the same", () => {
    expect(read("hidden_size: 1024\nhidden-size: 1024\n").duplicates).toEqual([
      expect.stringMatching(/^information: `hidden_size` .*says nothing, and both say the same\. /),
    ]);
  });

  it("are a warning where the two are written differently", () => {
    expect(read("hidden_size: 1024\nhidden-size: 1_024\n").duplicates).toEqual([
      expect.stringMatching(/^warning: .*no effect/),
    ]);
  });

  it("with underscores are refused further down", () => {
    const { duplicates } = read("hidden-size: 1024\nhidden_size: 2048\n");
    expect(duplicates).toEqual([expect.stringMatching(/^error: `hidden-size`.*stops at the second one/)]);
  });

  it("keep their first place where one spelling stands twice, as in PyYAML's dict", () => {
    expect(read("hidden_size: 1\nhidden-size: 2\nhidden_size: 3\n").width).toBe(2);
  });

  it("lose the one without effect by the fix", () => {
    const analysis = neox("hidden_size: 1024\nhidden-size: 2048\n");
    const [fix] = analysis.findings.find(({ rule }) => rule === "duplicate-key")?.fixes ?? [];
    expect(fix && applyEdits(analysis.text, fix.edits)).toMatch(/^num-layers: 2\nhidden-size: 2048\npipe/);
  });
});
