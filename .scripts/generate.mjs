/** Writes files that follow from others: the rules' settings in package.json, their pages, the schemas of project files, the checks before the launch, the laws' records, the grammar's precision literals. `--check` only says which are stale. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { completionSchema } from "./completion-schema.mjs";
import { grammarLiterals } from "./grammar-literals.mjs";
import { launchChecks } from "./launch-checks.mjs";
import { lawRecords } from "./law-records.mjs";
import { manifestWithRules } from "./manifest-with-rules.mjs";
import { projectSchema } from "./project-schema.mjs";

import { rulePages } from "./rule-pages.mjs";

const root = path.resolve(import.meta.dirname, "..");
const generated = [
  ["package.json", "the rules", manifestWithRules],
  ["schemas/project.schema.json", "the rules and declarations", projectSchema],
  ["schemas/project.completion.schema.json", "schemas/project.schema.json", completionSchema],
  ["docs/launch-checks.md", "the constraints and dialects", launchChecks],
  ["server/data/records.json", "the laws and measurements", lawRecords],
  ["syntaxes/bitlaw.injection.json", "the named formats", grammarLiterals],
  ["syntaxes/bitlaw.injection.legacy.json", "the named formats", grammarLiterals],
];

for (const [file, source, generate] of generated) await write(file, source, await generate(root, file));
for (const [file, text] of await rulePages(root)) await write(file, "the rules", text);

/** Writes the file, or says that it is stale. */
async function write(file, source, after) {
  const target = path.join(root, file);
  const before = await readFile(target, "utf8").catch(() => "");
  if (after === before) return;
  if (process.argv.includes("--check")) {
    console.error(`${file} does not match ${source}. Run \`npm run generate\`.`);
    process.exitCode = 1;
  } else {
    await writeFile(target, after);
    console.log(`${file} updated`);
  }
}
