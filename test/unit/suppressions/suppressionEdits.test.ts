import { describe, expect, it } from "vitest";
import type { ConfigLanguage } from "../../../server/config/document/ConfigDocument.ts";
import { suppressionEdits } from "../../../server/lint/actions/suppressionEdits.ts";
import { analyse } from "../../../server/lint/analyse.ts";
import { applyEdits } from "../../../server/lint/edits/TextEdit.ts";
import { CLEAN, CONFLICTING, OVERTRAINED } from "../../protocol/configs.ts";

const RULE = "conflicting-precision";
const NEXT = `# bitlaw-disable-next-line ${RULE}`;
const FILE = `# bitlaw-disable-file ${RULE}`;

/** What becomes of a text with one finding when it is silenced, by reach. */
function silenced(text: string, rule = RULE, language: ConfigLanguage = "yaml") {
  const analysis = analyse(text, language);
  const finding = analysis.findings.find((one) => one.rule === rule);
  if (finding === undefined) throw new Error(`No finding of ${rule}`);
  const made = suppressionEdits(analysis, finding).map(
    ({ covers, edits }) => [covers, applyEdits(text, edits)] as const,
  );
  return { line: undefined, file: undefined, ...Object.fromEntries(made) };
}

describe("A comment for a line", () => {
  it.each([
    ["stands above it", CONFLICTING, CONFLICTING.replace("fp16:", `${NEXT}\nfp16:`)],
    [
      "has the line break of the file",
      CONFLICTING.replaceAll("\n", "\r\n"),
      CONFLICTING.replace("fp16:", `${NEXT}\nfp16:`).replaceAll("\n", "\r\n"),
    ],
    [
      "is added to the one that stands there",
      CONFLICTING.replace("fp16:", "# bitlaw-disable-next-line loss-scaling -- why\nfp16:"),
      CONFLICTING.replace("fp16:", `# bitlaw-disable-next-line loss-scaling, ${RULE} -- why\nfp16:`),
    ],
    [
      "is added to one with a comment below it",
      CONFLICTING.replace("fp16:", "# bitlaw-disable-next-line loss-scaling\n# why\nfp16:"),
      CONFLICTING.replace("fp16:", `# bitlaw-disable-next-line loss-scaling, ${RULE}\n# why\nfp16:`),
    ],
    [
      "stands inside a flow map of several lines, where YAML allows comments",
      `{ ${CONFLICTING.trim().replaceAll("\n", ",\n  ")} }\n`,
      `{ ${CONFLICTING.trim().replaceAll("\n", ",\n  ").replace("fp16:", `${NEXT}\n  fp16:`)} }\n`,
    ],
    [
      "stands above a flow map on one line, behind a byte order mark",
      `\uFEFF{ ${CONFLICTING.trim().replaceAll("\n", ", ")} }\n`,
      `\uFEFF${NEXT}\n{ ${CONFLICTING.trim().replaceAll("\n", ", ")} }\n`,
    ],
  ])("%s", (_, text, after) => {
    expect(silenced(text).line).toBe(after);
  });

  it("has the indentation of the line", () => {
    expect(silenced(OVERTRAINED, "overtrained-for-format").line).toBe(
      OVERTRAINED.replace(
        "  --train-iters",
        "  # bitlaw-disable-next-line overtrained-for-format\n  --train-iters",
      ),
    );
  });

  it("is not offered where a value goes on over the line", () => {
    const text = CONFLICTING.replace("fp16: true", 'note: "a\n  b", fp16: true').replace(/^/, "{ ").trim();
    const flow = `${text.replaceAll(/\n(?=\w)/g, ",\n")} }\n`;
    expect(silenced(flow).line).toBeUndefined();
    expect(silenced(flow).file).toBe(`${FILE}\n${flow}`);
  });

  it("is not offered for a comment about comments", () => {
    const made = silenced(`# bitlaw-disable-file loss-scaling -- why\n${CLEAN}`, "unused-suppression");
    expect(made.line).toBeUndefined();
    expect(made.file).toContain("# bitlaw-disable-file unused-suppression\n");
  });
});

describe("A comment for the file", () => {
  it.each([
    ["stands first", "", ""],
    ["stands behind a byte order mark", "\uFEFF", ""],
    ["stands below the start of the document", "---\n", ""],
    ["stands below what YAML is told", "%YAML 1.2\n---\n", ""],
    ["stands below the interpreter", "#!/usr/bin/env train\n", ""],
    ["stands below the licence", "# Copyright 2024 The Authors.\n# All rights reserved.\n", "\n"],
    [
      "stands below all of them",
      "#!/usr/bin/env train\n# SPDX-License-Identifier: MIT\n%YAML 1.2\n--- # the run\n",
      "# other words\n",
    ],
    ["stands above other words", "", "# The run of May.\n"],
  ])("%s", (_, before, after) => {
    expect(silenced(`${before}${after}${CONFLICTING}`).file).toBe(`${before}${FILE}\n${after}${CONFLICTING}`);
  });

  it("is added to one without a reason, and not to one with a reason of its own", () => {
    const other = "# bitlaw-disable-file loss-scaling";
    expect(silenced(`${CONFLICTING}${other}\n`).file).toBe(`${CONFLICTING}${other}, ${RULE}\n`);
    const reasoned = `${CONFLICTING}${other} -- why\n`;
    expect(silenced(reasoned).file).toBe(`${FILE}\n${reasoned}`);
  });

  it("has the line break of the file", () => {
    const windows = CONFLICTING.replaceAll("\n", "\r\n");
    expect(silenced(`---\r\n${windows}`).file).toBe(`---\r\n${FILE}\r\n${windows}`);
  });
});

describe("In JSON", () => {
  const text = `{
  "train_micro_batch_size_per_gpu": 8,
  "zero_optimization": { "stage": 2 },
  "fp16": {
\t"enabled": true,
\t"loss_scale": 1
  }
}
`;

  it("there is no comment, because one of its loaders may stop at it", () => {
    expect(silenced(text, "loss-scaling", "json")).toEqual({ line: undefined, file: undefined });
  });

  it("a comment begins with slashes where there are comments already", () => {
    const commented = `# The engine.\n${text}`;
    expect(silenced(commented, "loss-scaling", "json")).toEqual({
      line: commented.replace('\t"loss', '\t// bitlaw-disable-next-line loss-scaling\n\t"loss'),
      file: `// bitlaw-disable-file loss-scaling\n${commented}`,
    });
  });
});
