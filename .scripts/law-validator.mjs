import { standaloneValidator } from "./standalone-validator.mjs";

/** @param {string} root the project's folder */
export function lawValidator(root) {
  return standaloneValidator(root, {
    schema: "schemas/law.schema.json",
    failure: "./SchemaFailure.ts",
    name: "validateLaw",
    comment: "Whether a value has the shape of a law file; `errors` says why not.",
  });
}
