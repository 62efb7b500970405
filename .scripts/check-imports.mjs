/** Fails when a file imports against the arrow: science ← config ← lint ← {lsp, cli} ← entry, and client beside them. */

import { forbiddenImports } from "./forbidden-imports.mjs";
import { root } from "./root.mjs";

const forbidden = await forbiddenImports(root);
for (const { file, line, specifier, reason } of forbidden) {
  console.error(`  ${file}:${line} imports "${specifier}": ${reason}`);
}
process.exit(forbidden.length === 0 ? 0 : 1);
