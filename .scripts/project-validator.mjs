import { standaloneValidator } from "./standalone-validator.mjs";

/** @param {string} root the project's folder */
export function projectValidator(root) {
  return standaloneValidator(root, {
    schema: "schemas/project.schema.json",
    failure: "../laws/SchemaFailure.ts",
    name: "validateProject",
    comment: "Whether a value has the shape of a project file; `errors` says why not.",
  });
}
