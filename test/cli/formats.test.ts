import { spawnSync } from "node:child_process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLEAN, CONFLICTING } from "../protocol/configs.ts";
import { Workplace } from "./runBitlaw.ts";

const place = new Workplace();
const FILES = ["clean.yaml", "a b.yaml"];
const MESSAGE =
  "fp16: true and bf16: true exclude each other: TrainingArguments accepts one of them and raises ValueError for both. Keep one of them.";

beforeAll(() => place.write({ "clean.yaml": CLEAN, "a b.yaml": CONFLICTING }));
afterAll(() => place.remove());

function styled(variables: Readonly<Record<string, string>>, ...args: readonly string[]): string {
  const bitlaw = fileURLToPath(new URL("../../dist/bitlaw.js", import.meta.url));
  return spawnSync(process.execPath, [bitlaw, "check", "a b.yaml", ...args], {
    cwd: place.folder,
    encoding: "utf8",
    env: { ...process.env, ...variables },
  }).stdout;
}

describe("bitlaw check --format", () => {
  it("sarif prints a log with rules, their help, the finding and its fixes", () => {
    const { code, out, error } = place.run("check", "--format", "sarif", ...FILES);
    expect({ code, error }).toEqual({ code: 1, error: "" });
    const [run] = JSON.parse(out).runs;
    const [result] = run.results;
    expect(run.results).toHaveLength(1);
    expect(run.tool.driver.rules[result.ruleIndex]).toMatchObject({
      id: "conflicting-precision",
      help: { markdown: expect.stringContaining("## Why") },
    });
    expect(run.originalUriBaseIds["%SRCROOT%"].uri).toBe(`${pathToFileURL(place.folder).href}/`);
    expect(result.message.text).toBe(MESSAGE);
    expect(result.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: "a%20b.yaml", uriBaseId: "%SRCROOT%" },
      region: { startLine: 9, startColumn: 7 },
    });
    expect(result.partialFingerprints["bitlaw/v1"]).toMatch(/^[0-9a-f]{64}$/);
    expect(result.fixes.length).toBeGreaterThan(0);
  });

  it("github prints an annotation", () => {
    const { code, out } = place.run("check", "--format", "github", ...FILES);
    expect(out).toMatch(/^::error file=a b\.yaml,line=9,col=7,endLine=9,endColumn=\d+,title=/);
    expect(out).toContain(`title=Bitlaw conflicting-precision::${MESSAGE}`);
    expect(code).toBe(1);
  });

  it("gitlab prints an array", () => {
    const { code, out } = place.run("check", "--format", "gitlab", ...FILES);
    expect(JSON.parse(out)).toMatchObject([
      { description: MESSAGE, severity: "critical", location: { path: "a b.yaml", lines: { begin: 9 } } },
    ]);
    expect(code).toBe(1);
    expect(place.run("check", "--format", "gitlab", "clean.yaml").out).toBe("[]\n");
  });

  it("junit prints suites", () => {
    const { code, out } = place.run("check", "--format", "junit", ...FILES, "missing.yaml");
    expect(out).toContain('<testsuites name="bitlaw" tests="3" failures="1" errors="1">');
    expect(out).toContain('<testcase name="no findings" classname="clean.yaml" file="clean.yaml"/>');
    expect(code).toBe(2);
  });

  it("refuses another format in one line that names the known ones", () => {
    const { code, out, error } = place.run("check", "--format", "xml", ...FILES);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(error).toMatch(/It is text, json, sarif, github, gitlab[^\n]*\n$/);
  });
});

describe("bitlaw check, in colour", () => {
  const ESCAPE = "\u001b";

  it("colours only when told to away from a terminal", () => {
    expect(styled({})).not.toContain(ESCAPE);
    // What is piped in continuous integration is read by programs as often as by people.
    expect(styled({ CI: "true" })).not.toContain(ESCAPE);
    expect(styled({ FORCE_COLOR: "1" })).toContain(`${ESCAPE}[31merror${ESCAPE}[39m`);
    expect(styled({ NO_COLOR: "1" }, "--color")).toContain(`${ESCAPE}[31merror`);
    expect(styled({ FORCE_COLOR: "1" }, "--no-color")).not.toContain(ESCAPE);
  });

  it("links the rule to its page where links are asked for", () => {
    const page = new URL("../../docs/rules/conflicting-precision.md", import.meta.url).href;
    expect(styled({ FORCE_HYPERLINK: "1" })).toContain(
      `[${ESCAPE}]8;;${page}${ESCAPE}\\conflicting-precision${ESCAPE}]8;;${ESCAPE}\\]`,
    );
  });
});
