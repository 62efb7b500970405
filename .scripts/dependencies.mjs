import { stat } from "node:fs/promises";
import path from "node:path";
import { root } from "./root.mjs";
import { run } from "./run.mjs";
import { NeedsAttention } from "./steps.mjs";

/** Installs the npm packages when they are missing or older than package-lock.json. */
export async function ensureDependencies() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new NeedsAttention(
      `Working on Bitlaw needs Node 20.19 or newer; this is ${process.version}. See https://nodejs.org/`,
    );
  }
  const wanted = await modified("package-lock.json");
  // npm writes this file at the end of an installation.
  const installed = await modified("node_modules/.package-lock.json");
  if (installed >= wanted) return;

  console.log("  Installing npm packages (a minute on the first run) …");
  try {
    // Without scripts, because what needs a build makes one.
    await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
  } catch (error) {
    throw new NeedsAttention(
      `The npm packages could not be installed (${error.message}).\n` +
        "Is the npm registry reachable? `npm ping` tells; behind a proxy set `npm config set proxy …`.",
    );
  }
}

async function modified(file) {
  const stats = await stat(path.join(root, file)).catch(() => undefined);
  return stats?.mtimeMs ?? 0;
}
