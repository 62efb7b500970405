import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { schemaValidator } from "../../.scripts/schema-validator.mjs";
import validateProject from "../../schemas/project.schema.json?validator";

const number = JSON.stringify({ title: "Number", type: "number", minimum: 2 });

test("a validator is a module that needs no other and no eval", async () => {
  for (const name of ["law", "project"]) {
    const text = readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), "utf8");
    expect(schemaValidator(text)).not.toMatch(/\brequire\(|\bimport\b|\beval\(|new Function/);
  }
});

test("a validator says whether a value is valid and, by `errors`, why not", async () => {
  const code = encodeURIComponent(schemaValidator(number));
  const { default: validate } = await import(/* @vite-ignore */ `data:text/javascript,${code}`);
  expect(validate(2)).toBe(true);
  expect(validate(1)).toBe(false);
  expect(validate.errors).toMatchObject([{ keyword: "minimum", params: { limit: 2 } }]);
});

test("an import of a schema with ?validator gives its validator", () => {
  expect(validateProject({ ignore: ["archive/"] })).toBe(true);
  expect(validateProject({ ignore: 1 })).toBe(false);
  expect(validateProject.errors).toMatchObject([{ instancePath: "/ignore", keyword: "type" }]);
});

test("a schema that needs a part of ajv at run time is refused", () => {
  const unique = JSON.stringify({ title: "Set", type: "array", uniqueItems: true, items: {} });
  expect(() => schemaValidator(unique)).toThrow('The validator of "Set" needs a part of ajv at run time');
});
