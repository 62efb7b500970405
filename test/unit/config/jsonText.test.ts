import { describe, expect, it } from "vitest";
import type { ConfigNode } from "../../../server/config/document/ConfigNode.ts";
import type { JsonSyntax } from "../../../server/config/document/jsonText.ts";
import { type ParseResult, parseConfig } from "../../../server/config/document/parseConfig.ts";
import { readScalar } from "../../../server/config/document/readScalar.ts";
import { readConfig } from "../../../server/config/readConfig.ts";

function plain(node: ConfigNode): unknown {
  if (node.kind === "map")
    return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
  if (node.kind === "list") return node.items.map(({ value }) => plain(value));
  const value = readScalar(node, "hjson");
  return value.type === "null" ? null : value.value;
}

function contentOf(parsed: ParseResult): unknown {
  if (!parsed.ok) return `! ${parsed.failure.message}`;
  const root = parsed.documents[0]?.root;
  return root && plain(root);
}

const parsedAs = (text: string, syntax: JsonSyntax) => parseConfig(text, "json", { syntax });

/** By the rules of hjson.github.io/syntax.html and hjson-py's decoder.py. */
describe("hjson", () => {
  it.each<[string, string, unknown]>([
    [
      "JSON",
      '{"a": [1, -2.5e3, true, false, null, "x"], "b": {}}',
      { a: [1, -2500, true, false, null, "x"], b: {} },
    ],
    ["comments", '# one\n{ // two\n/* three\n */ "a": 1 # four\n}', { a: 1 }],
    ["keys without quotes", "{a: 1, b-c: 2}", { a: 1, "b-c": 2 }],
    ["commas too many", '{"a": [1, 2,], "b": 3,}', { a: [1, 2], b: 3 }],
    ["commas too few", "{\n  a: 1\n  b: [\n    1\n    2\n  ]\n}", { a: 1, b: [1, 2] }],
    [
      "text without quotes, up to the end of its line",
      "{\n  a: all of it, # too\n  b: 1\n}",
      { a: "all of it, # too", b: 1 },
    ],
    ["numbers with a comment behind", "{\n  a: 5 # five\n  b: true // yes\n}", { a: 5, b: true }],
    [
      "what only begins like a number",
      "{\n  a: 5 apples\n  b: 1.2.3\n  c: 0x10\n}",
      { a: "5 apples", b: "1.2.3", c: "0x10" },
    ],
    [
      "what only begins like a word",
      "{\n  a: trueish\n  b: null and void\n}",
      { a: "trueish", b: "null and void" },
    ],
    ["Python's words as text", "{\n  a: True\n}", { a: "True" }],
    ["single quotes", "{'a': 'it\\'s', b: '\"'}", { a: "it's", b: '"' }],
    ["escapes", '{"a": "\\u0062\\n\\t\\\\\\/\\""}', { a: 'b\n\t\\/"' }],
    ["no braces", "a: 1\nb: {\n  c: x\n}\n", { a: 1, b: { c: "x" } }],
    ["text in triple quotes", "{\n  a: '''\n     one\n       two\n     '''\n}", { a: "one\n  two" }],
    ["triple quotes on one line", "{ a: '''x, y''' }", { a: "x, y" }],
    ["CRLF", "{\r\n  a: x\r\n  b: 1\r\n}\r\n", { a: "x", b: 1 }],
  ])("is read with %s", (_, text, value) => {
    expect(contentOf(parsedAs(text, "hjson"))).toEqual(value);
  });

  it.each<[string, RegExp]>([
    [
      '{"a": True}',
      /`True}` has no quotes, so hjson takes the rest of the line in, and a `{` is never closed/,
    ],
    ["{a: 1", /`\{` is never closed/],
    ["[1, 2", /`\[` is never closed/],
    ['{"a": "x', /no closing quote/],
    ['{"a": "x\ny"}', /no closing quote/],
    ["{a: '''x}", /no closing `'''`/],
    ['{"a": "\\q"}', /no such escape/],
    ['{"a": "\t"}', /must be written as an escape/],
    ["{a b: 1}", /A colon must follow the key `a`/],
    ["{a: ,}", /A value is expected here/],
    ["{a: 1,, b: 2}", /A key is expected here/],
    ["{a: 1} {", /Nothing may follow/],
    ["{a: 1 /* never", /comment is never closed/],
  ])("is refused with a reason: %s", (text, message) => {
    expect(contentOf(parsedAs(text, "hjson"))).toMatch(message);
  });

  it("gives the place of every value", () => {
    const text = "{\n  a: one two # x\n  'b': 5 // y\n  c: '''z'''\n}";
    const parsed = parsedAs(text, "hjson");
    const root = parsed.ok ? parsed.documents[0]?.root : undefined;
    const places =
      root?.kind === "map" ? root.entries.map(({ keySpan, value: { span } }) => [keySpan, span]) : [];
    expect(places.map((spans) => spans.map(({ start, end }) => text.slice(start, end)))).toEqual([
      ["a", "one two # x"],
      ["'b'", "5"],
      ["c", "'''z'''"],
    ]);
  });
});

describe("JSON of a loader that is not known yet", () => {
  it.each<[string, unknown]>([
    ['{"a": True, "b": 1}', { a: "True", b: 1 }],
    ["{a: one two, b: /x/y # z\n}", { a: "one two", b: "/x/y" }],
  ])("ends a text without quotes at a comma: %s", (text, value) => {
    expect(contentOf(parsedAs(text, "lenient"))).toEqual(value);
  });
});

describe("a file that Python's json reads", () => {
  const config = (inside: string) =>
    `{\n  "architectures": ["LlamaForCausalLM"],\n  "model_type": "llama",\n  "hidden_size": 64,\n  "num_hidden_layers": 2${inside}\n}\n`;

  it.each<[string, string, string, RegExp]>([
    ["a comment", " // layers", "// layers", /^A comment is not JSON\. Python's json.*Remove it\.$/],
    ["a comma too many", ",", ",", /^A comma behind the last entry.*Remove it\.$/],
    ["a missing comma", '\n  "vocab_size": 9', "", /^A missing comma.*Add it\.$/],
    ["a word of Python", ',\n  "use_cache": True', "True", /^`True` without quotes.*Write true\.$/],
    ["text without quotes", ',\n  "note": x', "x", /^`x` without quotes.*Put it in double quotes\.$/],
    ["single quotes", ",\n  'note': 1", "'note'", /^Text in single quotes.*Put it in double quotes\.$/],
    ["a key without quotes", ",\n  note: 1", "note", /^A key without quotes.*Put it in double quotes\.$/],
    ["a number of another notation", ',\n  "x": 1_000', "1_000", /^`1_000` without quotes/],
    ["a leading zero", ',\n  "x": 012', "012", /^`012` without quotes/],
  ])("is a failure at %s", (_, inside, covered, message) => {
    const text = config(inside);
    const reading = readConfig(text, "json");
    if (reading.kind !== "unreadable") throw new Error(reading.kind);
    const { start, end } = reading.failure.span;
    expect(text.slice(start, end)).toBe(covered);
    expect(reading.failure.message).toMatch(message);
  });

  it("may hold NaN and the infinities", () => {
    expect(readConfig(config(',\n  "a": NaN,\n  "b": -Infinity'), "json").kind).toBe("configs");
  });

  it("is no concern where no dialect claims it", () => {
    expect(readConfig('{ // settings\n  "hidden_size": 64,\n}', "json").kind).toBe("foreign");
  });
});

describe("a DeepSpeed file", () => {
  const HJSON = [
    "# by hand",
    "train_micro_batch_size_per_gpu: 4",
    "gradient_accumulation_steps: 2 // two",
    "zero_optimization: {",
    "  stage: 2",
    "  allgather_bucket_size: 5e8",
    "}",
    "bf16: { enabled: true }",
    "communication_data_type: bf16",
    "data_types: { grad_accum_dtype: fp32",
    "}",
    "",
  ].join("\n");

  it("may be hjson to the full", () => {
    const reading = readConfig(HJSON, "json");
    const readings = reading.kind === "configs" ? reading.configs[0]?.readings : undefined;
    expect(readings?.dialect.id).toBe("deepspeed");
    expect(
      ["microBatch", "accumulation", "bf16", "grad_accum_dtype", "communication_data_type"].map((key) =>
        readings?.word(key),
      ),
    ).toEqual([4, 2, true, "fp32", "bf16"]);
  });

  it("reads a text without quotes with the comma behind it, as hjson does", () => {
    const text = HJSON.replace("bf16: { enabled: true }", "bf16: {\n  enabled: True,\n}");
    const reading = readConfig(text, "json");
    expect(reading.kind === "configs" && reading.configs[0]?.readings.word("bf16")).toBe("True,");
  });

  it("whose text without quotes swallows a brace is a failure there", () => {
    const text = HJSON.replace("enabled: true", "enabled: True");
    const reading = readConfig(text, "json");
    if (reading.kind !== "unreadable") throw new Error(reading.kind);
    expect(text.slice(reading.failure.span.start, reading.failure.span.end)).toBe("True }");
  });
});
