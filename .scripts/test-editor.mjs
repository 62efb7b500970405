/** `npm run test:editor`: the scenarios in VS Code for the Web, on the bundles in dist/. Arguments go to vitest. */
import { ensureChromium } from "./chromium.mjs";
import { runPackage } from "./run.mjs";
import { explain } from "./steps.mjs";

try {
  const env = { ...process.env, BITLAW_EDITOR: "web", CHROMIUM_PATH: await ensureChromium() };
  const args = ["run", "--config", "test/editor/vitest.config.ts", ...process.argv.slice(2)];
  await runPackage("vitest", args, { env });
} catch (error) {
  explain(error);
  process.exit(error.exitCode ?? 1);
}
