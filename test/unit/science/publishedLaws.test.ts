import { readdirSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { lawFrom } from "../../../server/science/lawFiles/lawFrom.ts";
import { lawNamed, publishedLaws } from "../../../server/science/lawFiles/publishedLaws.ts";
import { law } from "./known.ts";

const root = new URL("../../../", import.meta.url);
const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, root), "utf8"));
const fileNames = readdirSync(new URL("server/data/laws/", root)).filter((name) => name.endsWith(".json"));
const validate = new Ajv({
  allErrors: true,
  strict: true,
  strictRequired: false,
  strictTypes: false,
}).compile(readJson("schemas/law.schema.json") as object);

describe("law files", () => {
  it.each(fileNames)("%s satisfies the schema", (name) => {
    validate(readJson(`server/data/laws/${name}`));
    expect(validate.errors).toBeNull();
  });

  it("are all published under the name of their file", () => {
    const names = publishedLaws.map((published) => `${published.file.name}.json`);
    expect(names.sort()).toEqual(fileNames.sort());
  });

  it("explain every constant that they assume", () => {
    for (const { file } of publishedLaws) {
      for (const name of Object.keys(file.assumed ?? {})) expect(file.constants).toHaveProperty(name);
    }
    expect(Object.keys(law("kumar-2024").file.assumed ?? {})).toEqual(["C_w", "C_a", "C_kv"]);
  });

  it("have ranges whose minimum is not above the maximum", () => {
    for (const { file } of publishedLaws) {
      for (const [minimum, maximum] of Object.values(file.domain)) expect(minimum).toBeLessThan(maximum);
    }
  });
});

describe("the law schema", () => {
  const sun = law("sun-2025").file;

  it("refuses a form that it does not know", () => {
    expect(validate({ ...sun, form: "tea-leaves" })).toBe(false);
  });

  it("refuses a law that lacks a constant of its form", () => {
    const { nu: _, ...constants } = sun.constants;
    expect(validate({ ...sun, constants })).toBe(false);
  });

  it("refuses an unknown field and an unknown domain variable", () => {
    expect(validate({ ...sun, colour: "blue" })).toBe(false);
    expect(validate({ ...sun, domain: { ...sun.domain, warmth: [1, 2] } })).toBe(false);
  });
});

describe("lawNamed and lawFrom", () => {
  it("find a published law by name and nothing else", () => {
    expect(lawNamed("sun-2025")?.file.citation.url).toContain("2501.02423");
    expect(lawNamed("nobody-1999")).toBeUndefined();
  });

  it("say which constant a law file lacks", () => {
    const file = { ...law("kumar-2024").file, constants: { A: 1 } };
    expect(() => lawFrom(file)).toThrow(/"kumar-2024".*"alpha"/);
  });
});
