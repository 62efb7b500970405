import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("..", import.meta.url);

/** Bundles that tests start as processes, and what they are made from. */
const BUNDLES = ["dist/server.node.js", "dist/server.js", "dist/bitlaw.js", "dist/fit-worker.js"];
const SOURCES = ["server", "schemas", "package.json"];

/** Builds dist/ before the first test, unless it is newer than every source. */
export default function freshBundles(): void {
  const oldestBundle = Math.min(...BUNDLES.map((path) => changedAt(path) ?? 0));
  const newestSource = Math.max(...SOURCES.flatMap(filesOf).map((path) => changedAt(path) ?? 0));
  if (oldestBundle > newestSource) return;
  execFileSync(process.execPath, [fileURLToPath(new URL(".scripts/build.mjs", root))], { stdio: "inherit" });
}

function filesOf(path: string): readonly string[] {
  if (!statSync(new URL(path, root)).isDirectory()) return [path];
  return readdirSync(new URL(path, root), { recursive: true, encoding: "utf8" }).map(
    (name) => `${path}/${name}`,
  );
}

/** In milliseconds; undefined for what does not exist. */
function changedAt(path: string): number | undefined {
  return statSync(new URL(path, root), { throwIfNoEntry: false })?.mtimeMs;
}
