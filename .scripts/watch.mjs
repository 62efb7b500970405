/**
 * `npm run watch`: bundles into dist/ whenever a source changes, readable and mapped to the sources. Mistakes are printed
 * one a line, `FILE:LINE:COLUMN: error: …`, as the problem matcher in .vscode/tasks.json reads them.
 */
import { rm } from "node:fs/promises";
import path from "node:path";
import { context } from "esbuild";
import { bundles } from "./bundles.mjs";
import { root } from "./root.mjs";

/** How many bundles are being made: all of them see the change of one source. */
let making = 0;
const mistakes = new Set();

const report = {
  name: "report",
  setup({ onStart, onEnd }) {
    onStart(() => {
      making += 1;
      if (making > 1) return;
      mistakes.clear();
      console.log("Bundling …");
    });
    onEnd(({ errors, warnings }) => {
      for (const error of errors) print(error, "error");
      for (const warning of warnings) print(warning, "warning");
      making -= 1;
      if (making === 0) console.log(mistakes.size === 0 ? "Bundled." : "Bundled, with mistakes.");
    });
  },
};

/** What several bundles hold is said once. Lines count from 1, columns of esbuild from 0. */
function print({ text, location }, kind) {
  const place = location ? `${location.file}:${location.line}:${location.column + 1}` : "package.json:1:1";
  const line = `${place}: ${kind}: ${text}`;
  if (!mistakes.has(line)) console.log(line);
  mistakes.add(line);
}

await rm(path.join(root, "dist"), { recursive: true, force: true });
const contexts = await Promise.all(
  bundles(root, { dev: true }).map((bundle) =>
    context({ ...bundle, logLevel: "silent", plugins: [...bundle.plugins, report] }),
  ),
);
await Promise.all(contexts.map((one) => one.watch()));
