import { describe, expect, it } from "vitest";
import type { ConstraintCondition, Test } from "../../../server/config/dialect/Constraint.ts";
import { compareVersions } from "../../../server/config/dialect/compareVersions.ts";
import {
  constraintHolds,
  namesIn,
  type Seen,
  testHolds,
} from "../../../server/config/dialect/constraintHolds.ts";

const number = (word: number): Seen => ({
  word,
  stated: true,
  type: Number.isInteger(word) ? "integer" : "number",
});
const text = (word: string): Seen => ({ word, stated: true, type: "text" });
const flag = (word: boolean): Seen => ({ word, stated: true, type: "boolean" });
const version = (word: string): Seen => ({ word, stated: true, type: "version" });
const absent: Seen = { word: null, stated: false, type: undefined };
const byDefault: Seen = { word: "delayed", stated: false, type: "text" };
const map: Seen = { word: undefined, stated: true, type: "map" };
/** Filled in when the run starts, such as `${oc.env:X}`. */
const open: Seen = { word: undefined, stated: true, type: undefined };
/** In another file that is not known. */
const elsewhere: Seen = { word: undefined, stated: undefined, type: undefined };

describe("A test of a value", () => {
  it.each<[string, Test, Seen, boolean | undefined]>([
    ["a listed word in another case", ["BF16"], text("bf16"), true],
    ["a word that is not listed", ["bf16"], text("fp16"), false],
    ["null for what is absent", [null], absent, true],
    ["a number against its text", [1], text("1"), false],
    ["a list for a map", ["bf16"], map, false],
    ["a list for what is open", ["bf16"], open, undefined],
    ["anything for a value", "*", flag(false), true],
    ["anything for a map", "*", map, true],
    ["anything for what is absent", "*", absent, false],
    ["anything for what is elsewhere", "*", elsewhere, undefined],
    ["in", { in: [1, 2] }, number(2), true],
    ["not, of a listed word", { not: ["cpu"] }, text("CPU"), false],
    ["not, of another word", { not: ["cpu"] }, text("nvme"), true],
    ["not, of what is absent", { not: ["cpu"] }, absent, true],
    ["not, of what is open", { not: ["cpu"] }, open, undefined],
    ["not, of a test", { not: { type: "integer" } }, number(0.5), true],
    ["not, of a test that cannot be decided", { not: { multipleOf: 32 } }, absent, undefined],
    ["stated, of a default", { stated: true }, byDefault, false],
    ["not stated, of a default", { stated: false, in: ["delayed"] }, byDefault, true],
    ["stated, of what is open", { stated: true }, open, true],
    ["stated, of what is elsewhere", { stated: true }, elsewhere, undefined],
    ["integer, of a number without a fraction", { type: "integer" }, number(1), true],
    ["integer, of a fraction", { type: "integer" }, number(0.5), false],
    ["number, of an integer", { type: "number" }, number(1), true],
    ["boolean, of a text", { type: "boolean" }, text("True"), false],
    ["one of several types", { type: ["map", "list"] }, map, true],
    ["a type, of null", { type: "text" }, absent, undefined],
    ["above, of the bound", { above: 1 }, number(1), false],
    ["at least, of the bound", { atLeast: 1 }, number(1), true],
    ["below, of less", { below: 8.9 }, number(8), true],
    ["at most, of more", { atMost: 1 }, number(2), false],
    ["above, of a text", { above: 1 }, text("2"), undefined],
    ["between two bounds", { above: 0, below: 1 }, number(0.5), true],
    ["a multiple", { multipleOf: 16 }, number(48), true],
    ["no multiple", { not: { multipleOf: 16 } }, number(50), true],
    ["a multiple of zero", { multipleOf: 0 }, number(50), false],
    ["a pattern, in any case", { matches: "8bit$" }, text("AdamW_8bit"), true],
    ["a pattern, of a number", { matches: "8" }, number(8), undefined],
    ["a spelling", { spelled: "^\\d+$" }, { ...number(6), spelled: "6" }, true],
    ["another spelling of the same number", { spelled: "^\\d+$" }, { ...number(6), spelled: "6.0" }, false],
    ["a spelling of what is not written", { spelled: "." }, absent, undefined],
    ["a word in a list", { contains: ["mlp"] }, { ...map, type: "list", items: ["MLP", "x"] }, true],
    ["a word in a text of several", { contains: ["mlp"] }, text("attn, mlp"), true],
    ["a word in what is absent", { contains: ["mlp"] }, absent, false],
    ["a word in what is open", { contains: ["mlp"] }, open, undefined],
    ["a version below another", { below: "4.57" }, version("4.9.1"), true],
    ["a version at another", { atLeast: "2.7.0" }, version("2.7"), true],
    ["a version that is none", { atLeast: "2.7" }, version("main"), undefined],
  ])("%s", (_, test, seen, holds) => {
    expect(testHolds(test, seen, () => undefined)).toBe(holds);
  });

  it.each<[string, Test, boolean | undefined]>([
    ["below another key", { below: "b" }, true],
    ["a multiple of another key", { multipleOf: "c" }, true],
    ["the same as another key", { equals: "a" }, true],
    ["different from another key", { differs: "b" }, true],
    ["different from a key that is not there", { differs: "z" }, undefined],
    ["below a key that is not there", { below: "z" }, undefined],
    // 64 · 3 / 128 = 1.5, 64 / 32 = 2
    ["times and divided by others", { times: [3], dividedBy: ["b"], above: 1, below: 2 }, true],
    ["a multiple of what is left", { dividedBy: ["c"], multipleOf: 2 }, true],
    ["no multiple of what is left", { dividedBy: ["b"], not: { multipleOf: 2 } }, true],
    ["divided by a key that is not there", { dividedBy: ["z"], not: { multipleOf: 2 } }, undefined],
  ])("%s", (_, test, holds) => {
    const keys: Readonly<Record<string, Seen>> = { a: number(64), b: number(128), c: number(32) };
    expect(testHolds(test, number(64), (name) => keys[name])).toBe(holds);
  });
});

describe("A condition", () => {
  const keys: Readonly<Record<string, Seen>> = { on: flag(true), off: flag(false), open };
  const see = (name: string) => keys[name];

  it.each<[string, ConstraintCondition, boolean | undefined]>([
    ["all of its keys", { on: [true], off: [false] }, true],
    ["one that does not hold, whatever is open", { open: [true], off: [true] }, false],
    ["one that is open", { on: [true], open: [true] }, undefined],
    ["a key that is not there", { on: [true], gone: [null] }, undefined],
    ["one of several", { anyOf: [{ off: [true] }, { on: [true] }] }, true],
    ["one of several, with an open one", { anyOf: [{ open: [true] }, { on: [true] }] }, true],
    ["none of several, one of them open", { anyOf: [{ open: [true] }, { off: [true] }] }, undefined],
    ["none of those that do not hold", { on: [true], noneOf: [{ off: [true] }] }, true],
    ["none of those, one of which holds", { on: [true], noneOf: [{ off: [true] }, { on: [true] }] }, false],
  ])("%s", (_, when, holds) => {
    expect(constraintHolds(when, see)).toBe(holds);
  });

  it("names every key that it asks for", () => {
    const when: ConstraintCondition = {
      a: { not: { multipleOf: "b" }, below: 3 },
      "version:torch": { atLeast: "2.7" },
      anyOf: [{ c: { equals: "d", times: [2, "f"] } }],
      noneOf: [{ anyOf: [{ e: "*" }] }],
    };
    expect([...new Set(namesIn(when))].toSorted()).toEqual(["a", "b", "c", "d", "e", "f", "version:torch"]);
  });
});

describe("Versions", () => {
  it.each([
    ["0.9", "0.12", -1],
    ["0.17.1.dev0", "0.17.1", 0],
    ["v2", "2.0.0", 0],
    ["5.0.0rc1", "4.57.6", 1],
  ])("%s and %s", (first, second, sign) => {
    expect(Math.sign(compareVersions(first, second) ?? Number.NaN)).toBe(sign);
  });

  it.each(["", "main", "latest-1", "1..2"])("no version: %j", (text) => {
    expect(compareVersions(text, "1.0")).toBeUndefined();
  });
});
