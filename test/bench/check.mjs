/**
 * Part of `npm run bench`: how long `bitlaw check` takes on a folder of 1,000 files, all of them configs or none, by
 * threads. Prints numbers and judges none.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { printTable } from "./statistics.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const bitlaw = path.join(root, "dist/bitlaw.js");
const FILES = 1000;
const FOREIGN = JSON.stringify(
  {
    name: "package",
    dependencies: Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`d${i}`, "^1"])),
  },
  null,
  2,
);

const examples = path.join(root, "examples");
const configs = readdirSync(examples)
  .filter((name) => /\.(?:yaml|json)$/.test(name))
  .map((name) => ({ name, text: readFileSync(path.join(examples, name), "utf8") }));

console.log();
const folder = mkdtempSync(path.join(os.tmpdir(), "bitlaw-bench-"));
try {
  for (let i = 0; i < FILES; i++) {
    // Each folder holds every example once, so that companions are found.
    const { name, text } = configs[i % configs.length];
    write(path.join("configs", String(Math.floor(i / configs.length)), name), text);
    write(path.join("foreign", String(i % 20), `${i}.json`), FOREIGN);
  }
  const runs = [[], ["--threads", "1"], ["--threads", String(os.availableParallelism())]];
  printTable(
    [`${FILES} files`, "configs", "foreign files"],
    runs.map((args) => [
      args.length === 0 ? "threads as they pay" : args.join(" "),
      ...["configs", "foreign"].map((name) => `${seconds(name, args).toFixed(1)} s`),
    ]),
  );
} finally {
  rmSync(folder, { recursive: true });
}

function write(file, text) {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
}

/** How long a check of a folder takes, start of Node included. */
function seconds(name, args) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [bitlaw, "check", ...args, name], { cwd: folder });
  if (status !== 0 && status !== 1) throw new Error(`bitlaw check failed: ${stderr}`);
  return (performance.now() - started) / 1000;
}
