/** `npm run bench`: how long all constraints of a config take, over the fixtures of each dialect. Prints numbers and judges none. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { bundledModule } from "../../.scripts/bundled-module.mjs";
import { percentile, printTable } from "./statistics.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const { readConfig, constraintFindings, constraintsOf, languageOf } = await bundledModule(
  root,
  "server/config/readConfig.ts",
  "server/config/dialect/constraintsOf.ts",
  "server/config/document/languageOf.ts",
  "server/lint/rules/constraintFindings.ts",
);
const ROUNDS = 50;
const fixtures = path.join(root, "test/fixtures");

const rows = readdirSync(fixtures).flatMap((dialect) => {
  const times = [];
  let count = 0;
  for (const name of readdirSync(path.join(fixtures, dialect))) {
    const text = readFileSync(path.join(fixtures, dialect, name), "utf8");
    for (let round = 0; round < ROUNDS; round++) {
      const result = readConfig(text, languageOf(name, text));
      for (const config of result.kind === "configs" ? result.configs : []) {
        count = constraintsOf(config.dialect).length;
        const before = performance.now();
        // The first rule that asks checks all of them.
        constraintFindings(config, "refused-setting");
        times.push(performance.now() - before);
      }
    }
  }
  return count === 0
    ? []
    : [[dialect, String(count), ms(percentile(times, 0.5)), ms(percentile(times, 0.95))]];
});
printTable(["dialect", "constraints", "median ms", "95 %"], rows);

function ms(value) {
  return value.toFixed(3);
}
