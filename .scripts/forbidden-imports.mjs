import { readdir, readFile } from "node:fs/promises";
import { builtinModules } from "node:module";
import path from "node:path";
import { importsOf } from "./imports-of.mjs";

/** Which layers each layer may import, itself included. */
const below = {
  data: ["data"],
  science: ["data", "science"],
  config: ["data", "science", "config"],
  lint: ["data", "science", "config", "lint"],
  lsp: ["data", "science", "config", "lint", "lsp"],
  cli: ["data", "science", "config", "lint", "cli"],
  entry: ["data", "science", "config", "lint", "lsp", "cli", "entry"],
  client: ["client"],
};

/**
 * The floors of server/lint, bottom up. A folder, or a file next to them, imports from its own floor and from those
 * before it; folders on one floor do not import each other (`import-circles.mjs` sees to that).
 */
const FLOORS_OF_LINT = [
  ["Severity.ts", "Finding.ts", "edits"],
  ["assessment"],
  ["wording"],
  ["rules"],
  ["project"],
  ["suppressions"],
  ["Analysis.ts", "analyseProjectFile.ts", "analyse.ts", "companionFindings.ts"],
  ["actions", "probe"],
  ["report"],
];

/** The layers that never run in a browser's worker. The other half of `client` and `entry` is left to the bundler. */
const mayUseNode = ["entry", "cli", "client"];

/**
 * The imports under client/ and server/ that break the layering.
 * @param {string} folder the project's folder
 * @returns {Promise<{ file: string, line: number, specifier: string, reason: string }[]>}
 */
export async function forbiddenImports(folder) {
  const found = [];
  for (const file of await sourceFiles(folder)) {
    for (const imported of importsOf(await readFile(path.join(folder, file), "utf8"))) {
      const reason = reasonAgainst(file, imported);
      if (reason) found.push({ file, line: imported.line, specifier: imported.specifier, reason });
    }
  }
  return found;
}

/** The TypeScript sources under client/ and server/, as paths with slashes. */
export async function sourceFiles(folder) {
  const files = [];
  for (const top of ["client", "server"]) {
    // Either may be missing in a test.
    const entries = await readdir(path.join(folder, top), { recursive: true }).catch(() => []);
    for (const entry of entries) files.push(`${top}/${entry.split(path.sep).join("/")}`);
  }
  return files.filter((file) => file.endsWith(".ts")).sort();
}

function reasonAgainst(file, { specifier, typeOnly }) {
  const layer = layerOf(file);
  if (!below[layer]) return "this folder belongs to no layer";
  if (!specifier.startsWith(".")) return reasonAgainstPackage(layer, specifier);

  const target = path.posix.join(path.posix.dirname(file), specifier);
  const targetLayer = layerOf(target);
  // Data next to the code, such as schemas/ and package.json, belongs to everybody.
  if (targetLayer === undefined && /\.json(?:\?validator)?$/.test(target)) return undefined;
  if (layer === "lint" && targetLayer === "lint") return reasonAgainstFloor(file, target);
  if (below[layer].includes(targetLayer)) return undefined;
  if (layer === "client" && targetLayer === "lsp") {
    return typeOnly ? undefined : "client may import only types (import type) from server/lsp";
  }
  return `${layer} may import only ${below[layer].join(", ")}`;
}

function reasonAgainstFloor(file, target) {
  const [own, other] = [file, target].map((one) => one.split("/")[2]);
  const [floor, otherFloor] = [own, other].map((room) =>
    FLOORS_OF_LINT.findIndex((rooms) => rooms.includes(room)),
  );
  if (floor < 0 || otherFloor < 0)
    return `server/lint/${floor < 0 ? own : other} stands on no floor: add it to FLOORS_OF_LINT`;
  return otherFloor <= floor ? undefined : `server/lint/${other} stands above server/lint/${own}`;
}

function reasonAgainstPackage(layer, specifier) {
  if (specifier === "vscode") return layer === "client" ? undefined : "only client/ runs inside VS Code";
  const builtin = specifier.startsWith("node:") || builtinModules.includes(specifier);
  if (builtin && !mayUseNode.includes(layer))
    return `${layer} also runs in a browser's worker, where Node is not there`;
  return undefined;
}

/** `server/lint/rules/x.ts` → `lint`, `client/node.ts` → `client`; undefined outside the two folders. */
function layerOf(file) {
  const [top, second] = file.split("/");
  if (top === "client") return "client";
  return top === "server" ? second : undefined;
}
