import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { analyse } from "../../server/lint/analyse.ts";
import { CONFLICTING } from "../protocol/configs.ts";

const BITLAW = fileURLToPath(new URL("../../dist/bitlaw.js", import.meta.url));
/** Characters of a hostile text: far more levels than the parser's recursion survives. */
const LENGTH = 20_000;

/** What opens one more level, as long as it is repeated. */
const OPENINGS = [
  "[",
  "{",
  "- ",
  "? ",
  ": ",
  "- ? ",
  "? - ",
  "[{",
  "{[",
  "{a: [",
  "{? [",
  "[? ",
  "[[]: ",
  "{a: ",
  "[a: ",
  "[a, [",
  "[\n",
  "[ # [\n",
  "[ '",
  '[ "',
  "\t[",
  "&a [",
  "!t [",
  "!t &a {",
  "- &a ",
  "- !t ",
  "- [",
  "a: [",
  "[a]: ",
  "|\n [",
];

/** Where the nesting starts: in the open, and where it is no nesting at all. */
const PLACES = [
  "",
  "b: ",
  "- a: ",
  "? ",
  "&a !t ",
  "{ a: ",
  "[ b, ",
  "# ",
  "'",
  '"',
  "|\n  ",
  "x\n  ",
  "%YAML 1.1\n--- ",
];

/** Block levels by indentation. */
function indented(line: string, step: number): string {
  let text = "";
  for (let depth = 0; text.length < LENGTH * 10; depth++) text += `${" ".repeat(depth * step)}${line}\n`;
  return text;
}

const folder = mkdtempSync(path.join(os.tmpdir(), "bitlaw-nesting-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Checks texts in another process: deep nesting can end a process without an exception. */
function checkAll(texts: readonly string[], extension: string): void {
  const files = texts.map((text, i) => {
    const file = `${i}.${extension}`;
    writeFileSync(path.join(folder, file), text);
    return file;
  });
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    [BITLAW, "check", ...files, "good.yaml"],
    { cwd: folder, encoding: "utf8" },
  );
  expect({ status, signal }, stderr).toEqual({ status: 2, signal: null });
  expect(stdout).toContain("good.yaml:9:7");
  for (const line of stderr.trim().split("\n")) expect(line).toMatch(/^\d+\.\w+:\d+:\d+: \S/);
}

describe("Nesting without end does not end the process", () => {
  beforeAll(() => writeFileSync(path.join(folder, "good.yaml"), CONFLICTING));

  it.each(["yaml", "json"])(
    "in flow and compact notation, as %s",
    (extension) => {
      const texts = PLACES.flatMap((place) =>
        OPENINGS.map((opening) => `${CONFLICTING}\nz: 1\n${place}${opening.repeat(LENGTH / opening.length)}`),
      );
      checkAll(texts, extension);
    },
    120_000,
  );

  it("by indentation", () => {
    const lines = ["a:", "-", "?", "- a:", "? a:", "a: &x", ": a:", "a: !t", "a: # c", "- - -"];
    const texts = lines.flatMap((line) => [1, 2].map((step) => CONFLICTING + indented(line, step)));
    checkAll([...texts, ...texts.map((text) => `${text}end: 1\n`)], "yaml");
  }, 120_000);
});

describe("The limit on nesting", () => {
  it("leaves real depths alone and says what is wrong beyond it", () => {
    const nested = (depth: number) => `${CONFLICTING}deep: ${"[".repeat(depth)}${"]".repeat(depth)}\n`;
    expect(analyse(nested(90), "yaml").findings).toHaveLength(1);
    expect(analyse(nested(110), "yaml").failure?.message).toBe(
      "Values are nested more than 100 levels deep.",
    );
  });

  it("does not count brackets in text and comments", () => {
    const brackets = "[{".repeat(200);
    for (const text of [
      `# ${brackets}`,
      `x: a ${brackets}`,
      `x: '${brackets}'`,
      `x: "${brackets}"`,
      `x: |\n  ${brackets}`,
    ])
      expect(analyse(`${CONFLICTING}${text}\n`, "yaml").findings).toHaveLength(1);
  });

  it("does not count lists of any length", () => {
    const text = `${CONFLICTING}list:\n${"- [a, { b: c }]\n".repeat(1000)}`;
    expect(analyse(text, "yaml").findings).toHaveLength(1);
  });
});
