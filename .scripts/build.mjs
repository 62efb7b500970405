/** Bundles the extension, the language server and the command line into dist/. `--dev` keeps them readable. */
import { chmod, mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { bundles, parts } from "./bundles.mjs";
import { root } from "./root.mjs";
import { thirdPartyNotices } from "./third-party-notices.mjs";

const dev = process.argv.includes("--dev");

const started = performance.now();
await rm(path.join(root, "dist"), { recursive: true, force: true });
await mkdir(path.join(root, "dist"));

let results;
try {
  results = await Promise.all(bundles(root, { dev }).map((bundle) => build(bundle)));
} catch {
  // esbuild has printed what is wrong and where.
  process.exit(1);
}

await chmod(path.join(root, "dist/bitlaw.js"), 0o755);
const inputs = new Set(results.flatMap((result) => Object.keys(result.metafile.inputs)));
await writeFile(path.join(root, "dist/THIRD-PARTY-NOTICES.txt"), await thirdPartyNotices(root, inputs));

const sizes = new Map();
for (const [file, { bytes, entryPoint }] of results.flatMap(({ metafile }) =>
  Object.entries(metafile.outputs),
)) {
  const name = file.startsWith(`dist/${parts}/`) ? `dist/${parts}/*` : file;
  if (entryPoint !== undefined || name !== file) sizes.set(name, (sizes.get(name) ?? 0) + bytes);
}
for (const [name, bytes] of sizes)
  console.log(`  ${name.padEnd(26)} ${(bytes / 1024).toFixed(0).padStart(5)} KiB`);
console.log(`  built in ${((performance.now() - started) / 1000).toFixed(2)} s`);
