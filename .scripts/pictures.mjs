/** `npm run pictures`: takes the pictures of docs/images again, in VS Code for the Web, on the bundles in dist/. */
import { ensureChromium } from "./chromium.mjs";
import { runPackage } from "./run.mjs";
import { explain } from "./steps.mjs";

try {
  const env = {
    ...process.env,
    BITLAW_EDITOR: "web",
    BITLAW_PICTURES: "1",
    CHROMIUM_PATH: await ensureChromium(),
  };
  await runPackage("vitest", ["run", "--config", "test/editor/vitest.config.ts", ...process.argv.slice(2)], {
    env,
  });
} catch (error) {
  explain(error);
  process.exit(error.exitCode ?? 1);
}
