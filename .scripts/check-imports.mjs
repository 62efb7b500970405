/**
 * Fails when a file imports against the arrow (science ← config ← lint ← {lsp, cli} ← entry, client beside them, and the
 * floors inside lint), and when folders, or files through values, import each other in a circle.
 */
import { forbiddenImports } from "./forbidden-imports.mjs";
import { importCircles } from "./import-circles.mjs";
import { root } from "./root.mjs";

const forbidden = await forbiddenImports(root);
for (const { file, line, specifier, reason } of forbidden)
  console.error(`  ${file}:${line} imports "${specifier}": ${reason}`);

const circles = await importCircles(root);
for (const { kind, members } of circles)
  console.error(`  ${kind} import each other in a circle: ${members.join(", ")}`);

process.exit(forbidden.length + circles.length === 0 ? 0 : 1);
