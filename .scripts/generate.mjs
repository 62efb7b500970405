/** Writes what follows from the rules' declarations into package.json. With `--check` only says whether it is stale. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");
const manifestPath = path.join(root, "package.json");
const severities = ["off", "hint", "information", "warning", "error"];

const bundle = await build({
  absWorkingDir: root,
  entryPoints: ["server/lint/rules/rules.ts"],
  bundle: true,
  format: "esm",
  platform: "neutral",
  mainFields: ["module", "main"],
  write: false,
});
const code = Buffer.from(bundle.outputFiles[0].contents).toString("base64");
const { RULES } = await import(`data:text/javascript;base64,${code}`);

const before = await readFile(manifestPath, "utf8");
const manifest = JSON.parse(before);
const setting = manifest.contributes.configuration.properties["bitlaw.rules"];
setting.additionalProperties = false;
setting.properties = Object.fromEntries(
  RULES.map(({ name, summary, severity }) => [
    name,
    { type: "string", enum: severities, default: severity, description: `${summary}.` },
  ]),
);
const after = `${JSON.stringify(manifest, null, 2)}\n`;

if (process.argv.includes("--check")) {
  if (after !== before) {
    console.error("package.json does not match the rules. Run `npm run generate`.");
    process.exit(1);
  }
} else if (after !== before) {
  await writeFile(manifestPath, after);
  console.log("package.json updated");
}
