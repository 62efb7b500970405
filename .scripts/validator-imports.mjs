import { readFile } from "node:fs/promises";
import path from "node:path";
import { schemaValidator, validatorQuery } from "./schema-validator.mjs";

/** An esbuild plugin: `import validate from "….schema.json?validator"` gives the schema's validator. */
export const validatorImports = {
  name: "validator-imports",
  setup({ onResolve, onLoad }) {
    const namespace = "schema-validator";
    onResolve({ filter: /\.schema\.json\?validator$/ }, ({ path: specifier, resolveDir }) => ({
      path: path.resolve(resolveDir, specifier.slice(0, -validatorQuery.length)),
      namespace,
    }));
    onLoad({ filter: /./, namespace }, async ({ path: file }) => ({
      contents: schemaValidator(await readFile(file, "utf8")),
      watchFiles: [file],
    }));
  },
};
