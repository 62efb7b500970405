/** `npm test`: everything that runs from npm packages and a Chromium alone. */
import path from "node:path";
import { ensureDependencies } from "./dependencies.mjs";
import { root } from "./root.mjs";
import { runNode, runPackage } from "./run.mjs";
import { runSteps } from "./steps.mjs";

const script = (name) => runNode(path.join(root, ".scripts", name));

await runSteps([
  ["dependencies", ensureDependencies],
  ["build", () => script("build.mjs")],
  ["types", types],
  ["format and lint", () => runPackage("@biomejs/biome", ["check"])],
  ["generated files", () => runNode(path.join(root, ".scripts/generate.mjs"), ["--check"])],
  ["import directions", () => script("check-imports.mjs")],
  [
    "unit, rules, protocol, grammar",
    () => runPackage("vitest", ["run", "--config", "test/vitest.config.ts"]),
  ],
  ["editor: VS Code for the Web", () => script("test-editor.mjs")],
]);

async function types() {
  await runPackage("typescript", ["--noEmit"]);
  // The editor tests reach into pages, so they alone see the DOM's types.
  await runPackage("typescript", ["--noEmit", "--project", "test/editor"]);
}
