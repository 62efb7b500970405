import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import type { DialectFile } from "../../../server/config/dialect/Dialect.ts";
import { detectDialect } from "../../../server/config/dialect/detectDialect.ts";
import { DIALECTS } from "../../../server/config/dialect/dialects.ts";
import { evaluateSettings } from "../../../server/config/dialect/evaluateSettings.ts";
import { KeyReadings } from "../../../server/config/dialect/readKey.ts";
import { readDeclarations } from "../../../server/config/run/declarations.ts";
import { readRun } from "../../../server/config/run/readRun.ts";
import { documentOf } from "./parsed.ts";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const page = read("docs/dialects.md");
const schema = JSON.parse(read("schemas/dialect.schema.json"));

const block = (language: string): string => {
  const [, text] = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page) ?? [];
  if (text === undefined) throw new Error(`no ${language} block`);
  return text;
};

/** First cells of the table below a heading, the backquoted words in them. */
const firstCells = (heading: string): readonly string[] => {
  const section = page.slice(page.indexOf(`${heading}\n`) + heading.length);
  const table = section.slice(0, section.indexOf("\n\n", section.indexOf("|---")));
  return table
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .flatMap((line) =>
      Array.from((line.split("|")[1] ?? "").matchAll(/`([^`]+)`/g), (match) => match[1] ?? ""),
    );
};

describe("the worked example of docs/dialects.md", () => {
  const dialect: DialectFile = JSON.parse(block("json"));
  const document = documentOf(block("yaml"));

  it("satisfies the schema", () => {
    const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema);
    validate(dialect);
    expect(validate.errors).toBeNull();
  });

  it("is detected among the others, and foreign without it", () => {
    const others = DIALECTS.filter(({ id }) => id !== dialect.id);
    expect(detectDialect(document, [...others, dialect])?.dialect.id).toBe(dialect.id);
    expect(detectDialect(document, others)).toBeUndefined();
  });

  it("reads its sample as the page says", () => {
    const readings = new KeyReadings(dialect, document.root, document.language);
    const properties = evaluateSettings(dialect.settings, readings);
    const { facts, missing } = readRun({ readings, properties, declarations: readDeclarations(document) });
    const lines = Object.entries(facts).map(([name, { value, provenance, how }]) => {
      const shown = typeof value === "object" ? value.name : value;
      return `${name} ${shown}, ${provenance}: ${how}`;
    });
    expect(`${lines.join("\n")}\n`).toBe(block("text"));
    expect(missing).toEqual([]);
  });
});

describe("the tables of docs/dialects.md", () => {
  it("list every dialect", () => {
    expect([...firstCells("## Supported")].sort()).toEqual(DIALECTS.map(({ id }) => id).sort());
  });

  it("name each dialect's framework and loader", () => {
    for (const { id, name, loader } of DIALECTS) {
      const row = page.split("\n").find((line) => line.startsWith(`| \`${id}\``)) ?? "";
      expect(row).toContain(`| ${name} |`);
      expect(row).toContain(`| ${loader.name} |`);
    }
  });

  it("list every property that the schema knows", () => {
    const known: readonly string[] = schema.definitions.setting.properties.set.propertyNames.enum;
    const listed = firstCells("### Properties that settings give");
    expect([...listed].sort()).toEqual([...known].sort());
  });

  it("list keys that some dialect has", () => {
    const used = new Set([...DIALECTS, JSON.parse(block("json"))].flatMap(({ keys }) => Object.keys(keys)));
    expect(firstCells("### Keys with a meaning of their own").filter((name) => !used.has(name))).toEqual([]);
  });
});
