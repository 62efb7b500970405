import { build } from "esbuild";

/**
 * A TypeScript module of the project, imported as it stands.
 * @param {string} root the project's folder
 * @param {string} entry the module below it
 */
export async function bundledModule(root, entry) {
  const bundle = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    platform: "node",
    mainFields: ["module", "main"],
    write: false,
  });
  const code = Buffer.from(bundle.outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${code}`);
}
