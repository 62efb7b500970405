/** `npm run package`: bitlaw-<version>.vsix, checked for what must and what must not be in it. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { root } from "./root.mjs";
import { CommandFailed, runNode, runPackage } from "./run.mjs";
import { explain } from "./steps.mjs";
import { vsix } from "./vsix.mjs";
import { vsixProblems } from "./vsix-problems.mjs";
import { zipEntries } from "./zip-entries.mjs";

try {
  await runNode(path.join(root, ".scripts/build.mjs"));
  // There is no public repository yet that relative links in the README could be made to point to.
  const links = ["--allow-missing-repository", "--no-rewrite-relative-links"];
  await runPackage("@vscode/vsce", ["package", "--no-dependencies", ...links, "--out", vsix]);
} catch (error) {
  explain(error);
  process.exit(error instanceof CommandFailed ? error.exitCode : 1);
}

const bytes = await readFile(vsix);
const problems = vsixProblems({ bytes: bytes.length, files: zipEntries(bytes) });
for (const problem of problems) console.error(`  ${path.basename(vsix)}: ${problem}`);
process.exit(problems.length === 0 ? 0 : 1);
