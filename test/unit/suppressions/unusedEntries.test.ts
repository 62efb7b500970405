import { describe, expect, it } from "vitest";
import type { Analysis } from "../../../server/lint/Analysis.ts";
import { applyFixes } from "../../../server/lint/actions/applyFixes.ts";
import { verifiedFixes } from "../../../server/lint/actions/verifiedFixes.ts";
import { analyse } from "../../../server/lint/analyse.ts";
import { applyEdits } from "../../../server/lint/edits/TextEdit.ts";
import { workspaceOf } from "../../workspaceOf.ts";

/** One finding: `conflicting-precision`, at `fp16`. */
const ARGUMENTS = JSON.stringify(
  {
    model_name_or_path: "models/own-base",
    per_device_train_batch_size: 4,
    gradient_accumulation_steps: 2,
    num_train_epochs: 1,
    lr_scheduler_type: "cosine",
    learning_rate: 0.00001,
    output_dir: "out",
    bf16: true,
    fp16: true,
  },
  undefined,
  2,
);

function projectWith(
  text: string,
  more: Readonly<Record<string, string>> = {},
  path = ".bitlaw.yaml",
): Analysis {
  const files = { "runs/a.json": ARGUMENTS, [path]: text, ...more };
  return analyse(text, path.endsWith(".json") ? "json" : "yaml", { workspace: workspaceOf(files, path) });
}

/** Rule, underlined text and message of every finding. */
function shown(...project: Parameters<typeof projectWith>): readonly string[] {
  const { text, findings } = projectWith(...project);
  return findings.map(({ rule, span, message }) => `${rule} ${text.slice(span.start, span.end)}: ${message}`);
}

function entry(rules: string, files = "[runs/a.json]", more = ""): string {
  return `  - files: ${files}\n    rules: ${rules}\n${more}`;
}

const USED = entry("[conflicting-precision]");
const END = "Remove what disables nothing, before it hides a finding to come.";

describe("An entry of the project file that names its files", () => {
  it("is left alone where it silences a finding", () => {
    expect(shown(`suppressions:\n${USED}`)).toEqual([]);
    expect(shown(`suppressions:\n${entry("[conflicting-precision]", "[/runs/a.json]")}`)).toEqual([]);
    expect(
      shown(`suppressions:\n${entry("[conflicting-precision]", "[runs/a.json]", "    key: fp16\n")}`),
    ).toEqual([]);
  });

  it("is unused where the file has no such finding, or has it at another key", () => {
    expect(shown(`suppressions:\n${entry("[loss-scaling]")}`)).toEqual([
      `unused-suppression loss-scaling: \`loss-scaling\` has no finding in \`runs/a.json\`. ${END}`,
    ]);
    const elsewhere = entry("[conflicting-precision]", "[runs/a.json]", "    key: bf16\n");
    expect(shown(`suppressions:\n${elsewhere}`)).toEqual([
      `unused-suppression conflicting-precision: \`conflicting-precision\` has no finding at \`bf16\` in \`runs/a.json\`. ${END}`,
    ]);
  });

  it("is unused behind another one that silences the same", () => {
    expect(shown(`suppressions:\n${USED}${USED}`)).toEqual([
      `unused-suppression conflicting-precision: \`conflicting-precision\` has no finding in \`runs/a.json\` that is not disabled already. ${END}`,
    ]);
  });

  it("has a finding for each rule that is of no use, and one for all of them together", () => {
    expect(shown(`suppressions:\n${entry("[loss-scaling, conflicting-precision]")}`)).toEqual([
      `unused-suppression loss-scaling: \`loss-scaling\` has no finding in \`runs/a.json\`. ${END}`,
    ]);
    expect(shown(`suppressions:\n${entry("[loss-scaling, misread-number]")}`)).toEqual([
      `unused-suppression loss-scaling, misread-number: \`loss-scaling\` and \`misread-number\` have no finding in \`runs/a.json\`. ${END}`,
    ]);
  });

  it("is of use where one of its files has the finding", () => {
    const files = { "runs/b.json": ARGUMENTS.replace('"fp16": true', '"fp16": false') };
    const both = (rules: string) => `suppressions:\n${entry(rules, "[runs/b.json, runs/a.json]")}`;
    expect(shown(both("[conflicting-precision]"), files)).toEqual([]);
    expect(shown(both("[loss-scaling]"), files)).toEqual([
      `unused-suppression loss-scaling: \`loss-scaling\` has no finding in any of the 2 files. ${END}`,
    ]);
  });

  it("is not judged where its files are not known one by one", () => {
    for (const files of [
      "[runs/*.json]",
      "[a.json]",
      "[runs/]",
      "[runs]",
      "['!/runs/a.json']",
      "[runs/a.json, '*.json']",
    ])
      expect(shown(`suppressions:\n${entry("[loss-scaling]", files)}`)).toEqual([]);
    expect(shown("suppressions:\n  - rules: [loss-scaling]\n")).toEqual([]);
  });

  it("is not judged for a rule that is off, nor for a file that cannot be parsed or is no training config", () => {
    const text = `suppressions:\n${entry("[loss-scaling]")}`;
    expect(shown(`rules: { loss-scaling: off }\n${text}`)).toEqual([]);
    expect(shown(text, { "runs/a.json": ARGUMENTS.slice(0, -1) })).toEqual([]);
    expect(shown(text, { "runs/a.json": '{ "name": "web", "version": "1.0.0" }' })).toEqual([]);
  });

  it("is not judged for a file in which the findings of other runs stand", () => {
    const engine = '{ "train_micro_batch_size_per_gpu": 8, "zero_optimization": { "stage": 2 } }';
    expect(shown(`suppressions:\n${entry("[loss-scaling]")}`, { "runs/a.json": engine })).toEqual([]);
  });

  it("is not judged where another project file counts for the file", () => {
    const text = `suppressions:\n${entry("[loss-scaling]")}`;
    expect(shown(text, { "runs/.bitlaw.yaml": "rules: {}\n" })).toEqual([]);
    expect(shown(text, { "runs/.bitlaw.yaml": "extends: ../.bitlaw.yaml\n" })).toHaveLength(1);
  });

  it("is not judged as long as its file is not known", () => {
    const text = `suppressions:\n${entry("[loss-scaling]")}`;
    const around = workspaceOf({ ".bitlaw.yaml": text }, ".bitlaw.yaml");
    const read = (path: string) => (path === "runs/a.json" ? undefined : around.read(path));
    const { findings, reads } = analyse(text, "yaml", { workspace: { ...around, read } });
    expect(findings).toEqual([]);
    expect(reads.has("runs/a.json")).toBe(true);
  });

  it("is told of fifty times at most, and soon", () => {
    const many = `suppressions:\n${entry("[loss-scaling]").repeat(3000)}`;
    expect(shown(many)).toHaveLength(50);
    const files = Array.from({ length: 200 }, (_, i) => `runs/${i}.json`);
    const each = `suppressions:\n${files.map((file) => entry("[loss-scaling]", `[${file}]`)).join("")}`;
    expect(shown(each, Object.fromEntries(files.map((file) => [file, ARGUMENTS])))).toHaveLength(50);
  });

  it("is not judged by a pattern that cannot be used, which is a finding of its own", () => {
    const text = `suppressions:\n${entry("[loss-scaling]", "[./runs/a.json]")}`;
    expect(projectWith(text).findings.map(({ rule }) => rule)).toEqual(["invalid-project-file"]);
  });

  it("with a rule that there is not has a fix for the other one alone", () => {
    const analysis = projectWith(`suppressions:\n${entry("[loss-scaling, no-such-rule]")}`);
    expect(
      analysis.findings.map((finding) => [
        finding.rule,
        verifiedFixes(analysis, finding).map(({ title }) => title),
      ]),
    ).toEqual([
      ["unused-suppression", ["Remove `loss-scaling`"]],
      ["invalid-project-file", []],
    ]);
  });

  it("does not lead into a circle through project files", () => {
    const circle = `suppressions:\n${entry("[loss-scaling]", "[/.bitlaw.yaml, /sub/.bitlaw.yaml]")}`;
    expect(shown(circle, { "sub/.bitlaw.yaml": circle })).toEqual([]);
  });

  it("counts from the folder of the project file", () => {
    const text = `suppressions:\n${entry("[loss-scaling]", "[/a.json]")}`;
    expect(shown(text, {}, "runs/.bitlaw.yaml")).toEqual([
      `unused-suppression loss-scaling: \`loss-scaling\` has no finding in \`runs/a.json\`. ${END}`,
    ]);
  });

  it("is about a file that is not there", () => {
    expect(shown(`suppressions:\n${entry("[conflicting-precision]", "[runs/b.json]")}`)).toEqual([
      "unused-suppression runs/b.json: There is no file `runs/b.json`, so this disables nothing. Correct the path, which is relative to the folder of this file, or remove it.",
    ]);
  });
});

describe("The fix of an unused entry", () => {
  /** The text after the only fix of the only finding. */
  function fixed(text: string, path?: string): string {
    const analysis = projectWith(text, {}, path);
    const [finding, ...others] = analysis.findings;
    if (finding === undefined || others.length > 0) throw new Error("one finding is expected");
    const [fix, ...more] = verifiedFixes(analysis, finding);
    if (fix === undefined || more.length > 0) throw new Error("one fix is expected");
    return applyEdits(text, fix.edits);
  }
  const unused = entry("[loss-scaling]", "[runs/a.json]", "    reason: it was so once\n");

  it.each([
    ["the first entry", `suppressions:\n${unused}${USED}`, `suppressions:\n${USED}`],
    ["the last entry", `suppressions:\n${USED}${unused}`, `suppressions:\n${USED}`],
    [
      "an entry between others, and no comment",
      `suppressions:\n${USED}  # why\n${unused}${entry("[misread-number]", "[runs/*.json]")}`,
      `suppressions:\n${USED}  # why\n${entry("[misread-number]", "[runs/*.json]")}`,
    ],
    [
      "the last entry of a file without a line break at its end",
      `suppressions:\n${USED}${unused.trimEnd()}`,
      `suppressions:\n${USED.trimEnd()}`,
    ],
    ["the section with its only entry", `suppressions:\n${unused}rules: {}\n`, "rules: {}\n"],
    ["the only entry of a file that holds nothing else", `suppressions:\n${unused}`, "suppressions:\n  []\n"],
    [
      "the only entry between brackets",
      "{ suppressions: [{ files: [runs/a.json], rules: [loss-scaling] }] }\n",
      "{ suppressions: [] }\n",
    ],
    [
      "one of several rules",
      `suppressions:\n${entry("[loss-scaling, conflicting-precision]")}`,
      `suppressions:\n${USED}`,
    ],
    [
      "the last of several rules",
      `suppressions:\n${entry("[conflicting-precision, loss-scaling]")}`,
      `suppressions:\n${USED}`,
    ],
    [
      "one of several rules on lines of their own",
      "suppressions:\r\n  - files: [runs/a.json]\r\n    rules:\r\n      - loss-scaling\r\n      - conflicting-precision # yes\r\n",
      "suppressions:\r\n  - files: [runs/a.json]\r\n    rules:\r\n      - conflicting-precision # yes\r\n",
    ],
  ])("removes %s", (_, before, after) => {
    expect(fixed(before)).toBe(after);
  });

  it("works in JSON", () => {
    const used = '{ "files": ["runs/a.json"], "rules": ["conflicting-precision"] }';
    const other = '{ "files": ["runs/a.json"], "rules": ["loss-scaling"] }';
    const list = (...entries: string[]) => `{\n  "suppressions": [\n    ${entries.join(",\n    ")}\n  ]\n}\n`;
    expect(fixed(list(used, other), ".bitlaw.json")).toBe(list(used));
    expect(fixed(list(other, used), ".bitlaw.json")).toBe(list(used));
    expect(fixed(list(other), ".bitlaw.json")).toBe('{\n  "suppressions": []\n}\n');
  });

  it("is not offered where a comment would go with it", () => {
    const commented =
      "suppressions:\n  - files: [runs/a.json]\n    rules: [loss-scaling, # why\n      conflicting-precision]\n";
    const analysis = projectWith(commented);
    expect(analysis.findings.map((finding) => verifiedFixes(analysis, finding))).toEqual([[]]);
  });

  it("of all entries is applied at once, and changes nothing the second time", () => {
    const analysis = projectWith(
      `# The team's\nsuppressions:\n${unused}${USED}${unused}${entry("[loss-scaling, conflicting-precision]")}`,
    );
    const { text, applied } = applyFixes(analysis, { unsafe: false });
    // The last entry does nothing either: the second one silences the same.
    expect(text).toBe(`# The team's\nsuppressions:\n${USED}`);
    expect(applied).toHaveLength(3);
    expect(applyFixes(projectWith(text), { unsafe: true }).applied).toEqual([]);
  });
});

describe("The fixes of an entry for a file that is not there", () => {
  it("name the file that is meant, or remove the entry; neither is applied without being asked for", () => {
    const text = `suppressions:\n${entry("[conflicting-precision]", "[/runs/aa.json]")}rules: {}\n`;
    const analysis = projectWith(text);
    const fixes = analysis.findings.flatMap((finding) => verifiedFixes(analysis, finding));
    expect(fixes.map(({ title, safe }) => ({ title, safe }))).toEqual([
      { title: "Change to `/runs/a.json`", safe: false },
      { title: "Remove this entry", safe: false },
    ]);
    expect(fixes.map(({ edits }) => applyEdits(text, edits))).toEqual([
      `suppressions:\n${entry("[conflicting-precision]", "[/runs/a.json]")}rules: {}\n`,
      "rules: {}\n",
    ]);
    expect(applyFixes(analysis, { unsafe: false }).applied).toEqual([]);
  });

  it("remove the file from among others", () => {
    const text = `suppressions:\n${entry("[conflicting-precision]", "[runs/a.json, runs/gone-long-ago.json]")}`;
    const analysis = projectWith(text);
    const [finding] = analysis.findings;
    const [fix] = finding ? verifiedFixes(analysis, finding) : [];
    expect(fix?.title).toBe("Remove `runs/gone-long-ago.json`");
    expect(applyEdits(text, fix?.edits ?? [])).toBe(`suppressions:\n${USED}`);
  });
});
