/** Bundles the extension, the language server and the command line into dist/. `--dev` keeps them readable. */
import { chmod, mkdir, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { thirdPartyNotices } from "./third-party-notices.mjs";

const root = path.resolve(import.meta.dirname, "..");
const dev = process.argv.includes("--dev");

const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: !dev,
  // Node prints the whole line of a mistake.
  lineLimit: 200,
  sourcemap: dev ? "linked" : false,
  logLevel: "warning",
  metafile: true,
  // The licenses of bundled packages go to one file instead of into every bundle.
  legalComments: "none",
};

/** `require` is not there in an ES module, but the CommonJS packages inside the bundle ask it for Node's own modules. */
const requireForEsm = `import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);`;

/** The Node build of `yaml` reads an environment variable at every token, a third of its time. */
const yamlWithoutNode = { yaml: "./node_modules/yaml/browser/index.js" };

const nodeProgram = {
  platform: "node",
  target: "node20",
  format: "esm",
  alias: yamlWithoutNode,
  banner: { js: requireForEsm },
};
const extension = { format: "cjs", external: ["vscode"] };

const bundles = [
  { entryPoints: ["server/entry/node.ts"], outfile: "dist/server.node.js", ...nodeProgram },
  {
    entryPoints: ["server/entry/browser.ts"],
    outfile: "dist/server.browser.js",
    platform: "browser",
    target: "es2022",
    format: "iife",
  },
  {
    entryPoints: ["server/entry/cli.ts"],
    outfile: "dist/bitlaw.js",
    ...nodeProgram,
    banner: { js: `#!/usr/bin/env node\n${requireForEsm}` },
  },
  { entryPoints: ["server/entry/fitWorker.ts"], outfile: "dist/fit-worker.js", ...nodeProgram },
  {
    entryPoints: ["client/node.ts"],
    outfile: "dist/client.node.cjs",
    platform: "node",
    target: "node20",
    ...extension,
  },
  {
    entryPoints: ["client/browser.ts"],
    outfile: "dist/client.browser.js",
    platform: "browser",
    target: "es2022",
    ...extension,
  },
];

const started = performance.now();
await rm(path.join(root, "dist"), { recursive: true, force: true });
await mkdir(path.join(root, "dist"));

let results;
try {
  results = await Promise.all(bundles.map((bundle) => build({ ...shared, ...bundle })));
} catch {
  // esbuild has printed what is wrong and where.
  process.exit(1);
}

await chmod(path.join(root, "dist/bitlaw.js"), 0o755);
const inputs = new Set(results.flatMap((result) => Object.keys(result.metafile.inputs)));
await writeFile(path.join(root, "dist/THIRD-PARTY-NOTICES.txt"), await thirdPartyNotices(root, inputs));

for (const { outfile } of bundles) {
  const { size } = await stat(path.join(root, outfile));
  console.log(`  ${outfile.padEnd(26)} ${(size / 1024).toFixed(0).padStart(5)} KiB`);
}
console.log(`  built in ${((performance.now() - started) / 1000).toFixed(2)} s`);
