import { describe, expect, it } from "vitest";
import { randomNumbers } from "../randomNumbers.ts";
import { CONFIGS } from "./configs.ts";
import { expectReportable, expectSound } from "./expectSound.ts";

/** What is inserted into configs: syntax, odd characters, odd numbers, declarations. */
const PIECES = [
  ..."[]{}:,-?&*!|>'\"%@`#\\/~ \t\r\n\0\ufeff\ud83d\ude80",
  ": ",
  "- ",
  " #",
  "---\n",
  "...\n",
  "<<: *a\n",
  "&a ",
  "*a",
  "!!float ",
  "!include ",
  "${",
  "${a.b}",
  "${oc.env:A}",
  "${..a}",
  "${oc.select:a,",
  "x${a[0]}",
  "\\${",
  "'''",
  "//",
  "/*",
  "???",
  "1e999",
  "-5",
  "0",
  "0.0",
  "NaN",
  ".nan",
  "-.inf",
  "1e18",
  "9".repeat(400),
  "1.0e-300",
  "0x",
  "1_0",
  "190:20:30",
  "true",
  "null",
  "auto",
  "fp8",
  "# bitlaw: world_size=8 tokens=2T weights=fp4\n",
  "# bitlaw: =\n",
  "# bitlaw: tokens= weights=int0 kv_cache=int99 hardware=x\n",
];

/** A text with a few random edits: insertions, deletions, repetitions, swapped bytes. */
function mutated(text: string, random: (bound: number) => number): string {
  let result = text;
  for (let edits = 1 + random(4); edits > 0; edits--) {
    const start = random(result.length + 1);
    const end = Math.min(result.length, start + random(random(4) === 0 ? 200 : 6));
    const replacement = [
      () => PIECES[random(PIECES.length)] ?? "",
      () => String.fromCharCode(random(random(2) === 0 ? 128 : 65536)),
      () => result.slice(start, end).repeat(2),
      () => result.slice(random(result.length + 1)).slice(0, random(80)),
      () => "",
    ][random(5)];
    result = result.slice(0, start) + (replacement?.() ?? "") + result.slice(end);
  }
  return result;
}

/** The config with another value at one or another of its numbers and words. */
function withValues(text: string, value: string): string[] {
  const places = [...text.matchAll(/(?<=: )[\w.+-]+/g)];
  return places
    .filter((_, i) => (i + value.length) % 3 === 0)
    .map(({ 0: old, index }) => text.slice(0, index) + value + text.slice(index + old.length));
}

describe.each(CONFIGS)("$name", ({ text, language, name }) => {
  it("is sound to begin with", () => {
    expect(expectReportable(text, language).assessments).toHaveLength(1);
  });

  it("is sound when it is cut off anywhere", () => {
    for (let end = 0; end <= text.length; end++) expectSound(text.slice(0, end), language);
  });

  it("is sound after random edits", () => {
    const random = randomNumbers(name.length);
    for (let run = 0; run < 250; run++) {
      const expectIt = run % 10 === 0 ? expectReportable : expectSound;
      expectIt(mutated(text, random), run % 12 === 0 ? (language === "json" ? "yaml" : "json") : language);
    }
  });

  it.each([
    "0",
    "-5",
    "1e999",
    "-1e999",
    "NaN",
    ".nan",
    ".inf",
    "1e18",
    "1.0e+18",
    "1e300",
    "1.0e-300",
    "1e-300",
    "0.0000001",
    "99999999999999999999",
    "0x7fffffffffffffff",
    "1e18tok",
    "1e999ba",
    "[]",
    "{}",
    "[1, 2]",
    "{ a: 1 }",
    "null",
    "~",
    "'1'",
    '"fp8"',
    "*missing",
    "&a 1",
    "!!int 3",
    "!custom x",
    "|",
    "${a}",
    "${env:A}",
  ])("is sound with %s for any of its values", (value) => {
    for (const other of withValues(text, value)) expectSound(other, language);
    const all = text.replace(/(?<=: )[\w.+-]+/g, value);
    expectReportable(all, language);
  });
});
