import { describe, expect, it } from "vitest";
import type { AnalysisOptions } from "../../../server/lint/Analysis.ts";
import { verifiedFixes } from "../../../server/lint/actions/verifiedFixes.ts";
import { analyse } from "../../../server/lint/analyse.ts";
import { addFindings, companionFindings } from "../../../server/lint/companionFindings.ts";
import { applyEdits, type TextEdit } from "../../../server/lint/edits/TextEdit.ts";
import { CLEAN, CONFLICTING, FOREIGN } from "../../protocol/configs.ts";
import { readPage } from "../../rules/rulePage.ts";
import { workspaceOf } from "../../workspaceOf.ts";

/** CONFLICTING has one finding: `conflicting-precision` on its last line, `fp16: true`. */
function outcome(text: string, options: AnalysisOptions = {}) {
  const { findings, suppressed } = analyse(text, "yaml", options);
  return {
    shown: findings.map(({ rule, span }) => `${rule} ${text.slice(span.start, span.end)}`),
    suppressed: suppressed.map(({ finding }) => finding.rule),
    reasons: suppressed.map(({ suppression }) => suppression.reason),
  };
}

function above(comment: string): string {
  return CONFLICTING.replace("fp16: true", `${comment}\nfp16: true`);
}

describe("A finding is silenced by a comment that names its rule", () => {
  it.each([
    ["on the line before", above("# bitlaw-disable-next-line conflicting-precision")],
    ["without a blank behind the mark", above("#bitlaw-disable-next-line conflicting-precision")],
    ["with other rules' names in it", above("# bitlaw-disable-next-line conflicting-precision,")],
    ["before other comments", above("# bitlaw-disable-next-line conflicting-precision\n# why\n\n")],
    [
      "at the end of its line",
      CONFLICTING.replace("fp16: true", "fp16: true  # bitlaw-disable-line conflicting-precision"),
    ],
    ["somewhere above", `# bitlaw-disable conflicting-precision\n${CONFLICTING}`],
    [
      "in a block around it",
      `${above("# bitlaw-disable conflicting-precision")}# bitlaw-enable conflicting-precision\n`,
    ],
    ["for the file, below it", `${CONFLICTING}# bitlaw-disable-file conflicting-precision\n`],
    [
      "in a file with Windows line ends",
      above("# bitlaw-disable-next-line conflicting-precision").replaceAll("\n", "\r\n"),
    ],
    ["behind a byte order mark", `\uFEFF# bitlaw-disable-file conflicting-precision\n${CONFLICTING}`],
    ["behind tabs", above("#\tbitlaw-disable-next-line\tconflicting-precision\t")],
    ["at the end of the last line", `${CONFLICTING}# bitlaw-disable-file conflicting-precision`],
  ])("%s", (_, text) => {
    expect(outcome(text)).toEqual({
      shown: [],
      suppressed: ["conflicting-precision"],
      reasons: [undefined],
    });
  });
});

it("What a comment gives as its reason is kept, dashes included", () => {
  const text = above("# bitlaw-disable-next-line conflicting-precision -- the launcher -- not we -- decides");
  expect(outcome(text).reasons).toEqual(["the launcher -- not we -- decides"]);
});

it("A word, a rule and a missing rule that nobody knows are each a finding", () => {
  const text = `# bitlaw-disable-fle loss-scaling\n# bitlaw-disable-file los-scaling\n# bitlaw-disable-file\n${CLEAN}`;
  expect(outcome(text).shown).toEqual([
    "unknown-suppression bitlaw-disable-fle",
    "unknown-suppression los-scaling",
    "unknown-suppression bitlaw-disable-file",
  ]);
});

describe("The fix of a comment that cannot be followed", () => {
  /** Titles with whether they are safe, for each finding about comments. */
  const fixes = (comment: string) => {
    const analysis = analyse(`${above(comment)}`, "yaml");
    const own = analysis.findings.filter(({ rule }) => rule === "unknown-suppression");
    return own.map((finding) =>
      verifiedFixes(analysis, finding).map(({ title, safe }) => `${title}${safe ? "" : ", if told to"}`),
    );
  };

  it.each([
    [
      "corrects a slip of the finger",
      "bitlaw-disable-nextline conflicting-precision",
      [["Change to `bitlaw-disable-next-line`"]],
    ],
    ["guesses no other word, which may reach further", "bitlaw-ignore conflicting-precision", [[]]],
    [
      "takes out a name that is like none",
      "bitlaw-disable-next-line foobar",
      [["Remove this comment, if told to"]],
    ],
    [
      "leaves the other names",
      "bitlaw-disable-next-line foobar, conflicting-precision",
      [["Remove `foobar`, if told to"]],
    ],
    [
      "makes two dashes of one before a reason",
      "bitlaw-disable-next-line conflicting-precision - because",
      [["Change to `--`"], ["Remove `because`, if told to"]],
    ],
  ])("%s", (_, comment, expected) => {
    expect(fixes(`# ${comment}`)).toEqual(expected);
  });
});

describe("A finding is shown where the comment", () => {
  const shown = ["conflicting-precision true"];
  it.each([
    ["stands two lines above", CONFLICTING.replace("bf16: true", "# bitlaw-disable-next-line X\nbf16: true")],
    [
      "stands at the end of another line",
      CONFLICTING.replace("bf16: true", "bf16: true # bitlaw-disable-line X"),
    ],
    ["starts a block below it", `${CONFLICTING}# bitlaw-disable X\n`],
    ["ended its block before it", `# bitlaw-disable X\nseed: 1\n# bitlaw-enable X\n${CONFLICTING}`],
  ])("%s, and is a finding itself", (_, text) => {
    const { shown: all } = outcome(text.replaceAll("X", "conflicting-precision"));
    expect(all.filter((one) => !one.startsWith("unused-suppression"))).toEqual(shown);
    expect(all.filter((one) => one.startsWith("unused-suppression"))).toHaveLength(1);
  });

  it.each([
    ["has other words before its own", above("# see bitlaw-disable-next-line X")],
    ["is quoted", above('note: "# bitlaw-disable-next-line X"')],
    ["is quoted over lines", above("note: 'a\n  # bitlaw-disable-next-line X\n  # bitlaw-disable-file X'")],
    ["is text of a block scalar", above("note: |\n  text\n  # bitlaw-disable-file X")],
    ["is text of a folded scalar", above("note: >-\n  # bitlaw-disable-file X")],
    ["is the name of a law", above("# bitlaw-ptq X")],
    ["stands in another comment", above("# a # bitlaw-disable-next-line X")],
    ["is part of a plain scalar", above("note: a# bitlaw-disable-file X")],
  ])("%s, which makes it none", (_, text) => {
    expect(outcome(text.replaceAll("X", "conflicting-precision")).shown).toEqual(shown);
  });
});

describe("unused-suppression", () => {
  const disabled = "# bitlaw-disable-file loss-scaling\n";
  const fixed = (text: string, options: AnalysisOptions = {}) => {
    const analysis = analyse(text, "yaml", options);
    const [finding] = analysis.findings;
    const [fix] = finding ? verifiedFixes(analysis, finding) : [];
    return fix && applyEdits(text, fix.edits);
  };

  it("is off for a rule that is off", () => {
    expect(outcome(disabled + CLEAN).shown).toEqual(["unused-suppression bitlaw-disable-file loss-scaling"]);
    expect(outcome(disabled + CLEAN, { severities: { "loss-scaling": "off" } }).shown).toEqual([]);
  });

  it("has the severity that somebody chose, and may be off itself", () => {
    const { findings } = analyse(disabled + CLEAN, "yaml", { severities: { "unused-suppression": "error" } });
    expect(findings.map(({ severity }) => severity)).toEqual(["error"]);
    expect(outcome(disabled + CLEAN, { severities: { "unused-suppression": "off" } }).shown).toEqual([]);
  });

  it("is off in a file that cannot be parsed, and in one that is no training config", () => {
    expect(analyse(`${disabled}${CLEAN}x: [\n`, "yaml")).toMatchObject({
      findings: [],
      failure: expect.anything(),
    });
    expect(outcome(`${disabled}# bitlaw-disable-fle x\n${FOREIGN}`).shown).toEqual([]);
  });

  it("is off as long as a file of the run is not known", () => {
    const text = `${disabled}${CLEAN}deepspeed: ds.json\n`;
    const workspace = workspaceOf({});
    const rules = (options: AnalysisOptions) =>
      analyse(text, "yaml", options).findings.map(({ rule }) => rule);
    expect(rules({ workspace: { ...workspace, read: () => undefined } })).toEqual([]);
    expect(rules({ workspace })).toContain("unused-suppression");
  });

  it("is off for rules about other files where there is no workspace", () => {
    const text = `# bitlaw-disable-file unread-companion, companion-disagrees, single-seed-comparison\n${CLEAN}`;
    expect(outcome(text).shown).toEqual([]);
    expect(outcome(text, { workspace: workspaceOf({}) }).shown).toEqual([
      "unused-suppression unread-companion",
      "unused-suppression single-seed-comparison",
    ]);
  });

  it("is off in a base that leaves open how large the run is: what builds on it may need the comment", () => {
    const shown = (maxtext: string) =>
      outcome(`# bitlaw-disable-file overtrained-for-format\n# bitlaw: world_size=4\n${maxtext}`).shown;
    const keys =
      'base_config: ""\nici_fsdp_parallelism: 4\nper_device_batch_size: 1\nbase_emb_dim: 64\nbase_mlp_dim: 256\n';
    const more =
      "base_num_decoder_layers: 2\nbase_num_query_heads: 4\nbase_num_kv_heads: 4\nvocab_size: 1000\nmax_target_length: 128\n";
    expect(shown(keys)).toEqual([]);
    expect(shown(keys + more)).toEqual([]);
    expect(shown(`${keys}${more}steps: 10\n`)).toEqual([
      "unused-suppression bitlaw-disable-file overtrained-for-format",
    ]);
  });

  it("is silenced for the file alone", () => {
    const line = `# bitlaw-disable-next-line unused-suppression\n${disabled}${CLEAN}`;
    expect(outcome(line).shown).toHaveLength(2);
    const file = `${disabled}${CLEAN}# bitlaw-disable-file unused-suppression\n`;
    expect(outcome(file)).toMatchObject({ shown: [], suppressed: ["unused-suppression"] });
  });

  it("is about the wider of two comments that silence the same", () => {
    const text = `# bitlaw-disable-file conflicting-precision\n${above("# bitlaw-disable-next-line conflicting-precision")}`;
    expect(outcome(text)).toMatchObject({
      shown: ["unused-suppression bitlaw-disable-file conflicting-precision"],
      suppressed: ["conflicting-precision"],
    });
  });

  it.each([
    [
      "a line of its own",
      `${CLEAN}  # bitlaw-disable-file loss-scaling -- why\nseed: 1\n`,
      `${CLEAN}seed: 1\n`,
    ],
    ["the last line, without a line break", `${CLEAN}# bitlaw-disable-file loss-scaling`, CLEAN.trimEnd()],
    ["the first line, behind a byte order mark", `\uFEFF${disabled}${CLEAN}`, `\uFEFF${CLEAN}`],
    ["the end of a line", CLEAN.replace("out\n", "out\t # bitlaw-disable-line loss-scaling  \n"), CLEAN],
    [
      "a line among Windows line ends",
      `${disabled}${CLEAN}`.replaceAll("\n", "\r\n"),
      CLEAN.replaceAll("\n", "\r\n"),
    ],
    [
      "the first of two names",
      above("# bitlaw-disable-next-line loss-scaling, conflicting-precision -- why"),
      above("# bitlaw-disable-next-line conflicting-precision -- why"),
    ],
    [
      "the last of two names",
      above("# bitlaw-disable-next-line conflicting-precision , loss-scaling -- why"),
      above("# bitlaw-disable-next-line conflicting-precision -- why"),
    ],
    [
      "a block that was ended together with another",
      `# bitlaw-disable conflicting-precision\n# bitlaw-disable loss-scaling\n${CONFLICTING}# bitlaw-enable conflicting-precision, loss-scaling\n`,
      `# bitlaw-disable conflicting-precision\n${CONFLICTING}# bitlaw-enable conflicting-precision\n`,
    ],
    ["the end of a block without a start", `${CLEAN}# bitlaw-enable loss-scaling\n`, CLEAN],
  ])("its fix takes away %s", (_, text, after) => {
    expect(fixed(text)).toBe(after);
  });
});

describe("The project file", () => {
  const rules = ["conflicting-precision"];
  it("silences a rule in a file, or at a key and below it", () => {
    const at = { start: 3, end: 9, file: ".bitlaw.yaml" };
    const { findings, suppressed } = analyse(CONFLICTING, "yaml", {
      suppressions: [{ rules, reason: "the launcher decides", at }],
    });
    expect(findings).toEqual([]);
    expect(suppressed.map(({ suppression }) => suppression)).toEqual([
      { kind: "project", reason: "the launcher decides", at },
    ]);
    expect(outcome(CONFLICTING, { suppressions: [{ rules, key: "fp16" }] }).shown).toEqual([]);
    expect(outcome(CONFLICTING, { suppressions: [{ rules, key: "bf16" }] }).shown).toHaveLength(1);
    expect(outcome(CONFLICTING, { suppressions: [{ rules: ["loss-scaling"] }] }).shown).toHaveLength(1);
  });

  it("has entries of no use to one file without a word about it", () => {
    expect(outcome(CLEAN, { suppressions: [{ rules }] }).shown).toEqual([]);
  });

  it("silences JSON, by keys in keys", () => {
    const text = `{"train_micro_batch_size_per_gpu": 8, "zero_optimization": {"stage": 2}, "fp16": {"enabled": true, "loss_scale": 1}}`;
    const rulesAt = (key: string) =>
      analyse(text, "json", { suppressions: [{ rules: ["loss-scaling"], key }] }).findings.map(
        ({ rule }) => rule,
      );
    expect(analyse(text, "json").findings.map(({ rule }) => rule)).toEqual(["loss-scaling"]);
    expect(rulesAt("fp16.loss_scale")).toEqual([]);
    expect(rulesAt("fp16")).toEqual([]);
    expect(rulesAt("fp16.enabled")).toEqual(["loss-scaling"]);
    expect(rulesAt("fp16.loss_scale.0")).toEqual(["loss-scaling"]);
  });
});

it("Comments count in all documents of a file", () => {
  const text = `${CONFLICTING}---\n${CONFLICTING}`;
  expect(outcome(text).shown).toHaveLength(2);
  expect(outcome(`${text}# bitlaw-disable-file conflicting-precision\n`).shown).toEqual([]);
  expect(outcome(`# bitlaw-disable conflicting-precision\n${text}`).shown).toEqual([]);
});

it("Both marks of a comment count in JSON whose loader takes comments", () => {
  const engine = (comment: string) =>
    `{\n  "train_micro_batch_size_per_gpu": 8, "zero_optimization": { "stage": 2 },\n  "note": "// bitlaw-disable-file loss-scaling", "fp16": { "enabled": true,\n  ${comment}\n    "loss_scale": 1 }\n}\n`;
  const shown = (text: string) => analyse(text, "json").findings.map(({ rule }) => rule);
  expect(shown(engine(""))).toEqual(["loss-scaling"]);
  expect(shown(engine("# bitlaw-disable-next-line loss-scaling"))).toEqual([]);
  expect(shown(engine("// bitlaw-disable-next-line loss-scaling -- why"))).toEqual([]);
  expect(shown(engine("/* bitlaw-disable-next-line loss-scaling */"))).toEqual(["loss-scaling"]);
});

describe("A finding about a place in another file", () => {
  const config = `${CLEAN}deepspeed: ds.json\n`;
  const disagreeing =
    '{"zero_optimization": {"stage": 3}, "fp16": {"enabled": true}, "bf16": {"enabled": false}}';
  const analysed = (text: string) =>
    analyse(text, "yaml", { workspace: workspaceOf({ "ds.json": disagreeing, "config.yaml": text }) });
  const rules = (text: string) => analysed(text).findings.map(({ rule }) => rule);

  it("is silenced where this file shows it, and is not shown in the other one either", () => {
    const shown = rules(config).filter((rule) => rule === "companion-disagrees");
    expect(shown.length).toBeGreaterThan(0);
    const silent = `# bitlaw-disable-file companion-disagrees\n${config}`;
    expect(rules(silent)).not.toContain("companion-disagrees");
    expect(rules(silent)).not.toContain("unused-suppression");
    expect(companionFindings(analysed(silent).findings, "config.yaml").get("ds.json") ?? []).toEqual([]);
  });

  it("is silenced in the other file by a comment there, which is of use then", () => {
    const accelerate =
      "compute_environment: LOCAL_MACHINE\ndistributed_type: MULTI_GPU\nnum_processes: 8\nmachine_rank: 0\n# bitlaw-disable-next-line conflicting-precision\nmixed_precision: fp16\n";
    const own = analyse(accelerate, "yaml");
    // Its own settings agree, but a run that it launches may disagree with them.
    expect(own.findings).toEqual([]);
    const start = accelerate.indexOf("fp16");
    const more = {
      rule: "conflicting-precision",
      severity: "error",
      message: "",
      related: [],
      elsewhere: [],
      fixes: [],
    } as const;
    const there = addFindings(own, [{ ...more, span: { start, end: start + 4 } }]);
    expect(there.findings).toEqual([]);
    expect(there.suppressed.map(({ finding }) => finding.rule)).toEqual(["conflicting-precision"]);
  });
});

describe("A fix of another finding", () => {
  /** One finding on the learning rate, and one below it that a comment silences. */
  const text = above("# bitlaw-disable-next-line conflicting-precision").replace("1.0e-5", "1e-5");
  const comment = text.indexOf("# bitlaw");
  const rate = text.indexOf("1e-5");
  const correction = { span: { start: rate, end: rate + 4 }, newText: "1.0e-5" };
  const working = (edits: readonly TextEdit[]) => {
    const analysis = analyse(text, "yaml");
    const [finding, ...others] = analysis.findings;
    if (finding?.rule !== "misread-number" || others.length > 0) throw new Error("one finding is expected");
    return verifiedFixes(analysis, { ...finding, fixes: [{ title: "", edits, safe: true }] }).length > 0;
  };

  it("is offered where it leaves the silenced line under its comment", () => {
    expect(working([correction])).toBe(true);
  });

  it("is not offered where it takes the silenced line away from its comment", () => {
    const start = text.indexOf("fp16");
    expect(working([correction, { span: { start, end: start }, newText: "seed: 1\n" }])).toBe(false);
  });

  it("is not offered where it only silences", () => {
    const start = text.indexOf("learning_rate");
    const newText = "# bitlaw-disable-next-line misread-number\n";
    expect(working([{ span: { start, end: start }, newText }])).toBe(false);
    expect(working([correction, { span: { start: comment, end: comment }, newText: "# why\n" }])).toBe(true);
  });

  it("is offered where it leaves a comment with nothing to silence", () => {
    // Two rules find the same format too narrow, and four bits are enough for both.
    const [{ text: config } = { text: "" }] = readPage("overtrained-for-quantization").before;
    const analysis = analyse(`# bitlaw-disable-file sub-4-bit-quantization\n${config}`, "yaml");
    expect(analysis.suppressed.map(({ finding }) => finding.rule)).toEqual(["sub-4-bit-quantization"]);
    const finding = analysis.findings.find(({ rule }) => rule === "overtrained-for-quantization");
    const titles = finding && verifiedFixes(analysis, finding).map(({ title }) => title);
    expect(titles).toContain("Quantize to INT4, group 128");
  });
});
