import { expect, it } from "vitest";
import { type Analysis, analyse } from "../../../server/lint/analyse.ts";
import { workspaceOf } from "../../workspaceOf.ts";

/** Misspelt, so that `unknown-declaration` (a warning by default) reports it; the run is 16 steps of 8 sequences a process. */
const CONFIG = `# bitlaw: world_sise=64
base_model: HuggingFaceTB/SmolLM2-360M
reinit_weights: true
pretraining_dataset: HuggingFaceFW/fineweb-edu
sequence_len: 2048
micro_batch_size: 8
max_steps: 16
bf16: true
`;

function analysed(files: Readonly<Record<string, string>>, path = "train.yaml", text = CONFIG): Analysis {
  return analyse(text, "yaml", { workspace: workspaceOf(files, path) });
}

function severityIn(files: Readonly<Record<string, string>>, path?: string): string | undefined {
  return analysed(files, path).findings.find(({ rule }) => rule === "unknown-declaration")?.severity;
}

it("a rule has the severity that the project file gives it", () => {
  expect(severityIn({})).toBe("warning");
  expect(severityIn({ ".bitlaw.yaml": "rules: { unknown-declaration: error }" })).toBe("error");
  expect(severityIn({ ".bitlaw.json": '{"rules": {"unknown-declaration": "hint"}}' })).toBe("hint");
  expect(severityIn({ ".bitlaw.yml": "rules:\n  unknown-declaration: off\n" })).toBeUndefined();
});

it("the nearest project file counts alone", () => {
  const files = { ".bitlaw.yaml": "rules: { unknown-declaration: error }", "a/.bitlaw.yaml": "rules: {}" };
  expect(severityIn(files, "a/b/train.yaml")).toBe("warning");
  expect(severityIn(files, "b/train.yaml")).toBe("error");
});

it("of the names of project files in a folder, .yaml comes before .yml, and that before .json", () => {
  const yaml = { ".bitlaw.yaml": "rules: { unknown-declaration: error }" };
  const yml = { ".bitlaw.yml": "rules: { unknown-declaration: hint }" };
  const json = { ".bitlaw.json": '{"rules": {"unknown-declaration": "off"}}' };
  expect(severityIn({ ...json, ...yml, ...yaml })).toBe("error");
  expect(severityIn({ ...json, ...yml })).toBe("hint");
});

it("what is extended is the base, in which the extending file's settings win", () => {
  const files = {
    ".bitlaw.yaml": "rules: { unknown-declaration: error }",
    "a/.bitlaw.yaml": "extends: ../.bitlaw.yaml",
    "b/.bitlaw.yaml": "extends: [../.bitlaw.yaml]\nrules: { unknown-declaration: hint }",
  };
  expect(severityIn(files, "a/train.yaml")).toBe("error");
  expect(severityIn(files, "b/train.yaml")).toBe("hint");
});

it("of the overrides that are for a file, the last one wins over the others and the top level", () => {
  const project = `rules: { unknown-declaration: error }
overrides:
  - files: [pretrain/**]
    rules: { unknown-declaration: information }
  - files: [pretrain/big/]
    rules: { unknown-declaration: hint }
`;
  const files = { ".bitlaw.yaml": project };
  expect(severityIn(files, "train.yaml")).toBe("error");
  expect(severityIn(files, "pretrain/train.yaml")).toBe("information");
  expect(severityIn(files, "pretrain/big/train.yaml")).toBe("hint");
});

it("patterns are relative to the folder of the file that states them, in an extended file too", () => {
  const files = {
    "base/.bitlaw.yaml": "overrides: [{ files: [/train.yaml], rules: { unknown-declaration: error } }]",
    "base/own/.bitlaw.yaml": "extends: ../.bitlaw.yaml",
  };
  expect(severityIn(files, "base/train.yaml")).toBe("error");
  expect(severityIn(files, "base/own/train.yaml")).toBe("warning");
});

it("an ignored file is not read, unless a later pattern takes it back", () => {
  const files = { ".bitlaw.yaml": 'ignore: [archive/, "*.generated.yaml", "!kept.generated.yaml"]' };
  expect(analysed(files, "archive/old/train.yaml").assessments).toEqual([]);
  expect(analysed(files, "x/train.generated.yaml").assessments).toEqual([]);
  expect(analysed(files, "x/kept.generated.yaml").assessments).toHaveLength(1);
  expect(analysed(files, "train.yaml").assessments).toHaveLength(1);
});

it("a declared fact of the project is used and says where it stands", () => {
  const text = CONFIG.replace("# bitlaw: world_sise=64\n", "");
  const tokens = analysed({ ".bitlaw.yaml": "declare: { world_size: 64 }" }, "train.yaml", text)
    .assessments[0]?.config.run.facts.tokens;
  // 16 steps × 8 sequences × 64 processes × 2,048 tokens
  expect(tokens?.value).toBe(16 * 8 * 64 * 2048);
  expect(tokens?.how).toContain("world_size 64 (declared in `.bitlaw.yaml`)");
  expect(tokens?.at.some(({ file }) => file === ".bitlaw.yaml")).toBe(true);
});

it("a comment in the config wins over the project file, which is then not reported as unused", () => {
  const text = CONFIG.replace("world_sise=64", "world_size=2");
  const analysis = analysed({ ".bitlaw.yaml": "declare: { world_size: 64 }" }, "train.yaml", text);
  expect(analysis.assessments[0]?.config.run.facts.tokens?.value).toBe(16 * 8 * 2 * 2048);
  expect(analysis.findings.filter(({ rule }) => rule === "unknown-declaration")).toEqual([]);
});
