/**
 * npm's `prepare`: builds dist/ where it is not there yet, so that an installation from the repository has a program to
 * run. Without esbuild, as after an installation without development dependencies, there is nothing to build with.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { root } from "./root.mjs";
import { runNode } from "./run.mjs";

const built = existsSync(path.join(root, "dist/bitlaw.js"));
const canBuild = existsSync(path.join(root, "node_modules/esbuild"));
if (!built && canBuild) await runNode(path.join(root, ".scripts/build.mjs"));
