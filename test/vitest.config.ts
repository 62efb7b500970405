import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { textImports } from "./textImports.ts";
import { validatorImports } from "./validatorImports.ts";

/** Everything that needs no editor: unit, rules, protocol, grammar, package. */
export default defineConfig({
  plugins: [textImports, validatorImports],
  test: {
    // A busy machine is no failure; a test that hangs is.
    testTimeout: 60_000,
    root: fileURLToPath(new URL("..", import.meta.url)),
    globalSetup: "test/freshBundles.ts",
    setupFiles: "test/neutralEnvironment.ts",
    include: ["test/**/*.test.{ts,mjs}"],
    // The tests are pure functions of their inputs, so they need no module graph of their own: a quarter of the time.
    pool: "threads",
    isolate: false,
    // By default one core is kept free, which on a machine with two doubles the time.
    maxWorkers: "100%",
    exclude: ["test/editor/**", "test/bench/**", "**/node_modules/**"],
  },
});
