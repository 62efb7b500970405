import { bundledModule } from "./bundled-module.mjs";

/**
 * The text of server/data/records.json: how each law did on the published measurements. One record a line, so that a
 * change of one shows as one.
 * @param {string} root the project's folder
 */
export async function lawRecords(root) {
  const { publishedRecords } = await bundledModule(root, ".scripts/recordsOf.ts");
  const lines = publishedRecords().map((record) => `  ${JSON.stringify(record)}`);
  return `[\n${lines.join(",\n")}\n]\n`;
}
