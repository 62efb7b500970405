import { describe, expect, it } from "vitest";
import { removeEntries, removeEntry } from "../../../server/lint/edits/removeEntry.ts";
import { applyEdits } from "../../../server/lint/edits/TextEdit.ts";
import { at, documentOf } from "../config/parsed.ts";

function without(text: string, path: string): string | undefined {
  const { owner, entry } = at(documentOf(text), path);
  const edit = owner && entry && removeEntry(text, owner, entry);
  return edit && applyEdits(text, [edit]);
}

describe("removeEntry", () => {
  it.each<[string, string, string, string | undefined]>([
    ["takes the first line", "a: 1\nb: 2\n", "a", "b: 2\n"],
    ["takes the last line", "a: 1\nb: 2\n", "b", "a: 1\n"],
    ["takes the last line without a newline", "a: 1\nb: 2", "b", "a: 1"],
    ["takes the last line without a newline, with CRLF", "a: 1\r\nb: 2", "b", "a: 1"],
    ["takes a nested map", "a: 1\nb:\n  c: 2\n  d: 3\ne: 4\n", "b", "a: 1\ne: 4\n"],
    ["takes a block scalar", "a: 1\nb: |\n  x\n  y\nc: 2\n", "b", "a: 1\nc: 2\n"],
    ["takes an alias", "a: &x 1\nb: *x\nc: 2\n", "b", "a: &x 1\nc: 2\n"],
    ["leaves a comment behind the value", "a: 1\nb: 2 # two\nc: 3\n", "b", "a: 1\n# two\nc: 3\n"],
    ["leaves the dash of a list item", "l:\n  - a: 1\n    b: 2\n", "l.0.a", "l:\n  - b: 2\n"],
    ["leaves a byte order mark", "\uFEFFa: 1\nb: 2\n", "a", "\uFEFFb: 2\n"],
    ["refuses the only entry", "m:\n  a: 1\n", "m.a", undefined],
    ["takes the first between braces", "{a: 1, b: 2}\n", "a", "{b: 2}\n"],
    ["takes the last between braces", "{a: 1, b: [2]}\n", "b", "{a: 1}\n"],
    ["takes one of JSON", '{\n  "a": 1,\n  "b": {},\n  "c": 3\n}\n', "b", '{\n  "a": 1,\n  "c": 3\n}\n'],
    ["takes the last of JSON", '{\n  "a": 1,\n  "b": "x"\n}\n', "b", '{\n  "a": 1\n}\n'],
    ["refuses to lose a comment between braces", "{a: 1, # one\n b: 2}\n", "a", undefined],
    ["refuses the only one between braces", "{m: {a: 1}}\n", "m.a", undefined],
  ])("%s", (_, before, path, after) => {
    expect(without(before, path)).toBe(after);
  });
});

describe("removeEntries", () => {
  it.each<[string, string, readonly string[], string | undefined]>([
    ["takes neighbours with their lines", "a: 1\nb: 2\nc: 3\n", ["a", "b"], "c: 3\n"],
    ["takes the last two without a newline", "a: 1\nb: 2\nc: 3", ["b", "c"], "a: 1\n"],
    ["takes the first two between braces", "{a: 1, b: 2, c: 3}\n", ["a", "b"], "{c: 3}\n"],
    ["takes the last two between braces", "{a: 1, b: 2, c: 3}\n", ["b", "c"], "{a: 1}\n"],
    ["takes every other one", "{a: 1, b: 2, c: 3, d: 4}\n", ["a", "c"], "{b: 2, d: 4}\n"],
    ["refuses to lose a comment between them", "{a: 1, b: 2, # two\n c: 3}\n", ["b", "c"], undefined],
    ["refuses all of them", "{a: 1, b: 2}\n", ["a", "b"], undefined],
  ])("%s", (_, text, keys, after) => {
    const root = documentOf(text).root;
    if (root?.kind !== "map") throw new Error("a map is wanted");
    const edits = removeEntries(
      text,
      root,
      root.entries.filter(({ key }) => keys.includes(key)),
    );
    expect(edits && applyEdits(text, edits)).toBe(after);
  });
});
