import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { languageOf } from "../../../server/config/document/languageOf.ts";
import { analyse } from "../../../server/lint/analyse.ts";
import type { Finding } from "../../../server/lint/Finding.ts";
import { applyFixes } from "../../../server/lint/fixes/applyFixes.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const FILES = ["examples", "test/fixtures"].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:ya?ml|json)$/.test(name))
    .map((name) => path.join(folder, name)),
);

const countOf = (findings: readonly Finding[], rule: string) =>
  findings.filter((one) => one.rule === rule).length;

describe.each([false, true])("Fixes of every example and fixture, unsafe ones: %s", (unsafe) => {
  it.each(FILES)("%s: twice is once, and no rule has a finding more", (file) => {
    const text = readFileSync(path.join(ROOT, file), "utf8");
    const language = languageOf(file, text);
    const before = analyse(text, language);
    const once = applyFixes(before, { unsafe });
    const after = analyse(once.text, language);
    expect(applyFixes(after, { unsafe }).text).toBe(once.text);
    expect(after.failure?.message).toBe(before.failure?.message);
    for (const { rule } of after.findings)
      expect(countOf(after.findings, rule), rule).toBeLessThanOrEqual(countOf(before.findings, rule));
    if (!unsafe) expect(once.applied.filter(({ safe }) => !safe)).toEqual([]);
  });
});

it("A rule that is off is not fixed", () => {
  const text = readFileSync(path.join(ROOT, "examples/text-learning-rate.transformers.yaml"), "utf8");
  expect(applyFixes(analyse(text, "yaml"), { unsafe: true }).applied).toHaveLength(1);
  const off = analyse(text, "yaml", { severities: { "misread-number": "off" } });
  expect(applyFixes(off, { unsafe: true }).text).toBe(text);
});
