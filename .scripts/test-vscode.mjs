/** `npm run test:vscode`: the packaged extension in a current VS Code (code-server). Arguments go to vitest. */
import path from "node:path";
import { ensureDependencies } from "./dependencies.mjs";
import { root } from "./root.mjs";
import { runNode, runPackage } from "./run.mjs";
import { runSteps } from "./steps.mjs";

let chromium;

await runSteps([
  ["dependencies", ensureDependencies],
  ["Chromium", findChromium],
  ["code-server", async () => (await import("./code-server.mjs")).ensureCodeServer()],
  ["package", () => runNode(path.join(root, ".scripts/package.mjs"))],
  ["grammar: current VS Code", grammar],
  ["editor: current VS Code", editor],
]);

// Some scripts are imported only when their step runs, because the first step may have to install what they import.
async function findChromium() {
  const { ensureChromium } = await import("./chromium.mjs");
  chromium = await ensureChromium();
}

async function grammar() {
  const { builtInExtensions } = await import("./code-server.mjs");
  const env = { ...process.env, BITLAW_VSCODE_EXTENSIONS: builtInExtensions };
  await runPackage("vitest", ["run", "--config", "test/vitest.config.ts", "test/grammar"], { env });
}

async function editor() {
  const env = { ...process.env, BITLAW_EDITOR: "code-server", CHROMIUM_PATH: chromium };
  await runPackage("vitest", ["run", "--config", "test/editor/vitest.config.ts", ...process.argv.slice(2)], {
    env,
  });
}
