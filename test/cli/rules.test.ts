import { spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { afterAll, describe, expect, it } from "vitest";
import { DECLARED_RULES } from "../../server/lint/rules/rules.ts";
import { Workplace } from "./runBitlaw.ts";

const place = new Workplace();
afterAll(() => place.remove());

const schema = JSON.parse(readFileSync(new URL("../../schemas/rules.schema.json", import.meta.url), "utf8"));
const valid = new Ajv({ strict: false, allErrors: true }).compile(schema);
const pageOf = (name: string) =>
  readFileSync(new URL(`../../docs/rules/${name}.md`, import.meta.url), "utf8");

describe("bitlaw rules", () => {
  it("lists every rule with its severity, category, fixes and summary", () => {
    const { code, out, error } = place.run("rules");
    expect({ code, error }).toEqual({ code: 0, error: "" });
    const rows = out
      .trimEnd()
      .split("\n")
      .map((line) => line.trim().split(/ {2,}/));
    expect(rows).toEqual([
      ["rule", "severity", "category", "fixes", "finds"],
      ...DECLARED_RULES.map((rule) => [rule.name, rule.severity, rule.category, rule.fix, rule.summary]),
    ]);
  });

  it("colours severities where colour is asked for, and keeps the columns", () => {
    const { out } = place.run("rules", "--color");
    // SGR 31 is red, 39 the terminal's own colour; `prediction` starts in the same column in every line.
    expect(out).toContain("\u001b[31merror      \u001b[39m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours are control characters.
    const plain = out.replace(/\u001b\[\d+m/g, "");
    expect(plain).toBe(place.run("rules").out);
  });

  it("gives the same as JSON in the shape of its schema", () => {
    const parsed = JSON.parse(place.run("rules", "--format", "json").out);
    expect(valid(parsed), JSON.stringify(valid.errors, null, 1)).toBe(true);
    expect(parsed.rules.map(({ name }: { name: string }) => name)).toEqual(
      DECLARED_RULES.map(({ name }) => name),
    );
    expect(parsed.rules[0]).toMatchObject({
      severity: "warning",
      category: "prediction",
      fix: "changes the run",
      sources: [{ kind: "law", name: "bitlaw-train", year: 2026 }],
    });
    expect(valid({ version: 1, rules: [{ ...parsed.rules[0], madeUp: 1 }] })).toBe(false);
  });
});

describe("bitlaw rules NAME", () => {
  it("shows the page with its facts, examples and links in reading order", () => {
    const { code, out, error } = place.run("rules", "coarse-scaling");
    expect({ code, error }).toEqual({ code: 0, error: "" });
    expect(out).toMatch(
      /^coarse-scaling\n\nA finer scaling block lowers the predicted loss\.\n\n {2}Default severity {2}hint; information where /,
    );
    expect(out).toMatch(/^ {2}Rests on {10}`bitlaw-train` \(Bitlaw 2026\b/m);
    expect(out).toMatch(/^ {2}before:\n {4}# bitlaw: weights=fp4_e2m1:channel /m);
    expect(out).toMatch(/^Links\n\[1\] https:\/\/arxiv\.org\/abs\/2509\.25149\n$/m);
    const headings = out.match(/^(?:Why|Example|Fix|When not to use it|Configure|Evidence|Links)$/gm);
    expect(headings).toEqual([
      "Why",
      "Example",
      "Fix",
      "When not to use it",
      "Configure",
      "Evidence",
      "Links",
    ]);
  });

  it("gives one rule and its page as JSON", () => {
    const parsed = JSON.parse(place.run("rules", "misread-number", "--format", "json").out);
    expect(valid(parsed), JSON.stringify(valid.errors, null, 1)).toBe(true);
    expect(parsed.rules).toHaveLength(1);
    expect(parsed.rules[0]).toMatchObject({
      name: "misread-number",
      fix: "safe",
      page: pageOf("misread-number"),
    });
  });

  it("names the nearest rules where the name is not known, and exits with 2", () => {
    expect(place.run("rules", "coarse-scalin")).toEqual({
      code: 2,
      out: "",
      error:
        "There is no rule `coarse-scalin`. The nearest: `coarse-scaling`, `loss-scaling`. `bitlaw rules` lists all of them.\n",
    });
    expect(place.run("rules", "../README", "--format", "json").code).toBe(2);
  });

  it("says so where the pages are not beside the program", () => {
    place.write({ "package.json": '{ "type": "module" }' });
    const dist = path.join(place.folder, "dist");
    cpSync(fileURLToPath(new URL("../../dist", import.meta.url)), dist, { recursive: true });
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [path.join(dist, "bitlaw.js"), "rules", "coarse-scaling"],
      { encoding: "utf8" },
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^The page of coarse-scaling is not beside this installation, .*\n$/);
  });
});
