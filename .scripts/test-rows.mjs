/**
 * `npm run test:rows -- FOLDER`: whether every row of the folder's compat-*.csv, tables of what frameworks refuse, ignore
 * or change, is known. test/constraint-rows says of each row which constraint of server/data/constraints, or which rule,
 * reports it, why no file can show it (`not`), or why it is left out although a file shows it (`quiet`). Fails where such a constraint or rule is not there.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import Papa from "papaparse";
import { root } from "./root.mjs";

const folder = process.argv[2];
const tables =
  folder === undefined ? [] : readdirSync(folder).filter((name) => /^compat-.*\.csv$/.test(name));
if (tables.length === 0) {
  console.error("Name a folder with compat-*.csv: npm run test:rows -- FOLDER");
  process.exit(2);
}

const json = (file) => JSON.parse(readFileSync(file, "utf8"));
const jsonBelow = (below) =>
  readdirSync(path.join(root, below)).map((name) => json(path.join(root, below, name)));
const known = new Set([
  ...jsonBelow("server/data/constraints").flatMap(({ constraints }) => constraints.map(({ id }) => id)),
  ...readdirSync(path.join(root, "docs/rules")).map((page) => `rule:${path.basename(page, ".md")}`),
]);
const decisions = new Map(jsonBelow("test/constraint-rows").flatMap((one) => Object.entries(one)));

const rows = tables.flatMap(
  (name) =>
    Papa.parse(readFileSync(path.join(folder, name), "utf8"), { header: true, skipEmptyLines: true }).data,
);
const listed = rows.map(({ id, framework, confidence }) => ({ id, framework, ...stateOf(id, confidence) }));
for (const { id, framework, state, why } of listed) console.log(`${state}\t${id}\t${framework}\t${why}`);

const count = (state) => listed.filter((one) => one.state === state).length;
const showable = count("in") + count("quiet") + count("open");
const share = ((100 * count("in")) / Math.max(1, showable)).toFixed(1);
console.log(
  `${rows.length} rows: ${count("in")} in, ${count("quiet")} left out, ${count("not")} not showable by a file, ${count("unconfirmed")} unconfirmed, ` +
    `${count("open")} open; ${share} % of the confirmed and showable ones are in`,
);
const wrong = [...decisions].flatMap(([id, decision]) =>
  namesOf(decision).flatMap((name) =>
    known.has(name) ? [] : [`${id}: ${name} is neither a constraint nor a rule`],
  ),
);
for (const one of wrong) console.error(one);
process.exitCode = wrong.length > 0 ? 1 : 0;

/** `in`: reported; `quiet`: left out; `not`: no file can show it; `unconfirmed`: nobody read it in source; `open`: none of these. */
function stateOf(id, confidence) {
  const decision = decisions.get(id);
  if (decision?.not !== undefined) return { state: "not", why: decision.not };
  if (decision?.quiet !== undefined) return { state: "quiet", why: decision.quiet };
  if (decision !== undefined) return { state: "in", why: namesOf(decision).join(", ") };
  if (!/^(read in source|ran)/.test(confidence)) return { state: "unconfirmed", why: confidence };
  return { state: "open", why: "" };
}

/** The constraints and rules that a decision names. */
function namesOf(decision) {
  return decision.not === undefined && decision.quiet === undefined ? [decision].flat() : [];
}
