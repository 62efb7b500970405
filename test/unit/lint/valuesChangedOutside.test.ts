import { expect, it } from "vitest";
import { parseConfig } from "../../../server/config/document/parseConfig.ts";
import { valuesChangedOutside } from "../../../server/lint/actions/valuesChangedOutside.ts";
import { applyEdits } from "../../../server/lint/edits/TextEdit.ts";

function documentsOf(text: string) {
  const parsed = parseConfig(text, "yaml");
  if (!parsed.ok) throw new Error(parsed.failure.message);
  return parsed.documents;
}

/** The paths that change elsewhere when one part of a text is written anew. */
function elsewhere(text: string, old: string, newText: string): readonly string[] {
  const start = text.indexOf(old);
  const edits = [{ span: { start, end: start + old.length }, newText }];
  return valuesChangedOutside(documentsOf(text), documentsOf(applyEdits(text, edits)), edits).map(
    ({ path }) => path.join("."),
  );
}

it("The value that is written anew, added or removed is not elsewhere", () => {
  expect(elsewhere("a: 1\nb: 2\n", "1", "3")).toEqual([]);
  expect(elsewhere("a: 1\nb: 2\n", "b: 2\n", "b: 2\nc: 3\n")).toEqual([]);
  expect(elsewhere("a: 1\nb: 2\n", "b: 2\n", "")).toEqual([]);
  expect(elsewhere("a:\nb: 2\n", "a:", "a: 1")).toEqual([]);
  expect(elsewhere("a: {}\n", "{}", "{ b: 1 }")).toEqual([]);
});

it("Other uses of an anchor are elsewhere, below a map as well", () => {
  expect(elsewhere("a: &x 1\nb: *x\nc: [*x]\n", "1", "3")).toEqual(["0.b", "0.c.0"]);
  expect(elsewhere("a: &x { y: 1 }\nb: *x\n", "1", "3")).toEqual(["0.b.y"]);
});

it("An alias that is replaced is not elsewhere", () => {
  expect(elsewhere("a: &x 1\nb: *x\n", "*x", "3")).toEqual([]);
});

it("What a merge brings is elsewhere, unless an own key hides it", () => {
  expect(elsewhere("a: &x\n  y: 1\nb:\n  <<: *x\n", "1", "3")).toEqual(["0.b.y"]);
  expect(elsewhere("a: &x\n  y: 1\nb:\n  <<: *x\n  y: 2\n", "1", "3")).toEqual([]);
  expect(elsewhere("a: &x\n  y: 1\nb:\n  <<: *x\n  z: 2\n", "z: 2\n", "z: 2\n  y: 3\n")).toEqual([]);
});

it("A value that swallows what is written behind it is elsewhere, in the document where it stands", () => {
  // A comma in block style belongs to the text before it.
  expect(elsewhere("a: 1\n---\na: one\nb: 2\n", "\nb", ", c\nb")).toEqual(["1.a"]);
});

it("Of duplicate keys the last counts: to remove the first changes nothing", () => {
  expect(elsewhere("a: 1\na: 2\n", "a: 1\n", "")).toEqual([]);
});

it("What stands below a key that is renamed goes with it", () => {
  expect(elsewhere("rulse:\n  a: 1\n  b: { c: [2] }\nd: 3\n", "rulse", "rules")).toEqual([]);
  expect(elsewhere("rulse: &x\n  a: 1\nd: *x\n", "rulse", "rules")).toEqual([]);
  // Here the new name takes the place of another one.
  expect(elsewhere("rulse: { a: 1 }\nrules: { a: 2 }\n", "rulse", "rules")).toEqual([]);
  expect(elsewhere("rules: { a: 2 }\nrulse: { a: 1 }\n", "rulse", "rules")).toEqual(["0.rules.a"]);
});

it("Items of a list move up when one before them is removed", () => {
  expect(elsewhere("a: [1, 2, 3]\n", "1, ", "")).toEqual([]);
  expect(elsewhere("a:\n  - b: 1\n  - b: 2\n  - b: 3\n", "  - b: 2\n", "")).toEqual([]);
  // Here the first item takes up the second one, and nothing is removed.
  expect(elsewhere("a:\n  - one\n  - two\n", "one\n  -", "one")).toEqual(["0.a.1"]);
  expect(elsewhere("a: [1, 2]\n", "1, ", "3, 4, ")).toEqual(["0.a.1", "0.a.2"]);
});
