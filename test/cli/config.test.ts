import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CLEAN, CONFLICTING } from "../protocol/configs.ts";
import { Workplace } from "./runBitlaw.ts";

const schema = JSON.parse(readFileSync(new URL("../../schemas/config.schema.json", import.meta.url), "utf8"));
const validate = new Ajv().compile(schema);

let place: Workplace;

beforeEach(() => {
  place = new Workplace();
});

afterEach(() => place.remove());

const PROJECT = `extends: base/.bitlaw.yaml
rules:
  coarse-scaling: error
declare:
  hardware: h100
laws: { use: [sun-2025, bitlaw-ptq] }
ignore: [old/]
suppressions:
  - { files: [ds.json], rules: [loss-scaling], key: fp16, reason: tuned }
overrides:
  - files: [pretrain/**]
    rules: { coarse-scaling: off }
`;
const BASE = "rules: { coarse-scaling: hint, loss-scaling: hint }\n";

describe("bitlaw config", () => {
  it("names the place of every setting that a project file states", () => {
    place.write({ ".bitlaw.yaml": PROJECT, "base/.bitlaw.yaml": BASE, "ds.json": "{}" });
    const { code, out, error } = place.run("config", "ds.json");
    expect({ code, error }).toEqual({ code: 0, error: "" });
    expect(out).toBe(`ds.json
  project file .bitlaw.yaml, which builds on base/.bitlaw.yaml

Rules
  coarse-scaling  error  .bitlaw.yaml:3:3
  loss-scaling    hint   base/.bitlaw.yaml:1:32

Declared facts
  hardware  h100  .bitlaw.yaml:5:13

Laws, in the order of preference
  sun-2025    sun  .bitlaw.yaml:6:15
  bitlaw-ptq  ptq  .bitlaw.yaml:6:25

Suppressions
  loss-scaling  fp16  tuned  .bitlaw.yaml:9:5

Everything else is as by default; --all shows it.
`);
  });

  it("shows the override that is for a file, also for one that is not there yet", () => {
    place.write({ ".bitlaw.yaml": PROJECT, "base/.bitlaw.yaml": BASE });
    expect(place.run("config", "pretrain/new.yaml").out).toContain(
      "  coarse-scaling  off   .bitlaw.yaml:12:14\n",
    );
  });

  it("says whether a config uses a declared fact", () => {
    place.write({ ".bitlaw.yaml": "declare: { hardware: h100, world_size: 64 }\n", "train.yaml": CLEAN });
    const { declared } = JSON.parse(place.run("config", "train.yaml", "--format", "json").out);
    expect(declared).toEqual([
      { name: "hardware", value: "h100", from: { path: ".bitlaw.yaml", line: 1, column: 22 }, used: true },
      // Without the batch of one process, the number of processes leads to no tokens.
      { name: "world_size", value: "64", from: { path: ".bitlaw.yaml", line: 1, column: 40 }, used: false },
    ]);
  });

  it("says what leaves a file alone", () => {
    place.write({ ".bitlaw.yaml": PROJECT, "base/.bitlaw.yaml": BASE, "old/a.yaml": CONFLICTING });
    expect(place.run("config", "old/a.yaml").out).toContain(
      "\n  left alone: .bitlaw.yaml:7:1 ignores old/\n",
    );
  });

  it("shows the defaults of every rule with --all, and says that there is no project file", () => {
    place.write({ "train.yaml": CLEAN });
    const { code, out } = place.run("config", "train.yaml", "--all");
    expect(code).toBe(0);
    expect(out).toContain("no project file");
    expect(out).toMatch(/^ {2}conflicting-precision +error +default$/m);
  });

  it("writes JSON as its schema says", () => {
    place.write({ ".bitlaw.yaml": PROJECT, "base/.bitlaw.yaml": BASE, "old/a.yaml": CLEAN, "ds.json": "{}" });
    for (const file of ["ds.json", "old/a.yaml", "none.yaml"]) {
      const { code, out } = place.run("config", file, "--format", "json");
      expect(code).toBe(0);
      expect(validate(JSON.parse(out)), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  it("shows what could be read of a broken project file, names the mistake and ends with 2", () => {
    place.write({ ".bitlaw.yaml": "rules:\n  loss-scaling: off\n  los-scaling: off\n", "a.yaml": CLEAN });
    const { code, out, error } = place.run("config", "a.yaml");
    expect(code).toBe(2);
    expect(error).toBe(".bitlaw.yaml:3:3: `los-scaling` is not a rule: did you mean `loss-scaling`?\n");
    expect(out).toContain("  loss-scaling  off  .bitlaw.yaml:2:3\n");
  });

  it.each([
    ["a folder", "configs", "configs: this is a folder; name a config in it, for example configs/run.yaml\n"],
    [
      "the project file itself",
      ".bitlaw.yaml",
      ".bitlaw.yaml: this is a project file; name a config below it, or check it with `bitlaw check .bitlaw.yaml`\n",
    ],
  ])("refuses %s", (_, name, error) => {
    place.write({ configs: null, ".bitlaw.yaml": "" });
    expect(place.run("config", name)).toEqual({ code: 2, out: "", error });
  });
});

describe("bitlaw init", () => {
  it("writes a project file without a finding, whose examples are valid too", () => {
    expect(place.run("init").code).toBe(0);
    expect(place.run("check", ".bitlaw.yaml")).toEqual({ code: 0, out: "", error: "" });
    const written = readFileSync(`${place.folder}/.bitlaw.yaml`, "utf8");
    const examples = written.replace(/^# (?=[a-z]+:$| {2})/gm, "");
    expect(examples.match(/^[a-z]+:/gm)).toHaveLength(6);
    place.write({ ".bitlaw.yaml": examples });
    expect(place.run("check", ".bitlaw.yaml")).toEqual({ code: 0, out: "", error: "" });
  });

  it("changes nothing before a line is taken up", () => {
    place.write({ "a.yaml": CONFLICTING });
    const before = place.run("check", "a.yaml");
    place.run("init");
    expect(place.run("check", "a.yaml")).toEqual(before);
  });

  it("leaves a project file that is there alone without --force", () => {
    place.write({ ".bitlaw.yaml": "rules: {}\n" });
    expect(place.run("init")).toEqual({
      code: 2,
      out: "",
      error: ".bitlaw.yaml: this project file is there already; edit it, or replace it with --force\n",
    });
    expect(readFileSync(`${place.folder}/.bitlaw.yaml`, "utf8")).toBe("rules: {}\n");
    expect(place.run("init", "--force").code).toBe(0);
  });

  it("refuses a folder that is not there, and a file", () => {
    place.write({ "a.yaml": CLEAN });
    expect(place.run("init", "none")).toMatchObject({
      code: 2,
      error: "none: there is no such folder; make it first\n",
    });
    expect(place.run("init", "a.yaml")).toMatchObject({
      code: 2,
      error: "a.yaml: this is a file; name the folder of the configs\n",
    });
  });
});
