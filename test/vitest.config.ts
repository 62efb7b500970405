import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Everything that needs no editor: unit, rules, protocol, grammar, package. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL("..", import.meta.url)),
    include: ["test/**/*.test.{ts,mjs}"],
    exclude: ["test/editor/**", "test/bench/**", "**/node_modules/**"],
  },
});
