import { describe, expect, it } from "vitest";
import { languageOf } from "../../../server/config/document/languageOf.ts";
import {
  formatInteger,
  formatQuantity,
  parseDuration,
  parseQuantity,
} from "../../../server/config/run/quantity.ts";

describe("quantities", () => {
  it.each([
    ["7B", 7e9],
    ["1.5T", 1.5e12],
    ["125m", 125e6],
    ["64", 64],
    ["2e12", 2e12],
    ["1_000k", 1e6],
  ])("%s is %d", (text, value) => {
    expect(parseQuantity(text)).toBe(value);
  });

  it.each(["", "B", "-7B", "0", "7 billion", "1e999", "0x10", "7BB"])("%j is none", (text) => {
    expect(parseQuantity(text)).toBeUndefined();
  });

  it("are written in three digits, and round up into the next unit", () => {
    expect([4.194e12, 1.13e9, 350e6, 999.9e6, 1780e12, 2000, 64].map(formatQuantity)).toEqual([
      "4.19T",
      "1.13B",
      "350M",
      "1B",
      "1,780T",
      "2k",
      "64",
    ]);
    expect(formatInteger(6738415616)).toBe("6,738,415,616");
  });
});

describe("durations", () => {
  const UNITS = { ba: "steps", ep: "epochs", T: "tokens", sp: "samples", "": "steps" } as const;

  it.each([
    ["24800ba", { amount: 24800, unit: "ba", counts: "steps" }],
    ["2ep", { amount: 2, unit: "ep", counts: "epochs" }],
    ["1.5e9T", { amount: 1.5e9, unit: "T", counts: "tokens" }],
    [" 10 sp ", { amount: 10, unit: "sp", counts: "samples" }],
    ["3h", { amount: 3, unit: "h" }],
    ["3toString", { amount: 3, unit: "toString" }],
    ["10", { amount: 10, unit: "", counts: "steps" }],
    [10, { amount: 10, unit: "", counts: "steps" }],
  ])("%j", (text, duration) => {
    expect(parseDuration(text, UNITS)).toEqual(duration);
  });

  it.each(["", "ba", "ten ba", "-1ba", -1, Number.NaN])("%j is none", (text) => {
    expect(parseDuration(text, UNITS)).toBeUndefined();
  });
});

describe("the language of a file", () => {
  it.each<[string, string, string | undefined, string]>([
    ["a.json", "", undefined, "json"],
    ["a.hjson", "", undefined, "json"],
    ["a.YML", "{}", undefined, "yaml"],
    ["Untitled-1", "{}", "jsonc", "json"],
    ["Untitled-1", '{"a": 1}', undefined, "json"],
    ["Untitled-1", "a: 1", undefined, "yaml"],
    ["ds_config.conf", '\n{"a": 1}', "plaintext", "json"],
  ])("%s, %j, %s", (path, text, languageId, expected) => {
    expect(languageOf(path, text, languageId)).toBe(expected);
  });
});
