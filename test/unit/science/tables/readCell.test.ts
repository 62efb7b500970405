import { describe, expect, it } from "vitest";
import {
  missingColumn,
  optional,
  readNumber,
  readPositive,
  readText,
} from "../../../../server/science/tables/readCell.ts";
import type { Row } from "../../../../server/science/tables/readTable.ts";

const row = (cells: Readonly<Record<string, string>>): Row => ({ line: 7, cells });

describe("A cell", () => {
  it("is read as the number it spells", () => {
    const numbers = { "5.47": 5.47, "7e9": 7e9, "+1.5E-3": 0.0015, "-0.25": -0.25, ".5": 0.5, "12.": 12 };
    for (const [text, value] of Object.entries(numbers)) {
      expect(readNumber(row({ x: text }), "x")).toEqual({ value });
    }
  });

  it("that is no number is named with its line, its column and what to do", () => {
    for (const text of ["7B", "1,000", "0x10", "NaN", "Infinity", "1e400", "--1", "5.47*", "1_000"]) {
      expect(readNumber(row({ n_params: text }), "n_params")).toMatchObject({
        problem: { line: 7, column: "n_params", message: expect.stringContaining(`n_params is “${text}”`) },
      });
    }
  });

  it("must be above zero where a positive number is wanted", () => {
    expect(readPositive(row({ x: "0.1" }), "x")).toEqual({ value: 0.1 });
    for (const text of ["0", "-3"]) {
      expect(readPositive(row({ x: text }), "x")).toEqual({
        problem: { line: 7, column: "x", message: `x is ${text}: it must be above zero.` },
      });
    }
  });

  it("may be empty or missing only where it is optional", () => {
    const empty: readonly Readonly<Record<string, string>>[] = [{ x: "" }, {}];
    for (const cells of empty) {
      expect(optional(readPositive)(row(cells), "x")).toEqual({ value: undefined });
      expect(readText(row(cells), "x")).toMatchObject({ problem: { line: 7, column: "x" } });
    }
    expect(readText(row({ x: "" }), "x")).toMatchObject({
      problem: { message: expect.stringContaining("empty") },
    });
    expect(readText(row({}), "x")).toMatchObject({
      problem: { message: expect.stringContaining("missing") },
    });
    expect(optional(readPositive)(row({ x: "0" }), "x")).toMatchObject({ problem: { line: 7 } });
  });

  it("of a column that no table has is not found among what objects inherit", () => {
    expect(optional(readText)(row({}), "constructor")).toEqual({ value: undefined });
  });

  it("that is long is cut in the message", () => {
    const reading = readNumber(row({ x: "y".repeat(1000) }), "x");
    expect("problem" in reading && reading.problem.message.length).toBeLessThan(200);
  });
});

describe("A table without a column it needs", () => {
  it("is told which one, and which it has", () => {
    const table = { columns: ["a", "b"], rows: [], problems: [] };
    expect(missingColumn(table, ["a", "b"])).toBeUndefined();
    expect(missingColumn(table, ["a", "n_params"])).toMatchObject({
      line: 1,
      column: "n_params",
      message: expect.stringContaining("The table has a, b."),
    });
  });
});
