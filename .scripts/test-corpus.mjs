/**
 * `npm run test:corpus -- FOLDER`: reads a folder of real configs, compares with test/corpus-readings.json, and compares
 * what the command line and a language server say about them. Fixes are applied to each of them, twice.
 */
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { bundledModule } from "./bundled-module.mjs";
import { fixSafety, variantsOf } from "./fix-safety.mjs";
import { parity } from "./parity.mjs";
import { root } from "./root.mjs";
import { runNode } from "./run.mjs";

const folder = process.argv[2];
if (folder === undefined || !existsSync(folder)) {
  console.error("Name a folder of configs: npm run test:corpus -- FOLDER");
  process.exit(2);
}

/** What is tested, bundled from its sources: Node cannot run them as they are. */
const MODULES = [
  "server/config/document/languageOf.ts",
  "server/config/document/parseConfig.ts",
  "server/lint/actions/applyFixes.ts",
  "server/lint/actions/valuesChangedOutside.ts",
  "server/lint/actions/keyAt.ts",
  "server/lint/analyse.ts",
  "server/lint/edits/TextEdit.ts",
];

const bitlaw = await bundledModule(root, ...MODULES);
const { analyse, languageOf } = bitlaw;
const readings = JSON.parse(await readFile(path.join(root, "test/corpus-readings.json"), "utf8"));
const files = (await readdir(folder, { recursive: true }))
  .map((file) => file.replaceAll(path.sep, "/"))
  .filter((file) => /\.(?:ya?ml|json|toml|sh|slurm)$/.test(file))
  .sort();

const known = files.filter((file) => readings.files[file] !== undefined);
for (const file of files)
  if (!known.includes(file)) console.log(`? ${file}: no reading is kept for this file`);

let failed = 0;
for (const file of known) {
  const problems = await compare(file);
  if (problems.length > 0) failed++;
  for (const problem of problems) console.log(`✗ ${file}: ${problem}`);
}
console.log(`${known.length - failed} passed, ${failed} failed`);

let [unsafe, fixes] = [0, 0];
for (const file of files) {
  const content = await readFile(path.join(folder, file), "utf8");
  const language = languageOf(file, content);
  for (const [kind, text] of variantsOf(content, language)) {
    const { problems, applied } = fixSafety(bitlaw, text, language);
    fixes += applied;
    unsafe += problems.length;
    for (const problem of problems) console.log(`✗ ${file} (${kind}): ${problem}`);
  }
}
console.log(`${fixes} fixes applied, ${unsafe} problems with them`);

await runNode(path.join(root, ".scripts/build.mjs"));
const { findings, differences } = await parity(path.resolve(folder), files);
for (const difference of differences) console.log(`✗ ${difference}`);
console.log(`${findings} findings of the command line, ${differences.length} differences from the server`);
process.exit(failed > 0 || unsafe > 0 || differences.length > 0 ? 1 : 0);

async function compare(file) {
  const expected = readings.files[file];
  const text = await readFile(path.join(folder, file), "utf8");
  const { assessments, failure } = analyse(text, languageOf(file, text));
  if (failure) return [`cannot be read: ${failure.message}`];
  const [assessment] = assessments;
  const dialect = assessment?.config.dialect.id ?? null;
  if (dialect !== expected.dialect) return [`read as ${dialect}, expected ${expected.dialect}`];
  const facts = assessment?.config.run.facts ?? {};
  return Object.entries(expected.facts ?? {}).flatMap(([name, value]) => {
    const found = facts[name]?.value;
    const plain = found?.name ?? found ?? null;
    return plain === value ? [] : [`${name} is ${plain}, expected ${value}`];
  });
}
