import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The scenarios, in the editor that BITLAW_EDITOR names ("web" or "code-server"). */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: ["test/editor/run.editor.ts"],
    globalSetup: ["test/editor/serveEditor.mjs"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["verbose"],
  },
});
