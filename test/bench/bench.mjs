/**
 * `npm run bench`: how fast the language server is, beside yaml-language-server in the same run on the same texts.
 * Prints numbers and judges none.
 */
import { readdirSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { MeasuredServer } from "./MeasuredServer.mjs";
import { percentile, printTable } from "./statistics.mjs";
import { edits, trainingConfig } from "./trainingConfig.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const SERVERS = [
  { name: "bitlaw", module: path.join(root, "dist/server.node.js") },
  {
    name: "yaml-language-server",
    module: path.join(root, "node_modules/yaml-language-server/bin/yaml-language-server"),
  },
];
const LINES = [50, 300, 5000];
const STARTS = 11;
const KEYSTROKES = 40;
const HOVERS = 40;

console.log(
  `Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, load ${os.loadavg()[0]?.toFixed(1)}\n`,
);

const results = new Map();
for (const server of SERVERS) results.set(server.name, await measure(server));

const rows = [...(results.get("bitlaw")?.keys() ?? [])];
printTable(
  ["", ...SERVERS.map(({ name }) => name)],
  rows.map((row) => [row, ...SERVERS.map(({ name }) => results.get(name)?.get(row) ?? "")]),
);

console.log();
const dist = path.join(root, "dist");
printTable(
  ["bundle", "KiB"],
  readdirSync(dist)
    .filter((name) => /\.c?js$/.test(name))
    .map((name) => [name, (statSync(path.join(dist, name)).size / 1024).toFixed(0)]),
);

/** All rows of one server, formatted. */
async function measure({ module }) {
  const rows = new Map();
  rows.set("start to initialize", spread(await starts(module)));
  for (const lines of LINES) {
    const server = await MeasuredServer.start(module);
    const uri = `file:///bench/${lines}.yaml`;
    const text = trainingConfig(lines);
    await server.open(uri, text);
    const keys = [];
    // The first ones warm the server up, as typing does.
    for (const edit of edits(text, KEYSTROKES + 5)) keys.push(await server.keystroke(uri, edit));
    rows.set(`${lines} lines: keystroke to diagnostics`, spread(keys.slice(5)));
    const hovers = [];
    for (let i = 0; i < HOVERS; i++) hovers.push(await server.hover(uri));
    rows.set(`${lines} lines: hover`, spread(hovers));
    rows.set(`${lines} lines: memory`, server.memory());
    await server.stop();
  }
  return rows;
}

async function starts(module) {
  const times = [];
  for (let i = 0; i < STARTS; i++) {
    const server = await MeasuredServer.start(module);
    times.push(server.startTime);
    await server.stop();
  }
  return times;
}

function spread(times) {
  const ms = (share) => percentile(times, share).toFixed(1).padStart(6);
  return `p50 ${ms(0.5)} ms   p95 ${ms(0.95)} ms`;
}
