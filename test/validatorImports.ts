import { readFile } from "node:fs/promises";
import path from "node:path";
import { schemaValidator, validatorQuery } from "../.scripts/schema-validator.mjs";

/** Not the file's own name: Vite reads every module that ends with .json as data. */
const PREFIX = "\0validator:";

/** `import validate from "….schema.json?validator"` gives the schema's validator, as in the bundles. */
export const validatorImports = {
  name: "validator-imports",
  enforce: "pre" as const,
  resolveId(specifier: string, importer: string | undefined) {
    if (!specifier.endsWith(validatorQuery) || importer === undefined) return undefined;
    const schema = path.resolve(path.dirname(importer), specifier.slice(0, -validatorQuery.length));
    return `${PREFIX}${schema}.js`;
  },
  async load(this: { addWatchFile(file: string): void }, id: string) {
    if (!id.startsWith(PREFIX)) return undefined;
    const schema = id.slice(PREFIX.length, -".js".length);
    this.addWatchFile(schema);
    return schemaValidator(await readFile(schema, "utf8"));
  },
};
