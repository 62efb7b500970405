/**
 * Writes what follows from the rules' declarations into package.json, and the laws' records on the published measurements
 * into server/data/records.json. With `--check` only says whether they are stale.
 */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");
const manifestPath = path.join(root, "package.json");
const recordsPath = path.join(root, "server/data/records.json");
const severities = ["off", "hint", "information", "warning", "error"];

const { RULES } = await bundled("server/lint/rules/rules.ts");
const { publishedRecords } = await bundled("server/science/backtest/recordsOf.ts");

const manifest = JSON.parse(await readFile(manifestPath, "utf8"));
const setting = manifest.contributes.configuration.properties["bitlaw.rules"];
setting.additionalProperties = false;
setting.properties = Object.fromEntries(
  RULES.map(({ name, summary, severity }) => [
    name,
    { type: "string", enum: severities, default: severity, description: `${summary}.` },
  ]),
);
const after = `${JSON.stringify(manifest, null, 2)}\n`;

const stale = [
  await update(manifestPath, after, "the rules"),
  // One record a line, so that a change of one shows as one.
  await update(
    recordsPath,
    `[\n${publishedRecords()
      .map((record) => `  ${JSON.stringify(record)}`)
      .join(",\n")}\n]\n`,
    "the measurements",
  ),
];
if (stale.includes(true)) process.exit(1);

/** Writes a file where it has changed; with `--check` says that it is stale, and returns true. */
async function update(file, text, source) {
  // A file that is not there yet is as good as an empty one.
  if (text === (await readFile(file, "utf8").catch(() => ""))) return false;
  const name = path.relative(root, file);
  if (process.argv.includes("--check")) {
    console.error(`${name} does not match ${source}. Run \`npm run generate\`.`);
    return true;
  }
  await writeFile(file, text);
  console.log(`${name} updated`);
  return false;
}

/** The exports of a TypeScript module, bundled as for a worker. */
async function bundled(entry) {
  const bundle = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    platform: "browser",
    write: false,
  });
  const code = Buffer.from(bundle.outputFiles[0].contents).toString("base64");
  return import(`data:text/javascript;base64,${code}`);
}
