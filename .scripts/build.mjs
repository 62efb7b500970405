/** Bundles the extension, the language server and the command line into dist/. `--dev` keeps them readable. */
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { thirdPartyNotices } from "./third-party-notices.mjs";
import { validatorImports } from "./validator-imports.mjs";

const root = path.resolve(import.meta.dirname, "..");
const dev = process.argv.includes("--dev");

/**
 * V8 reads a text with JSON.parse in half the time that it takes for the same object in code: a tenth of the start. The
 * text is longer, so the browser downloads code.
 */
const jsonAsText = {
  name: "json-as-text",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]server[\\/]data[\\/].*\.json$/ }, async ({ path: file }) => {
      const text = JSON.stringify(JSON.parse(await readFile(file, "utf8")));
      return { contents: `export default JSON.parse(${JSON.stringify(text)})` };
    });
  },
};

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
  plugins: [validatorImports],
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
  plugins: [validatorImports, jsonAsText],
  banner: { js: requireForEsm },
};
const extension = { format: "cjs", external: ["vscode"] };

/** Where the parts of the command line are that are loaded when a command needs them. */
const PARTS = "dist/bitlaw/";

const bundles = [
  { entryPoints: ["server/entry/node.ts"], outfile: "dist/server.node.js", ...nodeProgram },
  {
    entryPoints: ["server/entry/browser.ts"],
    outfile: "dist/server.browser.js",
    platform: "browser",
    target: "es2022",
    format: "iife",
  },
  // Every command loads its own part of the engine and no more.
  {
    entryPoints: { bitlaw: "server/entry/cli.ts", "fit-worker": "server/entry/fitWorker.ts" },
    outdir: "dist",
    splitting: true,
    chunkNames: `${path.basename(PARTS)}/[name]-[hash]`,
    ...nodeProgram,
  },
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

const sizes = new Map();
for (const [file, { bytes, entryPoint }] of results.flatMap(({ metafile }) =>
  Object.entries(metafile.outputs),
)) {
  const name = file.startsWith(PARTS) ? `${PARTS}*` : file;
  if (entryPoint !== undefined || name !== file) sizes.set(name, (sizes.get(name) ?? 0) + bytes);
}
for (const [name, bytes] of sizes)
  console.log(`  ${name.padEnd(26)} ${(bytes / 1024).toFixed(0).padStart(5)} KiB`);
console.log(`  built in ${((performance.now() - started) / 1000).toFixed(2)} s`);
