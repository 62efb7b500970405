import { readFile } from "node:fs/promises";
import { sharedServer } from "./shared-server.mjs";
import { validatorImports } from "./validator-imports.mjs";
import { withoutPolyfills } from "./without-polyfills.mjs";

/** Where the parts of the command line are that are loaded when a command needs them, below dist/. */
export const parts = "bitlaw";

/**
 * V8 reads a text with JSON.parse in half the time that it takes for the same object in code: a tenth of the start.
 */
const jsonAsText = {
  name: "json-as-text",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]server[\\/]data[\\/].*\.json$/ }, async ({ path: file }) => {
      const value = JSON.parse(await readFile(file, "utf8"));
      return {
        contents: /[\\/]constraints[\\/]/.test(file)
          ? constraintsModule(value)
          : `export default ${parsing(value)}`,
      };
    });
  },
};

/** Constraints are parsed when a config of their framework first asks for them. */
function constraintsModule({ constraints, ...file }) {
  return `let constraints;
export default { ...${parsing(file)}, get constraints() { return (constraints ??= ${parsing(constraints)}); } };`;
}

/** An expression that has the value. */
function parsing(value) {
  return `JSON.parse(${JSON.stringify(JSON.stringify(value))})`;
}

/** `require` is not there in an ES module, but the CommonJS packages inside the bundle ask it for Node's own modules. */
const requireForEsm = `import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);`;

/** The Node build of `yaml` reads an environment variable at every token, a third of its time. */
const yamlWithoutNode = { yaml: "./node_modules/yaml/browser/index.js" };

const nodeProgram = {
  platform: "node",
  target: "node20",
  format: "esm",
  alias: yamlWithoutNode,
  plugins: [validatorImports, withoutPolyfills, jsonAsText],
  banner: { js: requireForEsm },
};
const extension = { format: "cjs", external: ["vscode"] };

const outputs = [
  // The server of workers and processes, and what it needs besides in a process.
  {
    entryPoints: ["server/entry/server.ts"],
    outfile: "dist/server.js",
    platform: "browser",
    target: "es2022",
    format: "iife",
    plugins: [validatorImports, withoutPolyfills, jsonAsText],
  },
  {
    entryPoints: ["server/entry/node.ts"],
    outfile: "dist/server.node.js",
    ...nodeProgram,
    plugins: [validatorImports, sharedServer],
    banner: { js: `import "./server.js"; ${requireForEsm}` },
  },
  // Every command loads its own part of the engine and no more.
  {
    entryPoints: { bitlaw: "server/entry/cli.ts", "fit-worker": "server/entry/fitWorker.ts" },
    outdir: "dist",
    splitting: true,
    chunkNames: `${parts}/[name]-[hash]`,
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

/**
 * Everything in dist/, as options of esbuild.
 * @param {string} root the project's folder
 * @param {{ dev: boolean }} how with `dev`, bundles stay readable and are mapped to their sources
 */
export function bundles(root, { dev }) {
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
  return outputs.map((output) => ({ ...shared, ...output }));
}
