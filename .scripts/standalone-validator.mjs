import { readFile } from "node:fs/promises";
import path from "node:path";
import { Ajv } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";

/**
 * A validator as code of its own, so that nothing is compiled at start and a worker needs no `eval`.
 * @param {string} root the project's folder
 * @param {{ schema: string, failure: string, name: string, comment: string, shorten?: (schema: any) => void }} what the
 *   schema's path, how the generated file imports `SchemaFailure`, the validator's name and its doc comment, and what may
 *   be left out of the schema to the same effect
 * @returns {Promise<string>}
 */
export async function standaloneValidator(root, { schema, failure, name, comment, shorten }) {
  const parsed = JSON.parse(await readFile(path.join(root, schema), "utf8"), withoutDescriptions);
  shorten?.(parsed);
  const ajv = new Ajv({
    allErrors: true,
    strictRequired: false,
    strictTypes: false,
    code: { source: true, esm: true, lines: true },
  });
  const code = standaloneCode(ajv, ajv.compile(parsed));
  const [, compiled] = /^export default (\w+);$/m.exec(code) ?? [];
  if (compiled === undefined || code.includes("require("))
    throw new Error(`The validator of ${schema} needs a part of ajv at run time: use keywords without one.`);
  const own = code
    .replace('"use strict";', "")
    .replace(/^export .*;$/gm, "")
    .trim();
  return `// Generated from ${schema} by \`npm run generate\`. Do not edit.
// @ts-nocheck
import type { SchemaFailure } from "${failure}";

${own}

/** ${comment} */
export const ${name}: { (value: unknown): boolean; errors?: readonly SchemaFailure[] | null } = ${compiled};
`;
}

/** The validator has no use for them, and they would be a third of it. */
function withoutDescriptions(key, value) {
  return key === "description" && typeof value === "string" ? undefined : value;
}
