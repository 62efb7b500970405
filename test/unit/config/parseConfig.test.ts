import { describe, expect, it } from "vitest";
import { locate } from "../../../server/config/document/ConfigDocument.ts";
import { MAX_TEXT_LENGTH, parseConfig } from "../../../server/config/document/parseConfig.ts";
import { at, covered, documentOf, documentsOf, scalarAt } from "./parsed.ts";

describe("the span of a scalar covers exactly what is written", () => {
  it.each<[string, string, string, string]>([
    ["plain", "model:\n  dtype: bfloat16\n", "model.dtype", "bfloat16"],
    ["double quotes", 'dtype: "bf\\u00616" # c\n', "dtype", '"bf\\u00616"'],
    ["single quotes", "dtype: 'it''s'\n", "dtype", "'it''s'"],
    ["CRLF", "a: 1\r\ndtype: bf16\r\n", "dtype", "bf16"],
    ["a byte order mark", "\uFEFFa: 1\ndtype: bf16\n", "dtype", "bf16"],
    ["flow style", "m: {a: 1, dtype: bf16}\n", "m.dtype", "bf16"],
    ["a comment behind", "dtype: bf16  # half\n", "dtype", "bf16"],
    ["a value on the next line", "dtype:\n  bf16\n", "dtype", "bf16"],
    ["an anchor", "dtype: &d bf16\n", "dtype", "bf16"],
    ["a list item", "runs:\n  - dtype: bf16\n", "runs.0.dtype", "bf16"],
    ["no final newline", "dtype: bf16", "dtype", "bf16"],
    ["text beyond the basic plane", "name: 😀\ndtype: bf16\n", "dtype", "bf16"],
  ])("%s", (_, text, path, expected) => {
    expect(scalarAt(documentOf(text), path).covered).toBe(expected);
  });

  it("and its content is without quotes and escapes", () => {
    const document = documentOf("a: 'it''s'\nb: \"tab\\there\"\nc: |\n  x\n  y\n");
    expect(scalarAt(document, "a").content).toBe("it's");
    expect(scalarAt(document, "b").content).toBe("tab\there");
    expect(scalarAt(document, "c").content).toBe("x\ny\n");
  });

  it("and is empty, behind the colon, for a value that is left out", () => {
    const document = documentOf("a:\nb: # later\nc: 1\n");
    expect(at(document, "a").node.span).toEqual({ start: 2, end: 2 });
    expect(covered(document, at(document, "b").node.span)).toBe("");
    expect(document.text.slice(0, at(document, "b").node.span.start)).toMatch(/b: $/);
  });
});

describe("JSON as relaxed loaders accept it", () => {
  const text = '{\n\t"a": 1, // one\n\t/* two */ "url": "https://x # y",\n\t"b": [1, 2,],\n}\n';

  it("has comments, tabs and trailing commas, and exact ranges all the same", () => {
    const document = documentOf(text, "json");
    expect(scalarAt(document, "a").covered).toBe("1");
    expect(scalarAt(document, "url")).toEqual({ content: "https://x # y", covered: '"https://x # y"' });
    expect(scalarAt(document, "b.1").covered).toBe("2");
  });

  it("keeps comment signs inside strings", () => {
    expect(scalarAt(documentOf('{"a": "x /* y */ // z", "b": 1}', "json"), "a").content).toBe(
      "x /* y */ // z",
    );
  });

  it("may be written without quotes around keys", () => {
    expect(scalarAt(documentOf("{a: 1, b: true}", "json"), "b").covered).toBe("true");
  });
});

describe("aliases", () => {
  const text = "base: &b\n  dtype: fp8\nrun: *b\nword: &w bf16\ncopy: *w\n";

  it("lead to the anchored scalar, with the use site on the way", () => {
    const document = documentOf(text);
    const { node, via, entry } = at(document, "copy");
    expect(covered(document, node.span)).toBe("bf16");
    expect(via.map((span) => covered(document, span))).toEqual(["*w"]);
    expect(entry?.aliasSpan && covered(document, entry.aliasSpan)).toBe("*w");
  });

  it("lead into anchored maps", () => {
    const document = documentOf(text);
    expect(covered(document, at(document, "run.dtype").node.span)).toBe("fp8");
    expect(at(document, "run.dtype").via.map((span) => covered(document, span))).toEqual(["*b"]);
  });

  it("mark the nodes that stand in several places", () => {
    const document = documentOf(text);
    expect(document.aliased.has(at(document, "word").node)).toBe(true);
    expect(document.aliased.has(at(document, "base").node)).toBe(true);
    expect(document.aliased.has(at(document, "base.dtype").node)).toBe(false);
  });

  it("to an anchor that is defined again follow the nearest definition above", () => {
    const document = documentOf("a: &x 1\nb: *x\nc: &x 2\nd: *x\n");
    expect(scalarAt(document, "b").content).toBe("1");
    expect(scalarAt(document, "d").content).toBe("2");
  });

  it("that multiply endlessly cost nothing", () => {
    const bomb = Array.from({ length: 40 }, (_, i) => `l${i}: &l${i} [${`*l${i - 1}, `.repeat(9)}x]`);
    const text = ["l0: &l0 [x]", ...bomb.slice(1)].join("\n");
    expect(parseConfig(text, "yaml").ok).toBe(true);
  });
});

describe("merges", () => {
  it("supply keys that a map lacks", () => {
    const document = documentOf("base: &b {dtype: fp8, tp: 2}\nrun:\n  <<: *b\n  tp: 4\n");
    expect(scalarAt(document, "run.dtype").content).toBe("fp8");
    expect(scalarAt(document, "run.tp").content).toBe("4");
    expect(at(document, "run.dtype").owner).toBe(at(document, "base").node);
  });

  it("of a list prefer its first map", () => {
    const document = documentOf("a: &a {x: 1}\nb: &b {x: 2, y: 3}\nrun: {<<: [*a, *b]}\n");
    expect(scalarAt(document, "run.x").content).toBe("1");
    expect(scalarAt(document, "run.y").content).toBe("3");
  });

  it("of several keys prefer the last, as PyYAML does", () => {
    const document = documentOf("a: &a {x: 1}\nb: &b {x: 2}\nrun:\n  <<: *a\n  <<: *b\n");
    expect(scalarAt(document, "run.x").content).toBe("2");
  });

  it("may be nested", () => {
    const document = documentOf("a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nrun: {<<: *b}\n");
    expect(scalarAt(document, "run.x").content).toBe("1");
  });

  it('are a plain `<<` only, not the text "<<"', () => {
    const document = documentOf('run:\n  "<<": {x: 1}\n');
    expect(locate(document.root, ["run", "x"])).toBeUndefined();
  });
});

describe("duplicate keys", () => {
  it("are all kept, and the last one counts", () => {
    const document = documentOf("a: 1\nb: 2\na: 3\n");
    expect(scalarAt(document, "a").content).toBe("3");
    expect(document.root.kind === "map" && document.root.entries.map(({ key }) => key)).toEqual([
      "a",
      "b",
      "a",
    ]);
  });
});

describe("several documents", () => {
  it("are read each on their own, with spans into the whole file", () => {
    const [first, second, ...more] = documentsOf("a: 1\n---\na: 2\n...\n");
    expect(first && scalarAt(first, "a").covered).toBe("1");
    expect(second && scalarAt(second, "a").covered).toBe("2");
    expect(more).toEqual([]);
  });
});

describe("comments that declare", () => {
  const declarations = (text: string) =>
    documentsOf(text).map((document) => document.declarations.map((span) => covered(document, span)));

  it("are found wherever a comment may stand", () => {
    const text = "# bitlaw: tokens=2T\na: 1  # bitlaw: world_size=8\n\t#bitlaw: x\n";
    expect(declarations(text)).toEqual([["# bitlaw: tokens=2T", "# bitlaw: world_size=8", "#bitlaw: x"]]);
  });

  it("end before the line break", () => {
    expect(declarations("a: 1 # bitlaw: tokens=2T \r\nb: 2\r\n")).toEqual([["# bitlaw: tokens=2T"]]);
  });

  it("are none inside block scalars and quoted text", () => {
    expect(
      declarations(
        "a: |\n  # bitlaw: tokens=1\nb: ' # bitlaw: tokens=2'\nc: \"\n  # bitlaw: tokens=3\n  \"\n",
      ),
    ).toEqual([[]]);
  });

  it("are none inside the block scalar of another document", () => {
    expect(declarations("a: 1\n---\nb: |\n  # bitlaw: tokens=1\n")).toEqual([[], []]);
  });

  it("need white space before the sign, as every YAML comment", () => {
    expect(declarations("a: x#bitlaw:tokens=1\n")).toEqual([[]]);
  });
});

describe("a text that cannot be read", () => {
  const failureOf = (text: string) => {
    const parsed = parseConfig(text, "yaml");
    return parsed.ok ? undefined : parsed.failure;
  };

  it("gives the place and words, and no exception", () => {
    const failure = failureOf("a: [1, 2\nb: 3\n");
    expect(failure?.message).toMatch(/\w/);
    expect(failure?.span.start).toBeGreaterThan(0);
  });

  it.each([
    ["is binary", "a: 1\n\u0000", /binary/],
    ["is too large", `a: ${"x".repeat(MAX_TEXT_LENGTH)}`, /larger than/],
    ["nests too deep", `a: ${"[".repeat(500)}${"]".repeat(500)}`, /nested more than/],
  ])("because it %s", (_, text, message) => {
    expect(failureOf(text)?.message).toMatch(message);
  });
});
