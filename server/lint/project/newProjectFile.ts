import { shortList } from "../../science/listText.ts";

/** The contents of a new project file that depend on its folder. */
export interface NewProjectFile {
  /** Path of the schema from the file's folder, where it is there. */
  readonly schema?: string;
  /** The project file further up that has counted so far, from the file's folder. */
  readonly base?: string;
  /** Facts that several configs below do not say, with the names of these configs. */
  readonly missing: ReadonlyMap<string, readonly string[]>;
}

/** More names than this are counted only. */
const MOST_NAMES = 3;

/** The text of a project file that changes nothing: every setting is an example in a comment. */
export function newProjectFile({ schema, base, missing }: NewProjectFile): string {
  const lacking = Array.from(missing, ([fact, files]) => `# Not said by ${listed(files)}: \`${fact}\`.`);
  const blocks: readonly (readonly string[])[] = [
    [
      ...(schema === undefined ? [] : [`# yaml-language-server: $schema=${schema}`]),
      "# How Bitlaw checks the training configs in this folder and below. To use an example, remove",
      "# the `# ` before its lines. `bitlaw config FILE` says which setting holds for a file.",
    ],
    base === undefined
      ? ["# A project file further up does not count here, unless this one names it under `extends`."]
      : ["# The settings of this file are the base of those below.", `extends: ${JSON.stringify(base)}`],
    [
      "# The severity of a rule, or `off`. `bitlaw rules` lists the rules.",
      "# rules:",
      "#   overtrained-for-format: error",
      "#   coarse-scaling: off",
    ],
    [
      "# What the configs cannot say themselves; what they do say wins.",
      ...lacking,
      "# declare:",
      "#   world_size: 64",
      "#   hardware: h100",
    ],
    [
      "# The laws that predict, in the order of preference, and law files of this project. `bitlaw laws` lists the laws.",
      "# laws:",
      "#   use: [sun-2025, bitlaw-ptq]",
      "#   files: [fits/*.json]",
    ],
    [
      "# From which value on a rule reports; the page of a rule, `bitlaw rules NAME`, names its thresholds.",
      "# thresholds:",
      "#   overtrained-for-format: { excess: 1.2 }",
    ],
    ["# Files that Bitlaw leaves alone, as in .gitignore.", "# ignore:", "#   - archive/"],
    [
      "# Findings that are known and accepted. A comment in the config does the same: `# bitlaw-disable-line NAME`.",
      "# suppressions:",
      "#   - files: [configs/ds.json]",
      "#     rules: [loss-scaling]",
      "#     key: fp16.loss_scale",
      "#     reason: The loss scale was tuned by hand.",
    ],
    [
      "# Other rules, facts and laws for some of the files; of several overrides the last one wins.",
      "# overrides:",
      "#   - files: [pretrain/**]",
      "#     declare: { world_size: 1024 }",
    ],
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** `a.yaml, b.yaml, c.yaml and 4 more`. A name may hold characters that would end a comment. */
function listed(files: readonly string[]): string {
  const names = files.map((file) => file.replace(/[\p{Cc}\u2028\u2029\ufeff]/gu, "\ufffd"));
  return shortList(names, MOST_NAMES);
}
