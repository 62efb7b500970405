import { Ajv } from "ajv";
import standaloneCode from "ajv/dist/standalone/index.js";

/** What an import of a schema ends with that asks for its validator instead of its data. */
export const validatorQuery = "?validator";

/** How a schema can be said in less to the same effect, by the `title` that it carries. */
const shortenings = { "Bitlaw project file": shortenProject };

/** Texts of schemas, with the code of their validators: a build makes several bundles of the same ones. */
const known = new Map();

/**
 * The validator of a JSON schema as a module of its own, so that nothing is compiled at start and a worker needs no
 * `eval`. Its default export says whether a value is valid, its `errors` why not.
 * @param {string} text the schema
 * @returns {string} JavaScript
 */
export function schemaValidator(text) {
  const code = known.get(text) ?? compiled(text);
  known.set(text, code);
  return code;
}

function compiled(text) {
  const schema = JSON.parse(text, withoutDescriptions);
  shortenings[schema.title]?.(schema);
  const ajv = new Ajv({
    allErrors: true,
    strictRequired: false,
    strictTypes: false,
    code: { source: true, esm: true, lines: true },
  });
  const code = standaloneCode(ajv, ajv.compile(schema));
  const [, name] = /^export default (\w+);$/m.exec(code) ?? [];
  if (name === undefined || code.includes("require("))
    throw new Error(
      `The validator of "${schema.title}" needs a part of ajv at run time: use keywords without one.`,
    );
  // It is exported twice, under a name as well, and only one of them is used.
  return `${code.replace('"use strict";', "").replace(/^export .*;$/gm, "")}\nexport default ${name};\n`;
}

/** The validator has no use for them, and they would be a third of it. */
function withoutDescriptions(key, value) {
  return key === "description" && typeof value === "string" ? undefined : value;
}

/** The properties only describe what `propertyNames` allows; the values of all rules are alike, and so are those of facts. */
function shortenProject({ definitions: { rules, declare } }) {
  delete rules.properties;
  rules.additionalProperties = { $ref: "#/definitions/severity" };
  const { measured, ...others } = declare.properties;
  const [any] = Object.values(others);
  declare.properties = { measured };
  declare.additionalProperties = any;
}
