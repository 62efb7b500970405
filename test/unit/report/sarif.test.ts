import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import type { Log, Result, Run } from "sarif";
import { describe, expect, it } from "vitest";
import type { CheckedFile } from "../../../server/lint/report/CheckedFile.ts";
import { ruleHelp, sarifReport } from "../../../server/lint/report/formats/sarif/sarifReport.ts";
import type { ReportContext } from "../../../server/lint/report/ReportContext.ts";
import { DECLARED_RULES } from "../../../server/lint/rules/rules.ts";
import { CONTEXT, ELSEWHERE, file, finding, MANY, SUPPRESSED } from "./checked.ts";

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(
  JSON.parse(readFileSync(new URL("sarif-2.1.0.schema.json", import.meta.url), "utf8")),
);

const PAGES = new URL("../../../docs/rules/", import.meta.url);
const WITH_PAGES: ReportContext = {
  ...CONTEXT,
  rulePage: (rule) => readFileSync(new URL(`${rule}.md`, PAGES), "utf8"),
};

/** The run of a report, which is valid. */
function runOf(files: readonly CheckedFile[], context: ReportContext = CONTEXT): Run {
  const log: Log = JSON.parse(sarifReport(files, context));
  expect(validate(log), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  const [run] = log.runs;
  if (run === undefined) throw new Error("no run");
  return run;
}

function resultOf(only: CheckedFile): Result {
  const [result] = runOf([only]).results ?? [];
  if (result === undefined) throw new Error("no result");
  return result;
}

const uriOf = (path: string) =>
  resultOf(file(path, finding())).locations?.[0]?.physicalLocation?.artifactLocation;

describe("the SARIF report", () => {
  it("rejects a log that is not SARIF, so that the schema says something", () => {
    expect(validate({ version: "2.1.0", runs: [{ results: [] }] })).toBe(false);
    expect(validate({ version: "2.0.0", runs: [] })).toBe(false);
  });

  it("has version, schema and one run of the tool, with an empty list of results where files are clean", () => {
    const log: Log = JSON.parse(sarifReport([file("a.yaml")], CONTEXT));
    expect(log.version).toBe("2.1.0");
    expect(log.$schema).toMatch(/sarif-schema-2\.1\.0\.json$/);
    expect(log.runs).toHaveLength(1);
    const run = runOf([file("a.yaml")]);
    expect(run.results).toEqual([]);
    expect(run.columnKind).toBe("utf16CodeUnits");
    expect(run.originalUriBaseIds).toEqual({ "%SRCROOT%": { uri: "file:///repo/" } });
    expect(run.tool.driver).toMatchObject({ name: "Bitlaw", semanticVersion: "1.2.3" });
    expect(run.invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
  });

  it("gives a finding its rule, level, messages, region and fingerprint", () => {
    expect(resultOf(file("configs/a.yaml", finding()))).toEqual({
      ruleId: "conflicting-precision",
      ruleIndex: DECLARED_RULES.findIndex(({ name }) => name === "conflicting-precision"),
      level: "error",
      message: {
        text: "fp16 and bf16 exclude each other.",
        markdown: "`fp16` and `bf16` exclude each other.",
      },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "configs/a.yaml", uriBaseId: "%SRCROOT%" },
            region: { startLine: 9, startColumn: 7, endLine: 9, endColumn: 11, snippet: { text: "true" } },
          },
        },
      ],
      // The digest of the context is the text itself.
      partialFingerprints: { "bitlaw/v1": '["conflicting-precision","configs/a.yaml","true"]1' },
      properties: { severity: "error" },
    });
  });

  it.each([
    ["error", "error"],
    ["warning", "warning"],
    ["information", "note"],
    ["hint", "note"],
  ] as const)("writes severity %s as level %s and keeps it in the properties", (severity, level) => {
    const result = resultOf(file("a.yaml", finding({ severity })));
    expect(result).toMatchObject({ level, properties: { severity } });
  });

  it.each([
    ["a b.yaml", "a%20b.yaml"],
    ["100%.yaml", "100%25.yaml"],
    // RFC 3986, 4.2: a colon in the first step would end a scheme.
    ["c:d.yaml", "c%3Ad.yaml"],
    ["größe/日本.yaml", "gr%C3%B6%C3%9Fe/%E6%97%A5%E6%9C%AC.yaml"],
    ["a#b?c[1].yaml", "a%23b%3Fc%5B1%5D.yaml"],
    ["line\nend.yaml", "line%0Aend.yaml"],
    ["half\ud800.yaml", "half%EF%BF%BD.yaml"],
  ])("encodes the path %j", (path, uri) => {
    expect(uriOf(path)).toEqual({ uri, uriBaseId: "%SRCROOT%" });
  });

  it.each([
    ["/elsewhere/a b.yaml", "file:///elsewhere/a%20b.yaml"],
    // A folder whose name only begins like the root.
    ["/repository/a.yaml", "file:///repository/a.yaml"],
  ])("names %s outside of the root by its full URI", (path, uri) => {
    expect(uriOf(path)).toEqual({ uri });
  });

  it.each([
    ["C:/work/a.yaml", "file:///C:/work/a.yaml"],
    ["//server/share/a b.yaml", "file://server/share/a%20b.yaml"],
  ])("knows the drive or share of %s", (path, uri) => {
    const run = runOf([file(path, finding())], { ...CONTEXT, absolute: (named) => named });
    expect(run.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({ uri });
  });

  it("gives related places ids and messages", () => {
    const { relatedLocations } = resultOf(file("a.yaml", finding({ related: [ELSEWHERE] })));
    expect(relatedLocations).toEqual([
      {
        id: 1,
        message: { text: "bf16 is on here", markdown: "`bf16` is on here" },
        physicalLocation: {
          artifactLocation: { uri: "configs/ds.json", uriBaseId: "%SRCROOT%" },
          region: { startLine: 12, startColumn: 5, endLine: 12, endColumn: 9 },
        },
      },
    ]);
  });

  it("writes a fix as replacements, a deletion without content", () => {
    const place = { line: 9, column: 1, endLine: 10, endColumn: 1 };
    const { fixes } = resultOf(
      file(
        "a.yaml",
        finding({
          fixes: [
            { title: "Remove `fp16`", safe: false, preferred: true, edits: [{ ...place, newText: "" }] },
            { title: "Write `false`", safe: true, preferred: false, edits: [{ ...place, newText: "x\r\n" }] },
            { title: "Elsewhere only", safe: true, preferred: false, edits: [] },
          ],
        }),
      ),
    );
    const deletedRegion = { startLine: 9, startColumn: 1, endLine: 10, endColumn: 1 };
    const artifactLocation = { uri: "a.yaml", uriBaseId: "%SRCROOT%" };
    expect(fixes).toEqual([
      {
        description: { text: "Remove fp16", markdown: "Remove `fp16`" },
        artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion }] }],
        properties: { safe: false, preferred: true },
      },
      {
        description: { text: "Write false", markdown: "Write `false`" },
        artifactChanges: [
          { artifactLocation, replacements: [{ deletedRegion, insertedContent: { text: "x\r\n" } }] },
        ],
        properties: { safe: true, preferred: false },
      },
    ]);
  });

  it("keeps a suppressed finding, with its reason", () => {
    expect(resultOf({ ...file("a.yaml"), ...SUPPRESSED }).suppressions).toEqual([
      { kind: "inSource", justification: "measured: no loss" },
    ]);
  });

  it("notifies of a file that could not be used, which makes the run no success", () => {
    const { invocations } = runOf([], {
      ...CONTEXT,
      problems: [{ path: "b c.yaml", problem: "b c.yaml: no such file" }],
    });
    expect(invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: "error",
            message: { text: "b c.yaml: no such file" },
            locations: [
              { physicalLocation: { artifactLocation: { uri: "b%20c.yaml", uriBaseId: "%SRCROOT%" } } },
            ],
          },
        ],
      },
    ]);
  });

  it("escapes what would be a link in the text of a message", () => {
    const { message } = resultOf(file("a.yaml", finding({ message: "see [1](2)", source: "" })));
    expect(message.text).toBe("see \\[1\\](2)");
  });

  it("keeps a fingerprint when lines shift and numbers change, and gives equal sources different ones", () => {
    const prints = (...findings: readonly ReturnType<typeof finding>[]) =>
      runOf([file("a.yaml", ...findings)]).results?.map(
        ({ partialFingerprints }) => partialFingerprints?.["bitlaw/v1"],
      );
    const before = prints(finding(), finding({ line: 20, endLine: 20 }));
    const after = prints(
      finding({ line: 30, endLine: 30, message: "other numbers" }),
      finding({ line: 41, endLine: 41 }),
    );
    expect(after).toEqual(before);
    expect(new Set(before).size).toBe(2);
  });

  it("writes ten thousand findings, each with a fingerprint of its own", () => {
    const { results = [] } = runOf([MANY]);
    expect(new Set(results.map((result) => result.partialFingerprints?.["bitlaw/v1"])).size).toBe(10_000);
  });
});

describe("a rule in SARIF", () => {
  const rules = runOf([], WITH_PAGES).tool.driver.rules ?? [];

  it("is there for every declared rule, in order", () => {
    expect(rules.map(({ id }) => id)).toEqual(DECLARED_RULES.map(({ name }) => name));
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))("has what code scanning needs: %s", (_, rule) => {
    // Required by GitHub and not empty; names up to 255 characters, descriptions up to 1024.
    expect(rule.name).toMatch(/^[A-Z][A-Za-z0-9]{0,254}$/);
    for (const text of [rule.shortDescription?.text, rule.fullDescription?.text]) {
      expect(text).toMatch(/\S/);
      expect(text?.length).toBeLessThanOrEqual(1024);
      expect(text).not.toContain("`");
    }
    expect(rule.help?.text).toMatch(/^Why:\n[^`]+$/);
    expect(rule.help?.text).toContain("\n\nFix:\n");
    expect(rule.help?.markdown).toContain("## Why");
    expect(rule.defaultConfiguration?.level).toMatch(/^(note|warning|error)$/);
    expect(rule.properties?.["precision"]).toMatch(/^(very-high|high|medium|low)$/);
    // Would make it a security rule.
    expect(rule.properties).not.toHaveProperty("security-severity");
  });

  it("falls back on the summary where its page is not at hand", () => {
    const [rule] = runOf([]).tool.driver.rules ?? [];
    const text = `${DECLARED_RULES[0]?.summary}.`;
    expect(rule).toMatchObject({ fullDescription: { text }, help: { text, markdown: text } });
  });

  it("has a page for each, with the sections that the help is made from", () => {
    expect(readdirSync(PAGES)).toEqual(
      expect.arrayContaining(DECLARED_RULES.map(({ name }) => `${name}.md`)),
    );
  });

  it("takes the reason, the fix and the exceptions from the page, without examples and relative links", () => {
    const page = [
      "# a-rule",
      "",
      "Summary.",
      "",
      "## Why",
      "",
      "**Because** of `x`, see [laws](../laws.md) and [a paper](https://example.org/p).",
      "",
      "More.",
      "",
      "## Example",
      "",
      "```yaml before",
      "## Fix",
      "```",
      "",
      "## Fix",
      "",
      "Do it.",
      "",
      "```yaml after",
      "x: 1",
      "```",
      "",
      "## When not to use it",
      "",
      "Never.",
      "",
    ].join("\n");
    const { full, text, markdown } = ruleHelp(page);
    expect(full).toBe("Because of x, see laws and a paper (https://example.org/p).");
    expect(text).toBe(`Why:\n${full}\n\nMore.\n\nFix:\nDo it.\n\nWhen not to use it:\nNever.`);
    expect(markdown).toMatch(/^Summary\.\n\n## Why\n/);
    expect(markdown).toContain("see laws and [a paper](https://example.org/p)");
  });

  it("cuts a long reason at the end of a sentence", () => {
    const sentence = `${"x".repeat(600)}.`;
    expect(ruleHelp(`## Why\n\n${sentence} ${sentence}\n`).full).toBe(sentence);
  });
});
