import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** The scenarios, in the editor that BITLAW_EDITOR names ("web" or "code-server"); the README's pictures if BITLAW_PICTURES is set. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL("../..", import.meta.url)),
    include: [
      process.env["BITLAW_PICTURES"] ? "test/editor/pictures.editor.ts" : "test/editor/run.editor.ts",
    ],
    globalSetup: ["test/editor/serveEditor.mjs"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    reporters: ["verbose"],
  },
});
