/**
 * `node test/bench/fit.mjs`, after a build: how long a Chinchilla fit to 240 runs from 4,500 starts takes, on one thread
 * and on all cores. Prints numbers and judges none.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { printTable } from "./statistics.mjs";

const bitlaw = path.resolve(import.meta.dirname, "../../dist/bitlaw.js");
const folder = mkdtempSync(path.join(os.tmpdir(), "bitlaw-bench-"));
const table = path.join(folder, "runs.csv");
writeFileSync(table, runs());

const cores = os.availableParallelism();
const rows = [];
for (const threads of new Set([1, cores]))
  for (const bootstrap of [0, 1000]) {
    const started = performance.now();
    const args = ["fit", table, "--law", "chinchilla", "--threads", threads, "--bootstrap", bootstrap];
    const { status } = spawnSync(process.execPath, [bitlaw, ...args.map(String)]);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    rows.push([`${threads}`, `${bootstrap}`, status === 0 ? `${seconds} s` : `exit code ${status}`]);
  }
rmSync(folder, { recursive: true });
printTable(["threads", "bootstrap", "240 runs, 4,500 starts"], rows);

/** 16 sizes × 15 token counts of Besiroglu et al. 2024, moved by a fixed pattern of at most 1 %. */
function runs() {
  const lines = ["parameters,tokens,loss"];
  for (let i = 0; i < 16; i++)
    for (let j = 0; j < 15; j++) {
      const N = Math.round(2e7 * 1000 ** (i / 15));
      const D = Math.round(2e8 * 5000 ** (j / 14));
      const loss = 1.8172 + 482.01 / N ** 0.3478 + 2085.43 / D ** 0.3658;
      lines.push(`${N},${D},${loss * (1 + 0.01 * Math.sin(12.9898 * i + 78.233 * j))}`);
    }
  return `${lines.join("\n")}\n`;
}
