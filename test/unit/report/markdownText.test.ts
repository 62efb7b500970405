import { describe, expect, it } from "vitest";
import { markdownText } from "../../../server/lint/report/rules/markdownText.ts";
import { PLAIN, type Style } from "../../../server/lint/report/Style.ts";
import { pageNames, readPage } from "../../rules/rulePage.ts";

const MARKED: Style = {
  ...PLAIN,
  strong: (text) => `<b>${text}</b>`,
  faint: (text) => `<i>${text}</i>`,
  link: (text, target) => `<a ${target}>${text}</a>`,
};
const plain = (markdown: string, width = 20) => markdownText(markdown, PLAIN, width);

describe("Markdown in a terminal", () => {
  it("wraps a paragraph at the width, whatever its lines are", () => {
    // "one two three four" has 18 letters; " five" would be 23.
    expect(plain("one two\nthree four five\n")).toBe("one two three four\nfive\n");
  });

  it("does not break code, nor what stands beside it without a space", () => {
    expect(plain("see (`key: a` or none), later")).toBe("see (`key: a` or\nnone), later\n");
  });

  it("keeps stars and brackets in code, and drops those of the text", () => {
    expect(plain("`a[1](b)*` is **bold** and *soft*", 60)).toBe("`a[1](b)*` is bold and soft\n");
  });

  it("indents the further lines of an item", () => {
    expect(plain("- one two three four five\n- six")).toBe("- one two three four\n  five\n- six\n");
  });

  it("keeps an example as it is, empty lines and all, under its label", () => {
    expect(plain("```yaml before\na: 1\n\nb:   2\n```\n")).toBe("  before:\n    a: 1\n\n    b:   2\n");
  });

  it("sets two columns, the second wrapped", () => {
    const table = "| Kind | **x** |\n|---|---|\n| Long text | one two three four five six |\n";
    // The first column is 9 wide, so the second starts at 13 and has 20 where 30 are too few for more.
    expect(plain(table, 30)).toBe("  Kind       x\n  Long text  one two three four\n             five six\n");
  });

  it("gives a table that is too wide cell by cell", () => {
    const table = "| a | b | c |\n| --- | --- | --- |\n| one two | three four | five six |\n";
    expect(plain(table)).toBe("- a: one two\n  b: three four\n  c: five six\n");
    expect(plain(table, 40)).toBe("  a        b           c\n  one two  three four  five six\n");
  });

  it("takes a bar inside of code for a part of the cell", () => {
    expect(plain("| a | b |\n|---|---|\n| `x|y` | z |\n", 40)).toBe("  a      b\n  `x|y`  z\n");
  });

  it("numbers links where the terminal has none, each target once, and leaves out those to other pages", () => {
    const text = "[A](https://a.org), [B](https://b.org), [A again](https://a.org), [page](page.md)";
    expect(plain(text, 60)).toBe(
      "A[1], B[2], A again[1], page\n\nLinks\n[1] https://a.org\n[2] https://b.org\n",
    );
  });

  it("makes links and emphasis where the terminal has them", () => {
    expect(markdownText("# T\n\n**b c** [A](https://a.org).\n", MARKED, 60)).toBe(
      "<b>T</b>\n\n<b>b</b> <b>c</b> <a https://a.org>A</a>.\n",
    );
  });

  it("leaves comments out", () => {
    expect(plain("a\n\n<!-- b -->\n\nc\n")).toBe("a\n\nc\n");
  });

  it.each(pageNames())("leaves no Markdown, no long line and no word out of the page of %s", (name) => {
    const { text } = readPage(name);
    const out = plain(text, 100);
    // Examples and formulas are indented by four and stay as they are; so do the links at the end.
    const prose =
      out
        .split("\nLinks\n")[0]
        ?.split("\n")
        .filter((line) => !line.startsWith("    ")) ?? [];
    expect(prose.filter((line) => /\]\(|\*\*|^#+ |^```|^\||<!--/.test(line))).toEqual([]);
    expect(prose.filter((line) => line.length > 100)).toEqual([]);
    const words = (some: string) => some.match(/[\p{L}\p{N}]+/gu) ?? [];
    const bare = text
      .replace(/<!--.*-->|\]\([^)]*\)|^\|[ -|]*\|$/gm, "")
      .replace(/^```\w+ ?/gm, "")
      .replace(/^\|.*\|$/gm, "");
    const shown = new Set(words(out));
    expect(words(bare).filter((word) => !shown.has(word))).toEqual([]);
  });
});
