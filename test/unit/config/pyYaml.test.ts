import { describe, expect, it } from "vitest";
import type { ConfigNode } from "../../../server/config/document/ConfigNode.ts";
import { parseConfig } from "../../../server/config/document/parseConfig.ts";
import { readScalar } from "../../../server/config/document/readScalar.ts";
import { randomNumbers } from "../../randomNumbers.ts";

type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

function treeOf(text: string): Tree | undefined {
  const parsed = parseConfig(text, "yaml");
  const root = parsed.ok ? parsed.documents[0]?.root : undefined;
  return root && plain(root);
}

function plain(node: ConfigNode): Tree {
  if (node.kind === "scalar") return node.text;
  if (node.kind === "list") return node.items.map(({ value }) => plain(value));
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
}

describe("texts are read as PyYAML reads them (yaml/scanner.py)", () => {
  it.each<[string, string, Tree]>([
    [
      "a quoted scalar that closes at its parent's indentation",
      'a:\n  b: "x\n  y"\n  c: 1\n',
      { a: { b: "x y", c: "1" } },
    ],
    ["one whose quote alone is there", "a:\n  b: 'x\n  '\n  c: 1\n", { a: { b: "x ", c: "1" } }],
    ["one that goes on at the margin", 'a:\n  b: "x\ny\n  z"\nd: 2\n', { a: { b: "x y z" }, d: "2" }],
    [
      "one with what looks like other entries",
      'a:\n  b: "x\nk: v\n- w"\n  c: 1\n',
      { a: { b: "x k: v - w", c: "1" } },
    ],
    ["one with a comment's sign", 'a: "x\n# c\ny"\n', { a: "x # c y" }],
    ["an item of a list", "a:\n- 'x\n\n  y'\n- z\n", { a: ["x\ny", "z"] }],
    ["a tab in front of its next line", 'a: "x\n\ty"\n', { a: "x y" }],
    [
      "a list whose items stand at the margin",
      "a:\n  b: [1,\n2\n]\n  c: 3\n",
      { a: { b: ["1", "2"], c: "3" } },
    ],
    [
      "a map that closes under its parent",
      "a:\n  b: {x: 1,\ny: 2\n}\n  c: 3\n",
      { a: { b: { x: "1", y: "2" }, c: "3" } },
    ],
    ["quotes inside of brackets", 'a: ["x\ny", z]\nb: 1\n', { a: ["x y", "z"], b: "1" }],
    ["a comment right behind a comma", "a: [1,# one\n 2]\n", { a: ["1", "2"] }],
  ])("%s", (_, text, tree) => {
    expect(treeOf(text)).toEqual(tree);
  });

  it.each<[string, string]>([
    ["a quote that never closes", 'a: "x\nb: 1\n'],
    ["a bracket that never closes", "a: [1,\nb: 2\n"],
    ["a document's end in a quoted scalar", 'a: "x\n---\ny"\n'],
    ["two values", "a: b: c\n"],
    ["an entry that is indented less than its first", "a:\n   b: 1\n  c: 2\n"],
  ])("and %s is a mistake for both", (_, text) => {
    expect(parseConfig(text, "yaml").ok).toBe(false);
  });

  it("a scalar of several lines keeps its place", () => {
    const text = 'a:\n  b: "x\n  y"\n  c: 1\n';
    const parsed = parseConfig(text, "yaml");
    const root = parsed.ok ? parsed.documents[0]?.root : undefined;
    const inner = root?.kind === "map" ? root.entries[0]?.value : undefined;
    const places =
      inner?.kind === "map"
        ? inner.entries.map(({ value }) => text.slice(value.span.start, value.span.end))
        : [];
    expect(places).toEqual(['"x\n  y"', "1"]);
  });
});

describe("trees that are written with any indentation that PyYAML allows", () => {
  const next = randomNumbers(20261201);
  const pick = <Item>(items: readonly Item[]): Item => items[next(items.length)] as Item;
  const blanks = () => " ".repeat(next(5));

  const tree = (depth: number): Tree => {
    const kind = depth > 3 ? 0 : next(4);
    if (kind === 2) return Array.from({ length: 1 + next(3) }, () => tree(depth + 1));
    if (kind === 3)
      return Object.fromEntries(Array.from({ length: 1 + next(3) }, (_, at) => [`k${at}`, tree(depth + 1)]));
    return pick(["1", "x", "two words", "a b c", "1.5e-3", "true"]);
  };
  /** Words apart by a blank, or by a line break with any indentation, which folds to one. */
  const quoted = (text: string): string => {
    const quote = pick(['"', "'"]);
    return `${quote}${text.split(" ").join(next(2) === 0 ? " " : `\n${blanks()}`)}${quote}`;
  };
  const scalar = (text: string, inFlow: boolean): string =>
    text.includes(" ") || next(2) === 0 || inFlow ? quoted(text) : text;
  const flow = (value: Tree): string => {
    const gap = () => (next(2) === 0 ? " " : `\n${blanks()}`);
    if (typeof value === "string") return scalar(value, true);
    if (Array.isArray(value)) return `[${gap()}${value.map(flow).join(`,${gap()}`)}${gap()}]`;
    const entries = Object.entries(value).map(([key, inner]) => `${key}: ${flow(inner)}`);
    return `{${gap()}${entries.join(`,${gap()}`)}${gap()}}`;
  };
  const block = (value: Tree, indent: string): string => {
    if (typeof value === "string") return ` ${scalar(value, false)}\n`;
    if (next(3) === 0) return ` ${flow(value)}\n`;
    const deeper = `${indent}${" ".repeat(1 + next(3))}`;
    if (Array.isArray(value)) return `\n${value.map((item) => `${deeper}-${block(item, deeper)}`).join("")}`;
    return `\n${Object.entries(value)
      .map(([key, item]) => `${deeper}${key}:${block(item, deeper)}`)
      .join("")}`;
  };

  it("are read back", () => {
    for (let at = 0; at < 1500; at++) {
      const value = tree(1);
      const text = `top:${block(value, "")}end: 1\n`;
      expect([text, treeOf(text)]).toEqual([text, { top: value, end: "1" }]);
    }
  });
});

describe("plain scalars are of the type that PyYAML's resolvers give them", () => {
  /** The implicit resolvers of yaml/resolver.py in their order, each with the characters that it is tried for. */
  const RESOLVERS: readonly (readonly [type: string, pattern: RegExp, first: string])[] = [
    [
      "boolean",
      /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/,
      "yYnNtTfFoO",
    ],
    [
      "float",
      /^(?:[-+]?(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/,
      "-+0123456789.",
    ],
    [
      "integer",
      /^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/,
      "-+0123456789",
    ],
    ["null", /^(?:~|null|Null|NULL|)$/, "~nN"],
    [
      "date",
      /^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)$/,
      "0123456789",
    ],
  ];
  const typeOf = (text: string) =>
    RESOLVERS.find(([, pattern, first]) => first.includes(text.charAt(0)) && pattern.test(text))?.[0] ??
    "string";

  it("for 20,000 random texts", () => {
    const next = randomNumbers(19);
    const letters = `${"0123456789".repeat(3)}+-._eE:xXabfoyesnutrlNIF~TzZ`;
    const starts = [
      "",
      "0x",
      "0b",
      "0",
      "-0x",
      "+",
      "-",
      ".",
      "1_",
      "1:",
      "0o",
      ".inf",
      "-.inf",
      ".nan",
      "yes",
      "No",
      "1e",
      "1.e",
      "2024-01-",
      "190:20:",
    ];
    for (let at = 0; at < 20_000; at++) {
      const start = starts[next(starts.length)] ?? "";
      const text =
        start + Array.from({ length: next(6) }, () => letters.charAt(next(letters.length))).join("");
      if (text === "") continue;
      const read = readScalar(
        { kind: "scalar", text, style: "plain", span: { start: 0, end: text.length } },
        "pyyaml",
      );
      expect([text, read.type]).toEqual([text, typeOf(text)]);
    }
  });
});
