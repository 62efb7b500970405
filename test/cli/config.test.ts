import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DECLARED_RULES } from "../../server/lint/rules/rules.ts";
import { CLEAN, CONFLICTING } from "../protocol/configs.ts";
import { Workplace } from "./runBitlaw.ts";

const schema = JSON.parse(readFileSync(new URL("../../schemas/config.schema.json", import.meta.url), "utf8"));
const valid = new Ajv({ strict: false, allErrors: true }).compile(schema);

let place: Workplace;

beforeEach(() => {
  place = new Workplace();
});

afterEach(() => place.remove());

/** Places are counted by hand in this text. */
const PROJECT = `extends: base/.bitlaw.yaml
rules:
  loss-scaling: error
declare: { tokens: 2T, stage: pretrain }
laws: { use: [sun-2025, kumar-2024] }
thresholds:
  coarse-scaling: { gain: 0.01 }
ignore: [archive/]
suppressions:
  - { rules: [misread-number], key: learning_rate, reason: known }
  - { rules: [unsupported-format], files: [other/] }
overrides:
  - files: [train.*]
    rules: { coarse-scaling: off }
`;

const FILES = {
  ".git/HEAD": "ref: refs/heads/main\n",
  ".bitlaw.yaml": PROJECT,
  "base/.bitlaw.yaml": "rules: { loss-scaling: hint, duplicate-key: warning }\n",
  "train.yaml": `# bitlaw: tokens=1T\n${CLEAN}`,
};

describe("bitlaw config", () => {
  it("says which setting comes from where", () => {
    place.write(FILES);
    const { code, out, error } = place.run("config", "train.yaml", "--rule", "unstable-format=off");
    expect({ code, error }).toEqual({ code: 0, error: "" });
    const lines = out.split("\n").map((line) => line.trim().replaceAll(/ {2,}/g, " | "));
    expect(lines.slice(0, 2)).toEqual([
      "train.yaml",
      "Project file: .bitlaw.yaml, which builds on base/.bitlaw.yaml",
    ]);
    const rules = lines.slice(lines.indexOf("Rules") + 1, lines.indexOf("Facts") - 1);
    expect(rules.toSorted()).toEqual([
      "coarse-scaling | off | .bitlaw.yaml:14:14, override for train.*, by default hint",
      expect.stringMatching(/^duplicate-key \| warning \| base\/\.bitlaw\.yaml:1:30/),
      expect.stringMatching(/^loss-scaling \| error \| \.bitlaw\.yaml:3:3/),
      expect.stringMatching(/^unstable-format \| off \| --rule, by default /),
    ]);
    expect(lines).toContain("tokens | 1T | used | train.yaml:1:11, a comment");
    expect(lines).toContain("tokens | 2T | not used | .bitlaw.yaml:4:12; a comment in the file wins");
    expect(out).toMatch(
      /Laws in the order of use, as \.bitlaw\.yaml:5:9 chooses\n +1 +sun-2025 +published\n +2 +kumar-2024 +published\n\n/,
    );
    expect(lines).toContain("coarse-scaling | gain 0.01 | .bitlaw.yaml:7:21");
    expect(lines).toContain("misread-number | at learning_rate | .bitlaw.yaml:10:5: known");
    expect(out).not.toContain("unsupported-format");
  });

  it("says by which pattern a file is ignored, even one that is not there", () => {
    place.write(FILES);
    const { code, out } = place.run("config", "archive/old.yaml");
    expect(code).toBe(0);
    expect(out).toContain("There is no such file: this is what would hold for it.\n");
    expect(out).toContain("Ignored by `archive/`, .bitlaw.yaml:8:10\n");
  });

  it("says where it has looked for a project file, and that all is as by default", () => {
    place.write({ ".git/HEAD": "ref: refs/heads/main\n", here: null, "here/train.yaml": CLEAN });
    expect(place.run("config", "here/train.yaml")).toEqual({
      code: 0,
      out: "here/train.yaml\nNo project file; searched: here, .\n\nEverything else is as it is by default.\n",
      error: "",
    });
  });

  it("prints every rule and law with --all", () => {
    place.write(FILES);
    const { out } = place.run("config", "--all", "train.yaml");
    for (const { name } of DECLARED_RULES) expect(out).toContain(`  ${name} `);
    expect(out).toMatch(/ +duplicate-key +warning +base/);
    expect(out).toMatch(/ +predicted-divergence +error +default\n/);
  });

  it("gives the same as JSON in the shape of its schema", () => {
    place.write(FILES);
    for (const args of [["train.yaml"], ["--all", "train.yaml"], ["archive/old.yaml"]]) {
      const report = JSON.parse(place.run("config", "--format", "json", ...args).out);
      expect(valid(report), JSON.stringify(valid.errors, null, 1)).toBe(true);
      expect(valid({ ...report, madeUp: 1 })).toBe(false);
    }
    const report = JSON.parse(place.run("config", "--format", "json", "train.yaml").out);
    expect(report.project).toEqual({ path: ".bitlaw.yaml", extends: ["base/.bitlaw.yaml"] });
    expect(report.rules).toContainEqual({
      rule: "coarse-scaling",
      severity: "off",
      default: "hint",
      origin: { kind: "project", path: ".bitlaw.yaml", line: 14, column: 14, files: ["train.*"] },
    });
  });

  it("takes the severities that check takes", () => {
    place.write({ ...FILES, "train.yaml": CONFLICTING });
    place.write({
      ".bitlaw.yaml": "overrides: [{ files: [train.yaml], rules: { conflicting-precision: hint } }]\n",
    });
    expect(place.run("config", "train.yaml").out).toMatch(/conflicting-precision +hint/);
    expect(place.run("check", "train.yaml").out).toMatch(/ hint .*\[conflicting-precision\]/);
  });

  it("tells of a broken project file and a folder on standard error, and ends with 2", () => {
    place.write({
      ".bitlaw.yaml": "rules: { loss-scalin: off, loss-scaling: off }\n",
      "train.yaml": CLEAN,
      folder: null,
    });
    const { code, out, error } = place.run("config", "train.yaml");
    expect(code).toBe(2);
    expect(error).toBe(".bitlaw.yaml:1:10: `loss-scalin` is not a rule: did you mean `loss-scaling`?\n");
    expect(out).toMatch(/loss-scaling +off/);
    expect(place.run("config", ".bitlaw.yaml")).toEqual({
      code: 2,
      out: "",
      error:
        ".bitlaw.yaml: this is a project file; name a config below it, or check it with `bitlaw check .bitlaw.yaml`\n",
    });
    expect(place.run("config", "folder")).toEqual({
      code: 2,
      out: "",
      error: "folder: this is a folder; name the files in it\n",
    });
  });
});
