import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { languageOf } from "../../server/config/document/languageOf.ts";
import { verifiedFixes } from "../../server/lint/actions/verifiedFixes.ts";
import { analyse } from "../../server/lint/analyse.ts";
import { workspaceOf } from "../workspaceOf.ts";

const FOLDER = new URL("../../examples/", import.meta.url);
const README = readFileSync(new URL("README.md", FOLDER), "utf8");

interface Expected {
  readonly dialect: string;
  /** Training tokens as the run's own factors give them. */
  readonly tokens?: number;
  /** Rule, severity and the text under the squiggle, in the order of the file. */
  readonly findings: readonly (readonly [rule: string, severity: string, text: string])[];
}

const EXPECTED: Readonly<Record<string, Expected>> = {
  "clean.nanotron.yaml": { dialect: "nanotron", tokens: 20_000 * 8 * 2 * 32 * 2048, findings: [] },
  "coarse-scale.nanotron.yaml": {
    dialect: "nanotron",
    tokens: 4_000 * 16 * 2 * 32 * 2048,
    findings: [
      ["suboptimal-precision", "warning", "mxfp4"],
      ["coarse-scaling", "warning", "mxfp4"],
    ],
  },
  "declared-world-size.axolotl.yaml": {
    dialect: "axolotl",
    tokens: 50_000 * 8 * 2 * 64 * 2048,
    findings: [],
  },
  "e5m2-forward.nanotron.yaml": {
    dialect: "nanotron",
    tokens: 12_000 * 16 * 2 * 32 * 2048,
    findings: [
      ["suboptimal-float-layout", "hint", "fp8_e5m2:tensor"],
      ["unstable-format", "information", "fp8_e5m2:tensor"],
    ],
  },
  "fp8-on-h100.megatron.yaml": {
    dialect: "megatron-lm",
    tokens: 40_000 * 1024 * 4096,
    findings: [["suboptimal-precision", "hint", "true"]],
  },
  "launch.megatron.sh": {
    dialect: "megatron-lm",
    // 8 nodes of 4 GPUs with 16 sequences each
    tokens: 20_000 * (8 * 4 * 16) * 2048,
    findings: [["conflicting-precision", "error", "mxfp8"]],
  },
  "old-converter.torchtitan.toml": {
    dialect: "torchtitan",
    tokens: 20_000 * 2 * (64 / 2) * 8192,
    findings: [["conflicting-precision", "error", '"float8"']],
  },
  "nvfp4-recipe.megatron.yaml": {
    dialect: "megatron-lm",
    tokens: 318_000 * 768 * 8192,
    findings: [
      ["overtrained-for-format", "information", "318000"],
      ["suboptimal-precision", "information", "e2m1"],
    ],
  },
  "overtrained-fp4.megatron.yaml": {
    dialect: "megatron-lm",
    tokens: 500_000 * 1024 * 4096,
    findings: [
      ["overtrained-for-format", "warning", "500000"],
      ["suboptimal-precision", "warning", "e2m1"],
      ["missing-high-precision-layers", "information", "e2m1"],
    ],
  },
  "qlora.trl.yaml": { dialect: "trl", findings: [] },
  "text-learning-rate.transformers.yaml": {
    dialect: "transformers",
    findings: [["misread-number", "error", "5e-5"]],
  },
  "three-bit-deployment.llm-foundry.yaml": {
    dialect: "llm-foundry",
    tokens: 1_200_000 * 1024 * 2048,
    findings: [
      ["overtrained-for-quantization", "hint", "int3:g128"],
      ["sub-4-bit-quantization", "warning", "int3:g128"],
    ],
  },
  "two-precisions.deepspeed.json": {
    dialect: "deepspeed",
    findings: [["conflicting-precision", "error", "true"]],
  },
  "two-files.transformers.yaml": {
    dialect: "transformers",
    // The 512 sequences of a step stand in the DeepSpeed file.
    tokens: 2_000 * 512 * 4096,
    findings: [["companion-disagrees", "error", "false"]],
  },
  "unknown-word.llm-foundry.yaml": {
    dialect: "llm-foundry",
    tokens: 4_800 * 256 * 2048,
    findings: [["unknown-precision-value", "error", "bf16"]],
  },
  "zero2.deepspeed.json": { dialect: "deepspeed", findings: [] },
};

const all = readdirSync(FOLDER);
/** The configs. Tables of runs are read by `bitlaw fit` and tested with it. */
const files = all.filter((file) => file !== "README.md" && !file.endsWith(".csv"));

const TEXTS = Object.fromEntries(files.map((file) => [file, readFileSync(new URL(file, FOLDER), "utf8")]));

it("examples/README.md says of every table that it is synthetic", () => {
  const tables = all.filter((file) => file.endsWith(".csv"));
  expect(tables).toEqual(["runs.csv"]);
  expect(README).toMatch(/\[runs\.csv\]\(runs\.csv\)[^\n]*It is synthetic/);
});

it("the folder holds these examples and no other", () => {
  expect(files.toSorted()).toEqual(Object.keys(EXPECTED).toSorted());
});

it("examples/README.md lists every example", () => {
  const index = readFileSync(new URL("README.md", FOLDER), "utf8");
  expect(files.filter((file) => !index.includes(`| [${file}](${file}) |`))).toEqual([]);
});

describe.each(files)("%s", (file) => {
  const text = readFileSync(new URL(file, FOLDER), "utf8");
  const analysis = analyse(text, languageOf(file, text), { workspace: workspaceOf(TEXTS, file) });
  const expected = EXPECTED[file];

  it("says what it shows: in a comment on top, or, in JSON, which has none, in the README", () => {
    if (file.endsWith(".json")) expect(README).toContain(`[${file}](${file})`);
    else expect(text).toMatch(/^(?:#!.+\n)?(?:# (?!bitlaw:).+\n){2}/);
  });

  it("is read as its framework's config, with its tokens", () => {
    expect(analysis.assessments.map(({ config }) => config.dialect.id)).toEqual([expected?.dialect]);
    expect(analysis.assessments[0]?.config.run.facts.tokens?.value).toBe(expected?.tokens);
  });

  it("has these findings and no other", () => {
    const found = analysis.findings.map(({ rule, severity, span }) => [
      rule,
      severity,
      text.slice(span.start, span.end),
    ]);
    expect(found).toEqual(expected?.findings);
  });

  it("has a working fix for every finding that a change of the file can remove", () => {
    for (const finding of analysis.findings)
      expect(verifiedFixes(analysis, finding), finding.rule).not.toEqual([]);
  });
});

it("the examples show a good part of the rules; each of the others has its configs in docs/rules", () => {
  const shown = new Set(Object.values(EXPECTED).flatMap(({ findings }) => findings.map(([rule]) => rule)));
  expect(shown.size).toBeGreaterThanOrEqual(12);
});
