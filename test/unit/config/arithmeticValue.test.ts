import { describe, expect, it } from "vitest";
import { arithmeticValue, namesInArithmetic } from "../../../server/config/dialect/arithmetic.ts";
import { DIALECTS } from "../../../server/config/dialect/dialects.ts";

describe("the value of an expression", () => {
  it.each<[string, number]>([
    ["1 + 2*3", 7],
    ["(1 + 2)*3", 9],
    ["2**3**2", 512],
    ["-2**2", -4],
    ["7 // 2", 3],
    ["-7 // 2", -4],
    ["-7 % 3", 2],
    ["7/2", 3.5],
    ["1.5e3 - .5e1", Number.NaN],
    ["256*ceil(int(8*2048/3)/256)", 5632],
    ["max(2, 3, 1) - min(4, 5)", -1],
    ["h*(2 - tied)", 20],
    ["floor(h/3)", 3],
  ])("%s is %d", (text, value) => {
    const names: Readonly<Record<string, number>> = { h: 10, tied: 0 };
    const read = arithmeticValue(text, (name) => names[name]);
    // a number begins with a digit
    if (Number.isNaN(value)) expect(read).toBeUndefined();
    else expect(read).toBe(value);
  });

  it.each([
    "",
    "1 +",
    "(1",
    "1)",
    "1 2",
    "a",
    "f(1)",
    "ceil",
    "1 / 0",
    "__import__('os')",
    "1; 2",
    `${"(".repeat(40)}1`,
    "1+".repeat(400),
  ])("%s has none", (text) => {
    expect(arithmeticValue(text)).toBeUndefined();
  });

  it("knows its names, and functions are none", () => {
    expect(namesInArithmetic("ceil(h/a) + h*constructor")).toEqual(["h", "a", "constructor"]);
  });
});

describe("formulas of dialects", () => {
  const SYMBOLS = ["L", "h", "a", "k", "d", "f", "V", "E", "t", "g", "s", "tied"];
  const all = DIALECTS.flatMap(({ id, keys, formulas = [] }) =>
    formulas.map((formula, at) => [`${id} ${at}`, keys, formula] as const),
  );

  it.each(all)(
    "%s has keys for all of its names",
    (_, keys, { parts, embedding, define = {}, otherwise = {}, lists = {} }) => {
      const known = new Set([
        ...SYMBOLS,
        ...Object.keys(keys),
        ...Object.keys(define),
        ...Object.keys(lists),
      ]);
      const texts = [
        embedding,
        ...parts.flatMap(({ each, active, times }) => [each, active ?? "1", times ?? "1"]),
        ...Object.values(define),
        ...Object.values(otherwise),
        ...Object.values(lists).map((list) => list.otherwise ?? "1"),
      ];
      expect(texts.flatMap(namesInArithmetic).filter((name) => !known.has(name))).toEqual([]);
      expect(
        Object.values(lists)
          .map(({ key }) => key)
          .filter((key) => keys[key] === undefined),
      ).toEqual([]);
      // a name with the value 2 everywhere gives every text a value, so that all of them can be read
      expect(texts.filter((text) => arithmeticValue(text, () => 2) === undefined)).toEqual([]);
    },
  );
});
