import { readFile } from "node:fs/promises";
import path from "node:path";
import { Ajv } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";

const HEADER = `// Generated from schemas/law.schema.json by \`npm run generate\`. Do not edit.
// @ts-nocheck
import type { SchemaFailure } from "./SchemaFailure.ts";
`;

const FOOTER = `
/** Whether a value has the shape of a law file; \`errors\` says why not. */
export const validateLaw: { (value: unknown): boolean; errors?: readonly SchemaFailure[] | null } = `;

/**
 * A validator of law files as code of its own, so that nothing is compiled at start and a worker needs no \`eval\`.
 * @param {string} root the project's folder
 * @returns {Promise<string>}
 */
export async function lawValidator(root) {
  const schema = JSON.parse(
    await readFile(path.join(root, "schemas/law.schema.json"), "utf8"),
    withoutDescriptions,
  );
  const ajv = new Ajv({
    allErrors: true,
    strictRequired: false,
    strictTypes: false,
    code: { source: true, esm: true, lines: true },
  });
  const code = standaloneCode(ajv, ajv.compile(schema));
  const [, name] = /^export default (\w+);$/m.exec(code) ?? [];
  if (name === undefined || code.includes("require("))
    throw new Error("The validator of law files needs a part of ajv at run time: use keywords without one.");
  const own = code
    .replace('"use strict";', "")
    .replace(/^export .*;$/gm, "")
    .trim();
  return `${HEADER}\n${own}\n${FOOTER}${name};\n`;
}

/** The validator has no use for them, and they would be a third of it. */
function withoutDescriptions(key, value) {
  return key === "description" && typeof value === "string" ? undefined : value;
}
