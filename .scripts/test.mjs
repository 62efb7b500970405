/**
 * `npm test`: everything that runs from npm packages and a Chromium alone. With `--quick` what takes under a minute: no
 * bundles, no processes, no editor, no damaged, foreign or random texts.
 */
import path from "node:path";
import { ensureDependencies } from "./dependencies.mjs";
import { root } from "./root.mjs";
import { runNode, runPackage } from "./run.mjs";
import { runSteps } from "./steps.mjs";

const script = (name, ...args) => runNode(path.join(root, ".scripts", name), args);
const vitest = (...args) => runPackage("vitest", ["run", "--config", "test/vitest.config.ts", ...args]);
const formatAndLint = () => runPackage("@biomejs/biome", ["check"]);

/** Their tests call the sources, on texts that are written for them; others start what is in dist/, or take long. */
const callingSources = ["test/unit", "test/rules", "test/grammar", "test/examples"];

const quick = [
  ["dependencies", ensureDependencies],
  ["types", () => runPackage("typescript", ["--noEmit"])],
  ["format and lint", formatAndLint],
  ["import directions", () => script("check-imports.mjs")],
  ["unit, rules, grammar", () => vitest(...callingSources, "--exclude", "**/*.property.test.ts")],
];

const all = [
  ["dependencies", ensureDependencies],
  ["build", () => script("build.mjs")],
  ["types", types],
  ["format and lint", formatAndLint],
  ["generated files", () => script("generate.mjs", "--check")],
  ["import directions", () => script("check-imports.mjs")],
  ["unit, rules, protocol, grammar", vitest],
  ["editor: VS Code for the Web", () => script("test-editor.mjs")],
];

await runSteps(process.argv.includes("--quick") ? quick : all);

async function types() {
  await runPackage("typescript", ["--noEmit"]);
  // The editor tests reach into pages, so they alone see the DOM's types.
  await runPackage("typescript", ["--noEmit", "--project", "test/editor"]);
}
