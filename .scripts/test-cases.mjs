/**
 * `npm run test:cases -- FOLDER`: what the command line says about configs with a known answer. FOLDER has an
 * expected.json, and may have a folder `controls` with one of its own. A case agrees where every expected finding comes at
 * one of its places with one of its severities, nothing else comes at `silent_above` or above it, and the facts are
 * those expected. A case without `files` is a single file, of which `explain` has to give the dialect and facts, a reason
 * for each fact of `missing` that is open, and no finding above `findings_max`. Fails where a case of
 * test/cases-agreeing.json no longer agrees.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "./root.mjs";

const SEVERITIES = ["hint", "information", "warning", "error"];
const AT_A_TIME = 2;

const folder = process.argv[2];
if (folder === undefined || !existsSync(path.join(folder, "expected.json"))) {
  console.error("Name a folder with an expected.json: npm run test:cases -- FOLDER");
  process.exit(2);
}

const agreeing = new Set(JSON.parse(await readFile(path.join(root, "test/cases-agreeing.json"), "utf8")));
const folders = [folder, path.join(folder, "controls")].filter((one) =>
  existsSync(path.join(one, "expected.json")),
);
const results = [];
for (const one of folders) results.push(...(await differencesIn(one)));
for (const { name, said } of results)
  if (said.length > 0) console.log(`${agreeing.has(name) ? "✗" : "·"} ${name}: ${said.join("; ")}`);
const lost = results.filter(({ name, said }) => said.length > 0 && agreeing.has(name));
const gained = results.filter(({ name, said }) => said.length === 0 && !agreeing.has(name));
console.log(`${results.filter(({ said }) => said.length === 0).length} of ${results.length} cases agree`);
if (gained.length > 0)
  console.log(`Not in test/cases-agreeing.json yet: ${gained.map(({ name }) => name).join(", ")}`);
if (lost.length > 0) console.log(`No longer agree: ${lost.map(({ name }) => name).join(", ")}`);
process.exitCode = lost.length > 0 ? 1 : 0;

async function differencesIn(from) {
  const cases = Object.entries(JSON.parse(await readFile(path.join(from, "expected.json"), "utf8")));
  const found = new Array(cases.length);
  let next = 0;
  const work = async () => {
    for (let at = next++; at < cases.length; at = next++) {
      const [name, one] = cases[at];
      const compare = one.files === undefined ? misreadings(from, name, one) : differences(from, one);
      const said = await compare.catch((error) => [String(error.message ?? error)]);
      found[at] = { name, said };
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return found;
}

/** What is said otherwise than expected, in words. */
async function differences(from, { files, check, expect, silent_above: limit, facts }) {
  const copy = await realpath(await mkdtemp(path.join(tmpdir(), "bitlaw-case-")));
  try {
    for (const file of files) await cp(path.join(from, file), path.join(copy, file));
    const cwd = path.join(copy, path.dirname(check));
    const report = await bitlaw(cwd, "check", path.basename(check));
    const inCase = (file) => path.relative(copy, path.resolve(cwd, file)).replaceAll(path.sep, "/");
    const findings = report.files.flatMap(({ path: file, findings: all }) =>
      all.map((finding) => ({ ...finding, file: inCase(file) })),
    );
    const explained =
      facts && Object.keys(facts).length > 0 && (await bitlaw(cwd, "explain", path.basename(check)));
    const own = explained?.files.find(({ path: file }) => inCase(file) === check);
    return [...unexpected(findings, expect, limit), ...otherFacts(facts ?? {}, own?.facts ?? {})];
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function misreadings(from, file, { dialect, facts, missing, findings_max: limit }) {
  const copy = await realpath(await mkdtemp(path.join(tmpdir(), "bitlaw-case-")));
  try {
    await cp(path.join(from, file), path.join(copy, file));
    const { files } = await bitlaw(copy, "explain", file);
    const own = files.find((one) => one.path === file);
    if (own === undefined) return [`no entry for ${file}`];
    const found = own.dialect?.id ?? null;
    const reasons = (own.missing ?? []).map(({ fact }) => fact);
    return [
      ...(same(found, dialect) ? [] : [`dialect is ${found}, not ${dialect}`]),
      ...otherFacts(facts, own.facts ?? {}),
      ...missing.flatMap((fact) =>
        own.facts?.[fact] || reasons.includes(fact) ? [] : [`${fact} is open, and nothing says why`],
      ),
      ...own.findings.flatMap(({ severity, rule, line }) =>
        limit !== null && SEVERITIES.indexOf(severity) > SEVERITIES.indexOf(limit)
          ? [`${severity} ${rule} at line ${line}`]
          : [],
      ),
    ];
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

function unexpected(findings, expected, limit) {
  const matched = new Set();
  const missing = expected.flatMap(({ file, line, key, severity, about, also = [] }) => {
    const places = [{ file, line }, ...also];
    const hits = findings.filter(
      (finding) =>
        severity.includes(finding.severity) &&
        places.some((place) => place.file === finding.file && place.line === finding.line),
    );
    for (const hit of hits) matched.add(hit);
    return hits.length > 0 ? [] : [`no ${severity.join(" or ")} at ${file}:${line} ${key} (${about})`];
  });
  const others = findings.filter(
    (finding) =>
      limit !== null &&
      limit !== undefined &&
      !matched.has(finding) &&
      SEVERITIES.indexOf(finding.severity) >= SEVERITIES.indexOf(limit),
  );
  return [
    ...missing,
    ...others.map(({ rule, severity, file, line }) => `${severity} ${rule} at ${file}:${line}`),
  ];
}

function otherFacts(expected, facts) {
  return Object.entries(expected).flatMap(([name, want]) => {
    const value = facts[name]?.value ?? null;
    return same(value, want) ? [] : [`${name} is ${JSON.stringify(value)}, not ${JSON.stringify(want)}`];
  });
}

/** A list holds alternatives, null is an open fact, an object compares the fields that it has. */
function same(value, want) {
  if (Array.isArray(want)) return want.some((one) => same(value, one));
  if (want === null || value === null) return value === want;
  if (typeof want === "object")
    return (
      typeof value === "object" && Object.entries(want).every(([key, one]) => same(value[key] ?? null, one))
    );
  if (typeof want === "number" && typeof value === "number")
    return Math.abs(value - want) <= 1e-6 * Math.max(Math.abs(value), Math.abs(want));
  return value === want;
}

function bitlaw(cwd, command, file) {
  return new Promise((resolve, reject) => {
    const program = path.join(root, "dist/bitlaw.js");
    const child = spawn(process.execPath, [program, command, "--format", "json", file], {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      timeout: 20_000,
    });
    let [out, err] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text) => (out += text));
    child.stderr.setEncoding("utf8").on("data", (text) => (err += text));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code !== 0 && code !== 1)
        reject(new Error(`${command} ended with ${code}: ${err.trim().slice(0, 160)}`));
      else resolve(JSON.parse(out));
    });
  });
}
