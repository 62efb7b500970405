import { expect, it } from "vitest";
import type { Analysis } from "../../../server/lint/Analysis.ts";
import { analyse } from "../../../server/lint/analyse.ts";
import { companionFindings } from "../../../server/lint/companionFindings.ts";
import { resolveProject } from "../../../server/lint/project/resolveProject.ts";
import { ownLaw } from "../../ownLaw.ts";
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

it("a setting of the editor wins over the project file", () => {
  const workspace = workspaceOf({ ".bitlaw.yaml": "rules: { unknown-declaration: error }" }, "train.yaml");
  const options = { workspace, severities: { "unknown-declaration": "hint" } } as const;
  expect(analyse(CONFIG, "yaml", options).findings.map(({ severity }) => severity)).toEqual(["hint"]);
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

it("a finding about a fact of the project stands at the beginning of the config, leads to the project file and edits neither", () => {
  const text = CONFIG.replace("# bitlaw: world_sise=64\n", "");
  const project = "declare: { quantization: int2 }";
  const analysis = analysed({ ".bitlaw.yaml": project }, "train.yaml", text);
  const finding = analysis.findings.find(({ rule }) => rule === "sub-4-bit-quantization");
  expect(finding?.span).toEqual({ start: 0, end: 0 });
  const { start = 0, end, file } = finding?.related[0]?.span ?? {};
  expect([file, project.slice(start, end)]).toEqual([".bitlaw.yaml", "int2"]);
  expect(finding?.fixes).toEqual([]);
  expect([...companionFindings(analysis.findings, "train.yaml").keys()]).toEqual([]);
});

it("a comment in the config wins over the project file, which is then not reported as unused", () => {
  const text = CONFIG.replace("world_sise=64", "world_size=2");
  const analysis = analysed({ ".bitlaw.yaml": "declare: { world_size: 64 }" }, "train.yaml", text);
  expect(analysis.assessments[0]?.config.run.facts.tokens?.value).toBe(16 * 8 * 2 * 2048);
  expect(analysis.findings.filter(({ rule }) => rule === "unknown-declaration")).toEqual([]);
});

it("files that build on each other in a circle, on nothing, or on what lies outside are problems where it is written", () => {
  const files = {
    "a/.bitlaw.yaml": "extends: [b.yaml, gone.yaml, ../../out.yaml]\nrules: { unknown-declaration: hint }",
    "a/b.yaml": "extends: .bitlaw.yaml\n",
  };
  const analysis = analysed(files, "a/train.yaml");
  const told = (analysis.project?.problems ?? []).map(({ span, message }) => {
    const text = files[(span.file ?? "") as keyof typeof files];
    return [span.file, text.slice(span.start, span.end), message];
  });
  expect(told).toEqual([
    [
      "a/b.yaml",
      ".bitlaw.yaml",
      "`.bitlaw.yaml` leads back to itself: a/.bitlaw.yaml → a/b.yaml → a/.bitlaw.yaml.",
    ],
    [
      "a/.bitlaw.yaml",
      "gone.yaml",
      "`gone.yaml` is not in this workspace: the path is relative to this file.",
    ],
    [
      "a/.bitlaw.yaml",
      "../../out.yaml",
      "`../../out.yaml` lies outside the workspace, where Bitlaw reads nothing.",
    ],
  ]);
  expect(analysis.findings.map(({ severity }) => severity)).toContain("hint");
});

it("only the laws that the project names are used, in its order, with those of its law files", () => {
  const laws = (files: Readonly<Record<string, string>>) =>
    analysed(files, "train.yaml").project?.laws.map(({ file }) => file.name);
  expect(laws({ ".bitlaw.yaml": "laws: { use: [bitlaw-ptq, sun-2025] }" })).toEqual([
    "bitlaw-ptq",
    "sun-2025",
  ]);
  const own = { "fits/own.json": ownLaw(), "fits/README.md": "no law" };
  const project = "laws: { use: [sun-2025, own-fit], files: [fits/*.json] }";
  expect(laws({ ...own, ".bitlaw.yaml": project })).toEqual(["sun-2025", "own-fit"]);
  expect(laws({ ...own, ".bitlaw.yaml": "laws: { files: [fits/own.json] }" })?.[0]).toBe("own-fit");
});

it("an unknown law, a missing law file and a wrong one are findings in the project file", () => {
  const text = "laws: { use: [sun-2024], files: [gone.json, bad.json] }\n";
  const workspace = workspaceOf({ "bad.json": "{}", ".bitlaw.yaml": text }, ".bitlaw.yaml");
  const { findings } = analyse(text, "yaml", { workspace });
  expect(findings.map(({ rule, span }) => [rule, text.slice(span.start, span.end)])).toEqual([
    ["invalid-project-file", "sun-2024"],
    ["invalid-project-file", "gone.json"],
    ...findings.slice(2).map(() => ["invalid-project-file", "bad.json"]),
  ]);
  expect(findings.length).toBeGreaterThan(2);
  expect(findings[0]?.fixes[0]?.title).toBe("Change to `sun-2025`");
});

it("a project file beside a stronger one says that it does not count", () => {
  const workspace = workspaceOf({ "a/.bitlaw.yaml": "", "a/.bitlaw.json": "{}" }, "a/.bitlaw.json");
  const { findings } = analyse("{}", "json", { workspace });
  expect(findings.map(({ message }) => message)).toEqual([
    "This file does not count, because `.bitlaw.yaml` beside it does: move its settings there, or remove one of the two.",
  ]);
});

it("suppressions and thresholds of the project reach the files that they are for", () => {
  const files = {
    ".bitlaw.yaml":
      "suppressions: [{ files: ['*.json'], rules: [loss-scaling], key: fp16.loss_scale, reason: known }]\n" +
      "thresholds: { coarse-scaling: { gain: 0.01 } }\n",
  };
  const project = (path: string) => resolveProject(workspaceOf(files, path));
  expect(project("ds.json")?.suppressions).toMatchObject([
    { rules: ["loss-scaling"], key: "fp16.loss_scale", reason: "known", at: { file: ".bitlaw.yaml" } },
  ]);
  expect(project("ds.yaml")?.suppressions).toEqual([]);
  expect(project("ds.yaml")?.thresholds.get("coarse-scaling")?.get("gain")?.value).toBe(0.01);
});
