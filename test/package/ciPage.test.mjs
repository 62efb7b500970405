import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { root } from "../../.scripts/root.mjs";

const read = (file) => readFileSync(path.join(root, file), "utf8");
const page = read("docs/ci.md");
const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(([, language, text]) => ({
  language,
  text,
}));
const yaml = blocks.filter(({ language }) => language === "yaml").map(({ text }) => parse(text));
const lines = blocks.flatMap(({ text }) => [...text.matchAll(/bitlaw check .*$/gm)].map(([line]) => line));
const action = parse(read(".github/actions/check/action.yml"));
const [hook] = parse(read(".pre-commit-hooks.yaml"));

/** A repository with one config, which has an error: `bitlaw check` ends with 1. */
let folder;
let environment;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "bitlaw-ci-"));
  const bin = path.join(folder, "bin");
  mkdirSync(bin);
  writeFileSync(
    path.join(bin, "bitlaw"),
    `#!/bin/sh\nexec "${process.execPath}" "${root}/dist/bitlaw.js" "$@"\n`,
  );
  chmodSync(path.join(bin, "bitlaw"), 0o755);
  environment = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH}` };
  cpSync(path.join(root, "examples/two-precisions.deepspeed.json"), path.join(folder, "two.json"));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("docs/ci.md", () => {
  it("has commands and workflows", () => {
    expect(lines.length).toBeGreaterThan(4);
    expect(yaml.length).toBeGreaterThan(4);
  });

  // In the order of the page, because the second command reads the baseline that the first one writes.
  it.each(lines)("`%s` can be run", (line) => {
    const { status, stderr } = shell(line);
    expect(stderr).not.toMatch(/unknown option|invalid/);
    expect([0, 1]).toContain(status);
  });

  it("gives the action only inputs that it has", () => {
    const uses = JSON.stringify(yaml).match(/actions\/check@/g);
    expect(uses).toHaveLength(2);
    for (const step of yaml.flatMap((one) => one.jobs?.bitlaw?.steps ?? []))
      if (step.uses.includes("actions/check@"))
        for (const input of Object.keys(step.with)) expect(Object.keys(action.inputs)).toContain(input);
  });

  it("has the local hook that the repository has as its own", () => {
    const [local] = yaml[1].repos[0].hooks;
    expect({ ...local, language: hook.language }).toMatchObject({
      id: hook.id,
      entry: hook.entry,
      types_or: hook.types_or,
    });
  });
});

it("The hook's command runs on the files that pre-commit names", () => {
  expect(shell(`${hook.entry} two.json`).status).toBe(1);
});

it.each(["github", "sarif"])(
  "The action's script checks and ends as `bitlaw check` does, with the format %s",
  (format) => {
    const script = action.runs.steps.at(-1).run;
    const { status, stdout } = spawnSync("bash", ["-e", "-c", script], {
      cwd: folder,
      encoding: "utf8",
      env: {
        ...environment,
        GITHUB_ACTION_PATH: path.join(root, ".github/actions/check"),
        PATHS: "two.json",
        FORMAT: format,
        OUTPUT: format === "sarif" ? "out.sarif" : "",
        BASELINE: "",
        ARGS: "",
      },
    });
    expect(status).toBe(1);
    const written = format === "sarif" ? readFileSync(path.join(folder, "out.sarif"), "utf8") : stdout;
    expect(written).toContain("conflicting-precision");
  },
);

function shell(line) {
  return spawnSync("bash", ["-c", line], { cwd: folder, encoding: "utf8", env: environment });
}
