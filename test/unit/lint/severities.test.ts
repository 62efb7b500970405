import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import {
  atLeast,
  lowered,
  RULE_SEVERITIES,
  SEVERITIES,
  type Severity,
} from "../../../server/lint/Severity.ts";

describe("The severities", () => {
  it.each<[Severity, Severity]>([
    ["error", "warning"],
    ["warning", "information"],
    ["information", "hint"],
    ["hint", "hint"],
  ])("%s is lowered to %s", (severity, expected) => {
    expect(lowered(severity)).toBe(expected);
  });

  it("are compared by how severe they are", () => {
    expect(atLeast("error", "warning")).toBe(true);
    expect(atLeast("warning", "warning")).toBe(true);
    expect(atLeast("hint", "warning")).toBe(false);
  });

  it.each([
    ["config", "definitions.severity.enum", RULE_SEVERITIES],
    ["project", "definitions.severity.enum", RULE_SEVERITIES],
    ["rules", "definitions.rule.properties.severity.enum", SEVERITIES],
    ["report", "definitions.finding.properties.severity.enum", SEVERITIES],
  ] as const)("are those of schemas/%s.schema.json", async (name, path, severities) => {
    const text = await readFile(new URL(`../../../schemas/${name}.schema.json`, import.meta.url), "utf8");
    const listed = path.split(".").reduce<unknown>((at, step) => Object(at)[step], JSON.parse(text));
    expect(Array.isArray(listed) ? listed.toSorted() : listed).toEqual([...severities].toSorted());
  });
});
