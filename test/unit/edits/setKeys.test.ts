import { describe, expect, it } from "vitest";
import type { Word } from "../../../server/config/dialect/Dialect.ts";
import { edited } from "./edited.ts";

type Case = readonly [string, string, Readonly<Record<string, Word>>, string | undefined];

const nanotron = (rest: string) =>
  `tokens: {train_steps: 9, micro_batch_size: 2, sequence_length: 4}\n${rest}`;
const flags = (rest: string) => `MODEL_ARGS:\n  --num-layers: 2\n  --hidden-size: 64\n${rest}`;
const axolotl = (rest: string) => `base_model: a/b\nmicro_batch_size: 2\n${rest}`;

/** The cases whose dialect is Axolotl are written without its two lines. */
const inAxolotl = (name: string, before: string, values: Case[2], after: string | undefined): Case => [
  name,
  axolotl(before),
  values,
  after === undefined ? undefined : axolotl(after),
];

describe("an existing value is replaced in place", () => {
  it.each<Case>([
    inAxolotl("plain", "bf16: auto\n", { bf16: true }, "bf16: true\n"),
    inAxolotl("in double quotes", 'optimizer: "adamw"\n', { optimizer: "lion" }, 'optimizer: "lion"\n'),
    inAxolotl("in single quotes", "optimizer: 'adamw'\n", { optimizer: "it's" }, "optimizer: 'it''s'\n"),
    inAxolotl("by another type, without its quotes", 'bf16: "auto"\n', { bf16: true }, "bf16: true\n"),
    inAxolotl("capitalised as before", "bf16: False\n", { bf16: true }, "bf16: True\n"),
    inAxolotl("but only booleans are capitalised", "bf16: True\n", { bf16: "auto" }, "bf16: auto\n"),
    inAxolotl("before a comment", "bf16: false  # half\n", { bf16: true }, "bf16: true  # half\n"),
    inAxolotl("before CRLF", "bf16: false\r\nseed: 1\r\n", { bf16: true }, "bf16: true\r\nseed: 1\r\n"),
    inAxolotl("at the end without a newline", "bf16: false", { bf16: true }, "bf16: true"),
    inAxolotl(
      "on the next line",
      "optimizer:\n  adamw\nseed: 1\n",
      { optimizer: "lion" },
      "optimizer:\n  lion\nseed: 1\n",
    ),
    inAxolotl(
      "over several lines",
      "optimizer: ada\n  mw\nseed: 1\n",
      { optimizer: "lion" },
      "optimizer: lion\nseed: 1\n",
    ),
    inAxolotl(
      "in a block scalar",
      "optimizer: >-\n  adamw\nseed: 1\n",
      { optimizer: "lion" },
      "optimizer: lion\nseed: 1\n",
    ),
    inAxolotl(
      "in a block scalar with CRLF",
      "optimizer: |\r\n  adamw\r\nseed: 1\r\n",
      { optimizer: "lion" },
      "optimizer: lion\r\nseed: 1\r\n",
    ),
    inAxolotl("the last of two", "bf16: auto\nbf16: false\n", { bf16: true }, "bf16: auto\nbf16: true\n"),
    inAxolotl(
      "with a word that needs quotes",
      "optimizer: adamw\n",
      { optimizer: "no" },
      'optimizer: "no"\n',
    ),
    inAxolotl(
      "with text that looks like a number",
      "optimizer: adamw\n",
      { optimizer: "1e-5" },
      'optimizer: "1e-5"\n',
    ),
    inAxolotl("with null", "fp16: true\n", { optimizer: null, fp16: null }, "fp16: null\n"),
    inAxolotl("or left alone where it is the same", "bf16: true\n", { bf16: true }, "bf16: true\n"),
    [
      "in a flow map",
      nanotron("model: {dtype: float16, x: 1}\n"),
      { dtype: "bfloat16" },
      nanotron("model: {dtype: bfloat16, x: 1}\n"),
    ],
    [
      "in a list item",
      nanotron("runs:\n  - dtype: float16\nmodel:\n  dtype: float16\n"),
      { dtype: "bfloat16" },
      nanotron("runs:\n  - dtype: float16\nmodel:\n  dtype: bfloat16\n"),
    ],
  ])("%s", (_, before, values, after) => {
    expect(edited(before, values)).toBe(after);
  });
});

describe("an empty value is filled", () => {
  it.each<Case>([
    inAxolotl("behind the colon", "fp16:\nseed: 1\n", { fp16: true }, "fp16: true\nseed: 1\n"),
    inAxolotl("behind white space", "fp16: \nseed: 1\n", { fp16: true }, "fp16:  true\nseed: 1\n"),
    inAxolotl(
      "before a comment",
      "fp16:   # half\nseed: 1\n",
      { fp16: true },
      "fp16:   true # half\nseed: 1\n",
    ),
    inAxolotl("at the end", "seed: 1\nfp16:", { fp16: true }, "seed: 1\nfp16: true"),
    inAxolotl("behind an anchor", "fp16: &h\nseed: 1\n", { fp16: true }, "fp16: &h true\nseed: 1\n"),
    [
      "in a flow map",
      nanotron("optimizer: {accumulate_grad_in_fp32: , x: 1}\n"),
      { accumulate_grad_in_fp32: true },
      nanotron("optimizer: {accumulate_grad_in_fp32: true, x: 1}\n"),
    ],
    [
      "but not without a colon",
      nanotron("optimizer: {accumulate_grad_in_fp32, x: 1}\n"),
      { accumulate_grad_in_fp32: true },
      undefined,
    ],
  ])("%s", (_, before, values, after) => {
    const result = edited(before, values);
    if (after === undefined) expect(result).toBeUndefined();
    else expect(result?.replace(/ +/g, " ")).toBe(after.replace(/ +/g, " "));
  });
});

describe("an absent key is added to block maps", () => {
  it.each<Case>([
    inAxolotl("behind the last entry", "seed: 1\n", { fp8: true }, "seed: 1\nfp8: true\n"),
    inAxolotl(
      "beside another of the keys",
      "bf16: false\nseed: 1\n",
      { bf16: true, fp8: true },
      "bf16: true\nfp8: true\nseed: 1\n",
    ),
    inAxolotl("without a final newline", "seed: 1", { fp8: true }, "seed: 1\nfp8: true"),
    inAxolotl(
      "two of them without a final newline",
      "seed: 1",
      { fp8: true, fp16: true },
      "seed: 1\nfp8: true\nfp16: true",
    ),
    inAxolotl("with CRLF", "seed: 1\r\n", { fp8: true }, "seed: 1\r\nfp8: true\r\n"),
    inAxolotl("behind a comment", "seed: 1  # one\n", { fp8: true }, "seed: 1  # one\nfp8: true\n"),
    inAxolotl(
      "not behind a nested map",
      "seed: 1\ndatasets:\n  - path: x\n",
      { fp8: true },
      "seed: 1\nfp8: true\ndatasets:\n  - path: x\n",
    ),
    inAxolotl(
      "not where it has its value by default",
      "bf16: auto\n",
      { bf16: true, fp16: false },
      "bf16: true\n",
    ),
    inAxolotl("not to unset it", "seed: 1\n", { fp16: null }, "seed: 1\n"),
    [
      "behind a block scalar",
      nanotron("model:\n  text: |\n    a\n    b\nz: 1\n"),
      { dtype: "float16" },
      nanotron("model:\n  text: |\n    a\n    b\n  dtype: float16\nz: 1\n"),
    ],
    ["in their indentation", flags("    # end\n"), { bf16: true }, flags("  --bf16: true\n    # end\n")],
    [
      "with nested maps in the file's indentation",
      nanotron("model:\n    make_vocab_size_divisible_by: 1\n"),
      { dtype: "float16", accumulate_grad_in_fp32: true, seed: 1 },
      nanotron(
        "model:\n    make_vocab_size_divisible_by: 1\n    dtype: float16\noptimizer:\n    accumulate_grad_in_fp32: true\ngeneral:\n    seed: 1\n",
      ),
    ],
    [
      "with one map for keys that share it",
      nanotron("data_stages: []\n"),
      { layers: 2, hidden: 64 },
      nanotron("data_stages: []\nmodel:\n  model_config:\n    num_hidden_layers: 2\n    hidden_size: 64\n"),
    ],
    ["behind a byte order mark", `\uFEFF${axolotl("")}`, { fp8: true }, `\uFEFF${axolotl("fp8: true\n")}`],
    [
      "before the next document",
      `${axolotl("")}---\nkind: Pod\n`,
      { fp8: true },
      `${axolotl("fp8: true\n")}---\nkind: Pod\n`,
    ],
  ])("%s", (_, before, values, after) => {
    expect(edited(before, values)).toBe(after);
  });
});

describe("an absent key is added to flow maps", () => {
  const zero = (rest: string) => `{\n  "zero_optimization": {"stage": 2}${rest}`;
  it.each<Case>([
    [
      "of one line",
      '{"zero_optimization": {}, "bf16": {"enabled": false}}',
      { bf16: true, fp16: true },
      '{"zero_optimization": {}, "bf16": {"enabled": true}, "fp16": { "enabled": true }}',
    ],
    [
      "that are empty",
      '{"zero_optimization": {}, "bf16": {}}',
      { bf16: true },
      '{"zero_optimization": {}, "bf16": { "enabled": true }}',
    ],
    ["of several lines", zero("\n}\n"), { bf16: true }, zero(',\n  "bf16": { "enabled": true }\n}\n')],
    ["with a trailing comma", zero(",\n}\n"), { bf16: true }, zero(',\n  "bf16": { "enabled": true },\n}\n')],
    [
      "with a comment behind the last value",
      zero(" // z\n}\n"),
      { bf16: true },
      zero(', // z\n  "bf16": { "enabled": true }\n}\n'),
    ],
    [
      "with a comma and a comment",
      zero(", /* z */\n}\n"),
      { bf16: true },
      zero(', /* z */\n  "bf16": { "enabled": true },\n}\n'),
    ],
    ["with CRLF", zero("\r\n}\r\n"), { bf16: true }, zero(',\r\n  "bf16": { "enabled": true }\r\n}\r\n')],
    ["whose brace follows on the line", zero(" }"), { bf16: true }, zero(', "bf16": { "enabled": true } }')],
    [
      "several at once",
      zero("\n}\n"),
      { bf16: true, bf16_master_weights_and_grads: true, grad_accum_dtype: "fp32" },
      zero(
        ',\n  "bf16": { "enabled": true, "bf16_master_weights_and_grads": true },\n  "data_types": { "grad_accum_dtype": "fp32" }\n}\n',
      ),
    ],
    [
      "at the depth where their map ends",
      '{\n  "zero_optimization": {},\n  "bf16": {\n    "x": 1\n  }\n}\n',
      { bf16: true },
      '{\n  "zero_optimization": {},\n  "bf16": {\n    "x": 1,\n    "enabled": true\n  }\n}\n',
    ],
    [
      "but not instead of another value",
      '{"zero_optimization": {}, "bf16": null}',
      { bf16: true },
      undefined,
    ],
  ])("%s", (_, before, values, after) => {
    expect(edited(before, values, "json")).toBe(after);
  });

  it("of YAML in the quotes of their other keys", () => {
    expect(edited(nanotron("model: {x: 1}\n"), { dtype: "float16" })).toBe(
      nanotron("model: {x: 1, dtype: float16}\n"),
    );
    expect(edited(nanotron("model: {'x': 1}\n"), { dtype: "float16" })).toBe(
      nanotron("model: {'x': 1, 'dtype': float16}\n"),
    );
    expect(edited(nanotron("model: {}\n"), { dtype: "float16" })).toBe(
      nanotron("model: { dtype: float16 }\n"),
    );
  });
});

describe("an alias", () => {
  it.each<Case>([
    inAxolotl(
      "is replaced where it is used",
      "x: &b false\nbf16: *b\n",
      { bf16: true },
      "x: &b false\nbf16: true\n",
    ),
    inAxolotl(
      "to text is replaced by text",
      "x: &o adamw\noptimizer: *o # o\n",
      { optimizer: "lion" },
      "x: &o adamw\noptimizer: lion # o\n",
    ),
    inAxolotl(
      "elsewhere forbids to change the anchored value",
      "bf16: &b false\nx: *b\n",
      { bf16: true },
      undefined,
    ),
    inAxolotl(
      "that is not there does not",
      "bf16: &b false\nx: 1\n",
      { bf16: true },
      "bf16: &b true\nx: 1\n",
    ),
    [
      "to the map around forbids to change it there",
      nanotron("model: &m {dtype: float16}\nx: *m\n"),
      { dtype: "bfloat16" },
      undefined,
    ],
    [
      "in place of the map forbids it too",
      nanotron("x: &m {dtype: float16}\nmodel: *m\n"),
      { dtype: "bfloat16" },
      undefined,
    ],
    [
      "to the map around forbids additions",
      nanotron("model: &m {y: 1}\nx: *m\n"),
      { dtype: "float16" },
      undefined,
    ],
  ])("%s", (_, before, values, after) => {
    expect(edited(before, values)).toBe(after);
  });
});

describe("a key that a merge supplies gets an entry of its own", () => {
  it.each<Case>([
    [
      "in a block map",
      nanotron("x: &m\n  dtype: float16\nmodel:\n  <<: *m\n  y: 1\n"),
      { dtype: "bfloat16" },
      nanotron("x: &m\n  dtype: float16\nmodel:\n  <<: *m\n  y: 1\n  dtype: bfloat16\n"),
    ],
    [
      "in a block map of nothing else",
      nanotron("x: &m {dtype: float16}\nmodel:\n    <<: *m\nz: 1\n"),
      { dtype: "bfloat16" },
      nanotron("x: &m {dtype: float16}\nmodel:\n    <<: *m\n    dtype: bfloat16\nz: 1\n"),
    ],
    [
      "in a flow map",
      nanotron("x: &m {dtype: float16}\nmodel: {<<: *m}\n"),
      { dtype: "bfloat16" },
      nanotron("x: &m {dtype: float16}\nmodel: { dtype: bfloat16,<<: *m}\n"),
    ],
    [
      "to unset it",
      axolotl("x: &m {fp16: true}\n<<: *m\nseed: 1\n"),
      { fp16: null },
      axolotl("x: &m {fp16: true}\n<<: *m\nseed: 1\nfp16: null\n"),
    ],
  ])("%s", (_, before, values, after) => {
    expect(edited(before, values)).toBe(after);
  });
});

describe("where an unset key is a removed line", () => {
  it.each<Case>([
    [
      "the line goes",
      flags("  --fp8-format: e4m3\n  --bf16: true\n"),
      { fp8: null },
      flags("  --bf16: true\n"),
    ],
    [
      "a comment behind it stays",
      flags("  --fp8-format: e4m3  # try\n  --bf16: true\n"),
      { fp8: null },
      flags("  # try\n  --bf16: true\n"),
    ],
    [
      "the last line goes with the break before it",
      flags("  --fp8-format: e4m3"),
      { fp8: null },
      flags("").trimEnd(),
    ],
    [
      "a value on its next line goes too",
      flags("  --fp8-format:\n    e4m3\n  --bf16: true\n"),
      { fp8: null },
      flags("  --bf16: true\n"),
    ],
    [
      "CRLF stays whole",
      flags("  --fp8-format: e4m3\r\n  --bf16: true\r\n"),
      { fp8: null },
      flags("  --bf16: true\r\n"),
    ],
    [
      "other changes go along",
      flags("  --fp8-format: e4m3\n"),
      { fp8: null, fp4: "e2m1" },
      flags("  --fp4-format: e2m1\n"),
    ],
    [
      "or an entry between braces",
      'MODEL_ARGS: {"--num-layers": 2, "--hidden-size": 8, "--fp8-format": e4m3}\n',
      { fp8: null },
      'MODEL_ARGS: {"--num-layers": 2, "--hidden-size": 8}\n',
    ],
    [
      "elsewhere it is null",
      "language_model: {num_layers: 2, fp8: e4m3}\nmodel_parallel: {bf16: True}\n",
      { fp8: null },
      "language_model: {num_layers: 2, fp8: null}\nmodel_parallel: {bf16: True}\n",
    ],
  ])("%s", (_, before, values, after) => {
    expect(edited(before, values)).toBe(after);
  });
});

describe("a change is refused", () => {
  it.each<readonly [string, string, Readonly<Record<string, Word>>]>([
    [
      "where a map stands in place of the value",
      axolotl("optimizer: {name: adamw}\n"),
      { optimizer: "lion" },
    ],
    ["where a scalar stands in place of the map", nanotron("model: tiny\n"), { dtype: "float16" }],
    ["for a key that the dialect does not have", axolotl(""), { nonsense: 1 }],
    ["as a whole where one of its keys has no place", axolotl("bf16: false\n"), { bf16: true, nonsense: 1 }],
  ])("%s", (_, before, values) => {
    expect(edited(before, values)).toBeUndefined();
  });
});

describe("lines that are removed side by side, with others written in their place", () => {
  const before = flags("  --bf16: true\n  --fp4-format: e2m1\n  --fp4-recipe: nvfp4");
  const values = { fp8: "e4m3", fp8_recipe: "mxfp8", fp4: null, fp4_recipe_flag: null };
  const after = flags("  --bf16: true\n  --fp8-format: e4m3\n  --fp8-recipe: mxfp8");

  it("are one edit at the end of a file, with and without a line end", () => {
    expect(edited(`${before}\n`, values)).toBe(`${after}\n`);
    expect(edited(before, values)?.trimEnd()).toBe(after);
  });

  it("are one edit before other lines", () => {
    const rest = "\n  --seq-length: 2048\n";
    expect(edited(before + rest, values)).toBe(after + rest);
  });
});
