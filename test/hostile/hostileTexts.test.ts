import { describe, expect, it } from "vitest";
import type { ConfigLanguage } from "../../server/config/document/ConfigDocument.ts";
import { CONFLICTING, OVERTRAINED } from "../protocol/configs.ts";
import { expectReportable, expectSound } from "./expectSound.ts";

const LANGUAGES: readonly ConfigLanguage[] = ["yaml", "json"];
const FOUNDRY = `model:\n  name: mpt_causal_lm\n  d_model: \${a}\nmax_seq_len: 2048\nprecision: amp_bf16\nglobal_train_batch_size: 64\nmax_duration: 100ba\ndevice_train_microbatch_size: 4\noptimizer:\n  name: decoupled_adamw\n`;

describe("Aliases", () => {
  it("that multiply are not expanded", () => {
    const levels = Array.from({ length: 60 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(20)}]`);
    expectReportable(`a0: &a0 [x]\n${levels.join("\n")}\n${CONFLICTING}`, "yaml");
    const maps = Array.from({ length: 60 }, (_, i) => `a${i + 1}: &a${i + 1} { x: *a${i}, y: *a${i} }`);
    expectReportable(`a0: &a0 { x: 1 }\n${maps.join("\n")}\n${CONFLICTING}learning_rate: *a60\n`, "yaml");
  });

  it("that merge each other many times over are searched once", () => {
    const levels = Array.from(
      { length: 60 },
      (_, i) => `a${i + 1}: &a${i + 1} { <<: [*a${i}, *a${i}, *a${i}] }`,
    );
    const text = `a0: &a0 { bf16: true }\n${levels.join("\n")}\n<<: *a60\n${CONFLICTING.replace("bf16: true\n", "")}`;
    expect(expectReportable(text, "yaml").findings.map(({ rule }) => rule)).toEqual([
      "conflicting-precision",
    ]);
  });

  it.each([
    "a: &a [*a]",
    "a: &a { b: *a }",
    "a: &a\n  <<: *a\n  b: 1",
    "<<: &a { <<: *a }",
    "a: &a { b: &b { <<: [*a, *b] } }",
    "&a *a : 1",
    "? &k [*k]\n: *k",
  ])("that lead in a circle do no harm: %s", (text) => {
    expectReportable(`${text}\n${CONFLICTING}`, "yaml");
    expectReportable(`x: &x\n  ${CONFLICTING.replaceAll("\n", "\n  ")}\n${text}\n<<: *x\n`, "yaml");
  });

  it("in a chain of any length do no harm", () => {
    const chain = Array.from({ length: 5000 }, (_, i) => `a${i + 1}: &a${i + 1} { <<: *a${i} }`);
    expectReportable(`a0: &a0 { bf16: true }\n${chain.join("\n")}\n<<: *a5000\n${CONFLICTING}`, "yaml");
  });
});

describe("References", () => {
  it.each([
    "a: ${a}",
    "a: ${b}\nb: ${c}\nc: ${a}",
    "a: ${model.d_model}",
    "a: ${${a}}",
    "a: ${model}",
    "a: ${",
    "a: ${..a}",
    "a: ${.a}",
    "a: ${${${a}}}",
    "a: ${b}${b}\nb: ${c}${c}\nc: ${a}${a}",
    "a: ${model[${a}]}",
    "a: ${oc.select:a,${a}}",
    "a: ${oc.select:'",
    "a: ${oc.select:[[[",
    "a: \\\\\\${a}",
    `a: ${"${".repeat(1000)}`,
    `a: ${"x${b}".repeat(1000)}\nb: ${"y".repeat(4000)}`,
    `a: ${"\\".repeat(4000)}\${b}`,
    `a: \${${"a.".repeat(10_000)}a}`,
    `${Array.from({ length: 300 }, (_, i) => `${i === 0 ? "a" : `a${i}`}: \${a${i + 1}}`).join("\n")}\na300: 64`,
  ])("that lead nowhere or in a circle do no harm", (text) => {
    expectReportable(`${FOUNDRY}${text}\n`, "yaml");
  });
});

describe("A text of several megabytes", () => {
  const filler = "# filler\n".repeat(700_000);
  it.each<[string, string]>([
    ["a foreign one", filler],
    ["one line of text", "x".repeat(5_000_000)],
    ["a foreign list", `items:\n${"  - name: a\n".repeat(400_000)}`],
    ["one with training keys", `${CONFLICTING}${filler}`],
    ["one with training keys again and again", CONFLICTING.repeat(25_000)],
    ["JSON", `{"zero_optimization": {}, "a": [${"1,".repeat(2_000_000)}1]}`],
  ])("is foreign: %s", (_, text) => {
    for (const language of LANGUAGES) {
      const { assessments, findings, failure } = expectSound(text, language);
      expect([assessments, findings, failure]).toEqual([[], [], undefined]);
    }
  });
});

describe("Odd characters", () => {
  it.each([
    "\u0000",
    "\ud800",
    "\udc00\ud800",
    "\ufeff",
    "\ufffe",
    "\u2028",
    "\u0085",
    "\u0007",
    "\u001b[31m",
    "\u202e",
    "🚀".repeat(1000),
    "e\u0301".repeat(1000),
  ])("do no harm: %j", (odd) => {
    for (const language of LANGUAGES) {
      expectReportable(odd, language);
      expectReportable(odd + CONFLICTING, language);
      expectReportable(CONFLICTING + odd, language);
      expectReportable(CONFLICTING.replace("1.0e-5", odd), language);
      expectReportable(CONFLICTING.replace("bf16:", `${odd}:`), language);
      expectReportable(CONFLICTING.replace("cosine", `"${odd}"`), language);
      expectReportable(CONFLICTING.replace("bf16: true", `bf16: true # bitlaw: ${odd}`), language);
    }
  });

  it("at the start may be a byte order mark", () => {
    const [finding] = expectReportable(`\ufeff${CONFLICTING}`, "yaml").findings;
    expect(finding?.rule).toBe("conflicting-precision");
    expect(`\ufeff${CONFLICTING}`.slice(finding?.span.start, finding?.span.end)).toBe("true");
  });
});

describe("Odd YAML", () => {
  it.each<[string, string]>([
    ["duplicate keys", CONFLICTING + CONFLICTING],
    ["line ends of CR only", CONFLICTING.replaceAll("\n", "\r")],
    ["mixed line ends", CONFLICTING.replace(/\n/g, (_, i) => (i % 2 ? "\r\n" : "\n"))],
    ["a very long line", CONFLICTING.replace("cosine", `cosine # ${"long ".repeat(60_000)}`)],
    [
      "a very long flow line",
      `{ ${CONFLICTING.trim().replaceAll("\n", ", ")}, x: [${"a, ".repeat(5000)}b] }`,
    ],
    ["a very long key", `${"k".repeat(200_000)}: 1\n${CONFLICTING}`],
    ["many keys", Array.from({ length: 4000 }, (_, i) => `key${i}: ${i}\n`).join("") + CONFLICTING],
    ["many declarations", CONFLICTING + "# bitlaw: world_size=8 tokns=2T\n".repeat(40)],
    ["tags on everything", CONFLICTING.replaceAll(": ", ": !!str ")],
    ["tags that do not exist", CONFLICTING.replaceAll(": ", ": !<tag:x> ")],
    ["tags on the document", `--- !!map\n${CONFLICTING}`],
    ["a directive", `%YAML 1.1\n%TAG ! tag:x,2000:\n---\n${CONFLICTING}`],
    ["an unknown directive", `%FOO\n---\n${CONFLICTING}`],
    ["merges of a list", `a: &a { bf16: true }\nb: &b [1, [2], *a, {x: 1}]\n<<: *b\n${CONFLICTING}`],
    ["merges of a scalar", `<<: 3\n${CONFLICTING}`],
    ["merges of nothing", `<<:\n${CONFLICTING}`],
    ["merges in every order", `<<: { bf16: true }\n${CONFLICTING}<<: [{ fp16: true }, { fp16: false }]\n`],
    ["complex keys", `? [a, b]\n: 1\n? { c: d }\n: 2\n?\n: 3\n${CONFLICTING}`],
    ["keys of every type", `1: a\ntrue: b\nnull: c\n~: d\n"": e\n: f\n.inf: g\n${CONFLICTING}`],
    ["keys of the prototype", `__proto__: { bf16: true }\nconstructor: 1\ntoString: 2\n${CONFLICTING}`],
    ["only the prototype", `__proto__:\n  ${CONFLICTING.replaceAll("\n", "\n  ")}`],
    ["block scalars", `a: |+9\n  x\nb: >-\n\n\n${CONFLICTING}`],
    ["a tab for indentation", CONFLICTING.replace("bf16", "\tbf16")],
    ["an anchor that is used before it is set", `a: *b\nb: &b 1\n${CONFLICTING}`],
    ["an anchor that is set twice", `a: &a 1\nb: &a 2\n${CONFLICTING}seed: *a\n`],
    ["an anchor on every value", CONFLICTING.replaceAll(": ", ": &a ")],
  ])("does no harm: %s", (_, text) => {
    for (const language of LANGUAGES) expectReportable(text, language);
  });

  it("may hold many documents", () => {
    const { assessments, findings } = expectReportable(`${CONFLICTING}---\n`.repeat(12), "yaml");
    expect(assessments).toHaveLength(12);
    expect(findings).toHaveLength(12);
    expectReportable("---\n".repeat(2000) + CONFLICTING, "yaml");
    expectReportable(`${OVERTRAINED}...\n---\n[]\n---\n3\n---\n${OVERTRAINED}`, "yaml");
  });
});

describe("Odd JSON", () => {
  const config = `{"train_micro_batch_size_per_gpu": 4, "gradient_accumulation_steps": 2, "zero_optimization": {"stage": 3}, "bf16": {"enabled": true}, "fp16": {"enabled": true}}`;
  it.each<[string, string]>([
    ["comments", `// a\n/* b */${config}/* c`],
    ["comments that never end", `${config}/*${"/*".repeat(20_000)}`],
    ["quotes that never end", `${config}${'\\"'.repeat(20_000)}`],
    ["a string that never ends", `{"a": "${'\\"'.repeat(20_000)}`],
    ["trailing commas", config.replaceAll("}", ",}")],
    ["duplicate keys", config.replace("{", `{"bf16": 1, "bf16": [], `)],
    ["escapes", config.replace("bf16", "\\u0062f16\\ud800")],
    ["the prototype", config.replace("{", `{"__proto__": {"bf16": {"enabled": false}}, `)],
    ["tabs", config.replaceAll(" ", "\t")],
    ["a list", `[${config}]`],
    ["a string", `"zero_optimization"`],
    ["a number of a million digits", config.replace("4", "4".repeat(200_000))],
    ["single quotes", config.replaceAll('"', "'")],
    ["text without quotes", config.replaceAll('"', "")],
    ["no braces", config.slice(1, -1)],
    ["triple quotes", config.replace('{"stage": 3}', "'''x")],
    ["triple quotes that never end", `{"a": ${"''' ".repeat(20_001)}`],
    ["blanks of every kind", config.replaceAll(" ", "\u00a0\u2028\ufeff")],
    ["a long text without quotes", `{a: ${"x / ".repeat(50_000)}\n}`],
    ["many commas", `${config.slice(0, -1)}${",".repeat(50_000)}}`],
    ["many lines without a comma", `{${'"a"\n'.repeat(50_000)}}`],
    ["several values", `${config}\n${config}`],
  ])("does no harm: %s", (_, text) => {
    for (const language of LANGUAGES) expectReportable(text, language);
  });
});
