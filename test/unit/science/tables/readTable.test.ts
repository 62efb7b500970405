import { describe, expect, it } from "vitest";
import { readTable } from "../../../../server/science/tables/readTable.ts";

function tableOf(text: string) {
  const reading = readTable(text);
  if ("problem" in reading) throw new Error(reading.problem.message);
  return reading.table;
}

function problemOf(text: string) {
  const reading = readTable(text);
  return "problem" in reading ? reading.problem : undefined;
}

describe("A table of comma-separated values", () => {
  it("has its cells by column and its rows by line", () => {
    expect(tableOf("model,bits\nOPT-125M,4\nOPT-350M,3\n")).toEqual({
      columns: ["model", "bits"],
      rows: [
        { line: 2, cells: { model: "OPT-125M", bits: "4" } },
        { line: 3, cells: { model: "OPT-350M", bits: "3" } },
      ],
      problems: [],
    });
  });

  it("may have a byte order mark, CRLF, blanks around cells, empty cells, and no last line break", () => {
    expect(tableOf("\uFEFFa, b\r\n 1 ,\r\n")).toEqual(tableOf("a,b\n1,"));
    expect(tableOf("a,b\r1,")).toEqual(tableOf("a,b\n1,"));
  });

  it("keeps the true lines behind quoted line breaks and blank lines", () => {
    const { rows } = tableOf('a,b\n\n"one\ntwo\r\nthree",1\n , \n"x ""y"", z",2\n');
    expect(rows).toEqual([
      { line: 3, cells: { a: "one\ntwo\nthree", b: "1" } },
      { line: 7, cells: { a: 'x "y", z', b: "2" } },
    ]);
  });

  it("may have columns with the names of what every object has", () => {
    const [row] = tableOf("__proto__,constructor\n1,2").rows;
    expect(Object.entries(row?.cells ?? {})).toEqual([
      ["__proto__", "1"],
      ["constructor", "2"],
    ]);
  });
});

describe("A table that cannot be read", () => {
  it("says that it is empty", () => {
    for (const text of ["", "\n\n", "\uFEFF", " , \n"]) {
      expect(problemOf(text)).toMatchObject({ line: 1, message: expect.stringContaining("empty") });
    }
  });

  it("says that it has a header only, and where", () => {
    expect(problemOf("\na,b\n\n")).toMatchObject({ line: 2, message: expect.stringContaining("no rows") });
  });

  it("names a column that is there twice, and one without a name", () => {
    expect(problemOf("a,b, a\n1,2,3")).toMatchObject({ line: 1, column: "a" });
    expect(problemOf("a,,c\n1,2,3")?.message).toContain("Column 2 has no name");
  });

  it("is not made of a row with a cell too few or too many, which is named and left out", () => {
    const { rows, problems } = tableOf("a,b,c\n1,2,3\n1,2\n4,5,6\n");
    expect(rows.map(({ line }) => line)).toEqual([2, 4]);
    expect(problems).toMatchObject([
      {
        line: 3,
        message: expect.stringContaining("The row has 2 cells, the header 3: leave a missing value empty"),
      },
    ]);
    expect(tableOf('a,b\n"1\n2",2\n1,2,3').problems).toMatchObject([
      {
        line: 4,
        message: expect.stringContaining("The row has 3 cells, the header 2: put a cell that has a comma"),
      },
    ]);
  });

  it("names the line where a quote is opened and not closed", () => {
    expect(problemOf('a,b\n1,2\n"3,4\n5,6\n')).toMatchObject({
      line: 3,
      message: expect.stringContaining("never closed"),
    });
  });

  it("names the line where text follows a closing quote", () => {
    expect(problemOf('a,b\n"1"x,2\n3,4\n')).toMatchObject({
      line: 2,
      message: expect.stringContaining("followed by more text"),
    });
  });

  it("says that semicolons and tabs are not commas", () => {
    for (const text of ["a;b\n1;2", "a\tb\n1\t2"]) {
      expect(problemOf(text)?.message).toContain("not separated by commas");
    }
  });

  it("says that binary data is no text, and where it begins", () => {
    expect(problemOf("a,b\n1,\0")).toMatchObject({ line: 2, message: expect.stringContaining("UTF-8") });
    expect(problemOf("PK\uFFFD\uFFFD")?.message).toContain("UTF-8");
  });
});
