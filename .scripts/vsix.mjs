import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./root.mjs";

const { name, version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));

/** Where the packaged extension is. */
export const vsix = path.join(root, `${name}-${version}.vsix`);
