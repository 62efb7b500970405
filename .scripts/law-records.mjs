import { build } from "esbuild";

/**
 * The text of server/data/records.json: how each law did on the published measurements. One record a line, so that a
 * change of one shows as one.
 * @param {string} root the project's folder
 */
export async function lawRecords(root) {
  const bundle = await build({
    absWorkingDir: root,
    entryPoints: ["server/science/backtest/recordsOf.ts"],
    bundle: true,
    format: "esm",
    platform: "browser",
    write: false,
  });
  const code = Buffer.from(bundle.outputFiles[0].contents).toString("base64");
  const { publishedRecords } = await import(`data:text/javascript;base64,${code}`);
  const lines = publishedRecords().map((record) => `  ${JSON.stringify(record)}`);
  return `[\n${lines.join(",\n")}\n]\n`;
}
