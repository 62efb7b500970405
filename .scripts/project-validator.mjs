import { standaloneValidator } from "./standalone-validator.mjs";

/** @param {string} root the project's folder */
export function projectValidator(root) {
  return standaloneValidator(root, {
    schema: "schemas/project.schema.json",
    failure: "./SchemaFailure.ts",
    name: "validateProject",
    comment: "Whether a value has the shape of a project file; `errors` says why not.",
    shorten,
  });
}

/** The properties only describe what `propertyNames` allows; the values of all rules are alike, and so are those of facts. */
function shorten({ definitions: { rules, declare } }) {
  delete rules.properties;
  rules.additionalProperties = { $ref: "#/definitions/severity" };
  const { measured, ...others } = declare.properties;
  const [any] = Object.values(others);
  declare.properties = { measured };
  declare.additionalProperties = any;
}
