import { build } from "esbuild";
import { validatorImports } from "./validator-imports.mjs";

/**
 * TypeScript modules of the project, imported as they stand: all that they export.
 * @param {string} root the project's folder
 * @param {...string} entries the modules below it
 */
export async function bundledModule(root, ...entries) {
  const bundle = await build({
    absWorkingDir: root,
    stdin: {
      contents: entries.map((entry) => `export * from "./${entry}";`).join("\n"),
      resolveDir: root,
    },
    bundle: true,
    format: "esm",
    // What they import runs in a worker too, and only there are all packages free of `require`.
    platform: "browser",
    plugins: [validatorImports],
    write: false,
  });
  const code = Buffer.from(bundle.outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${code}`);
}
