import { readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CLEAN, CONFLICTING } from "../protocol/configs.ts";
import { Workplace } from "./runBitlaw.ts";

const SUMMED = `general:
  run: mini
model:
  dtype: bfloat16
  model_config:
    hidden_size: 1024
    intermediate_size: 2816
    num_attention_heads: 16
    num_hidden_layers: 24
    vocab_size: 49152
optimizer:
  accumulate_grad_in_fp32: false
  learning_rate_scheduler:
    learning_rate: 3.0e-4
parallelism:
  dp: 2
tokens:
  batch_accumulation_per_replica: 128
  micro_batch_size: 2
  sequence_length: 2048
  train_steps: 1000
`;

let place: Workplace;

it("A project file that is a link to nowhere is an input that cannot be used", () => {
  place.write({ "a.yaml": CONFLICTING });
  symlinkSync("nowhere", path.join(place.folder, ".bitlaw.yaml"));
  const { code, error } = place.run("check", "a.yaml");
  expect({ code, error }).toEqual({
    code: 2,
    error: ".bitlaw.yaml:1:1: The project file cannot be read: it is a link to a file that is not there.\n",
  });
});

it("A misspelt section has a fix that takes along what stands below it", () => {
  const text = "rulse:\n  coarse-scaling: off # so\n";
  place.write({ ".bitlaw.yaml": text });
  place.run("check", "--fix", ".bitlaw.yaml");
  expect(readFileSync(path.join(place.folder, ".bitlaw.yaml"), "utf8")).toBe(text.replace("rulse", "rules"));
});

beforeEach(() => {
  place = new Workplace();
});

afterEach(() => place.remove());

describe("bitlaw check under a project file", () => {
  it("reports a rule with the severity of the nearest one", () => {
    place.write({
      ".bitlaw.yaml": "rules: { conflicting-precision: off }\n",
      here: null,
      "here/.bitlaw.yaml": "rules: { conflicting-precision: information }\n",
      "train.yaml": CONFLICTING,
      "here/train.yaml": CONFLICTING,
    });
    expect(place.run("check", "train.yaml")).toEqual({ code: 0, out: "", error: "" });
    const { code, out, error } = place.run("check", "here/train.yaml");
    expect({ code, error }).toEqual({ code: 0, error: "" });
    expect(out).toMatch(/information.*conflicting-precision/s);
  });

  it("says of a file that is named and ignored only that it is, and by which pattern", () => {
    place.write({ ".bitlaw.yaml": "ignore: [archive/, '*.old.yaml']\n", "train.old.yaml": CONFLICTING });
    place.write({ archive: null, "archive/train.yaml": CONFLICTING });
    expect(place.run("check", "train.old.yaml", "archive/train.yaml")).toEqual({
      code: 0,
      out: "",
      error:
        "archive/train.yaml: not checked: the project file ignores it with `archive/` (.bitlaw.yaml:1:10)\n" +
        "train.old.yaml: not checked: the project file ignores it with `*.old.yaml` (.bitlaw.yaml:1:20)\n",
    });
    expect(place.run("explain", "train.old.yaml").out).toBe(
      "train.old.yaml: the project file ignores it with `*.old.yaml` (.bitlaw.yaml:1:20)\n\n",
    );
  });

  it("says nothing about what is ignored with --quiet, with --force-exclude, and in a folder", () => {
    place.write({ ".bitlaw.yaml": "ignore: ['*.old.yaml']\n", "train.old.yaml": CONFLICTING });
    const silent = { code: 0, out: "", error: "" };
    expect(place.run("check", "--quiet", "train.old.yaml")).toEqual(silent);
    expect(place.run("check", "--force-exclude", "train.old.yaml")).toEqual(silent);
    place.write({ "train.yaml": CLEAN });
    expect(place.run("check")).toEqual(silent);
  });

  it("explains a config with the severities, facts and laws of the project", () => {
    place.write({
      ".bitlaw.yaml":
        "rules: { conflicting-precision: hint }\ndeclare: { tokens: 2T }\nlaws: { use: [kumar-2024] }\n",
      "train.yaml": CONFLICTING,
    });
    const { code, out } = place.run("explain", "train.yaml");
    expect(code).toBe(0);
    expect(out).toMatch(/tokens +2T +declared +\.bitlaw\.yaml:2/);
    expect(out).toMatch(/hint .*\[conflicting-precision\]/);
    expect(out).toContain("kumar-2024");
    expect(out).not.toContain("sun-2025");
  });

  it("lists the laws that the project uses, in its order, and ends with 2 where its file is wrong", () => {
    place.write({ ".bitlaw.yaml": "laws: { use: [sun-2025, kumar-2024] }\n" });
    const names = (text: string) => [...text.matchAll(/^ {2}(\S+-\d{4}) /gm)].map(([, name]) => name);
    const listed = place.run("laws");
    expect(names(listed.out)).toEqual(["sun-2025", "kumar-2024"]);
    expect(listed).toMatchObject({ code: 0, error: "" });
    // One that is not used can be read about all the same.
    expect(place.run("laws", "chen-2025")).toMatchObject({
      code: 0,
      out: expect.stringContaining("chen-2025"),
    });
    place.write({ ".bitlaw.yaml": "laws: { use: [sun-2025, kumar-2042] }\n" });
    const wrong = place.run("laws");
    expect(wrong.code).toBe(2);
    expect(wrong.error).toMatch(/^\.bitlaw\.yaml:1:25: `kumar-2042` is not a law that is known here\. .*\n$/);
    expect(names(wrong.out)).toEqual(["sun-2025"]);
  });

  it("names a broken project file once, ends with 2, and checks the configs under what can be read of it", () => {
    place.write({
      ".bitlaw.yaml": "rules:\n  conflicting-precision: hint\n  loss-scalin: off\nextend: x\n",
      "a.yaml": CONFLICTING,
      "b.yaml": CLEAN,
    });
    const { code, out, error } = place.run("check", "a.yaml", "b.yaml");
    expect(code).toBe(2);
    expect(error).toBe(
      ".bitlaw.yaml:3:3: `loss-scalin` is not a rule: did you mean `loss-scaling`? (and 1 more in this file)\n",
    );
    expect(out).toMatch(/hint.*conflicting-precision/s);
  });

  it("reports from the threshold that the project chose", () => {
    // 0.0017 · √(128/2) of the sum = 1.3 %.
    place.write({ "train.yaml": SUMMED });
    expect(place.run("check", "train.yaml").out).toContain("low-precision-accumulation");
    place.write({ ".bitlaw.yaml": "thresholds: { low-precision-accumulation: { error: 0.02 } }\n" });
    expect(place.run("check", "train.yaml")).toEqual({ code: 0, out: "", error: "" });
    expect(place.run("config", "train.yaml").out).toMatch(
      /low-precision-accumulation +error 0\.02 +\.bitlaw\.yaml:1:/,
    );
  });

  it("holds a run to the compute budget that it declares, and says which share the run uses", () => {
    // N is 408,994,816 and D 1,000 · 128 · 2 · 2 · 2048 = 1,048,576,000: 6·N·D = 2.573e18, 128.7 % of 2e18.
    place.write({
      ".bitlaw.yaml": "declare: { compute_budget: 2e18 }\nrules: { low-precision-accumulation: off }\n",
      "train.yaml": SUMMED,
    });
    expect(place.run("check", "train.yaml").out).toMatch(
      /1\.3× the declared budget of 2e18 FLOP.*over-compute-budget/s,
    );
    expect(place.run("explain", "train.yaml").out).toMatch(
      /compute budget +2e18 FLOP +declared .*, 129 % of it/,
    );
    expect(place.run("config", "train.yaml").out).toMatch(/compute_budget +2e18 +used/);
    // 2e18 / (6 · 408,994,816) = 815,006,255 tokens, 777 steps of 1,048,576.
    place.run("check", "--fix-unsafe", "train.yaml");
    expect(place.run("check", "--diff", "--fix-unsafe", "train.yaml").out).toBe("");
    expect(place.run("check", "train.yaml")).toEqual({ code: 0, out: "", error: "" });
  });

  it("finds a threshold that there is not, and corrects its name", () => {
    place.write({ ".bitlaw.yaml": "thresholds:\n  low-precision-accumulation: { eror: 0.5 }\n" });
    expect(place.run("check", ".bitlaw.yaml").out).toContain("has no threshold `eror`. Known: error.");
    place.run("check", "--fix", ".bitlaw.yaml");
    expect(place.run("check", ".bitlaw.yaml")).toEqual({ code: 0, out: "", error: "" });
    expect(place.run("config", "train.yaml").out).toMatch(/low-precision-accumulation +error 0\.5/);
  });

  it("follows extends through as many files as build on each other", () => {
    const chain = Array.from({ length: 20 }, (_, i) => [`${i}.yaml`, `extends: ${i + 1}.yaml\n`]);
    place.write({
      ".bitlaw.yaml": "extends: 0.yaml\n",
      ...Object.fromEntries(chain),
      "20.yaml": "rules: { conflicting-precision: off }\n",
      "train.yaml": CONFLICTING,
    });
    expect(place.run("check", "train.yaml")).toEqual({ code: 0, out: "", error: "" });
    expect(place.run("config", "train.yaml").out).toMatch(/conflicting-precision +off +20\.yaml:1:10/);
  });

  it("says where a circle of extends closes", () => {
    place.write({
      ".bitlaw.yaml": "extends: other.yaml\n",
      "other.yaml": "extends: .bitlaw.yaml\n",
      "a.yaml": CLEAN,
    });
    expect(place.run("check", "a.yaml")).toEqual({
      code: 2,
      out: "",
      error:
        "other.yaml:1:10: `.bitlaw.yaml` leads back to itself: .bitlaw.yaml → other.yaml → .bitlaw.yaml.\n",
    });
  });

  it("says that a project file cannot be read, and does not go on to the one above", () => {
    place.write({
      ".bitlaw.yaml": "rules: { conflicting-precision: off }\n",
      here: null,
      "here/.bitlaw.yaml": "#".repeat(600_000),
      "here/train.yaml": CONFLICTING,
    });
    const { code, out, error } = place.run("check", "here/train.yaml");
    expect(code).toBe(2);
    expect(error).toBe(
      "here/.bitlaw.yaml:1:1: The project file cannot be read: it is larger than 512 KiB.\n",
    );
    expect(out).toContain("conflicting-precision");
  });

  it("checks a project file that is named", () => {
    place.write({ ".bitlaw.yaml": "rules: { coarse-scalin: off }\n" });
    const { code, out, error } = place.run("check", ".bitlaw.yaml");
    expect({ code, error }).toEqual({ code: 1, error: "" });
    expect(out).toMatch(/1:10.*error.*`?coarse-scalin`? is not a rule.*invalid-project-file/s);
  });
});

describe("bitlaw explain under a project file", () => {
  const declaring = {
    ".bitlaw.yaml": "declare: { world_size: 64 }\n",
    "train.yaml": CLEAN.replace("num_train_epochs: 1", "max_steps: 1000\nmax_seq_length: 2048"),
  };

  it("uses a declared fact and names the file that declares it", () => {
    place.write(declaring);
    const { out, error } = place.run("explain", "train.yaml");
    expect(error).toBe("");
    expect(out).toContain("world_size 64 (declared in `.bitlaw.yaml`)");
  });

  it("points to its place in JSON", () => {
    place.write(declaring);
    const { out } = place.run("explain", "train.yaml", "--format", "json");
    // `declare: { world_size: 64 }`: the value begins in column 24.
    expect(out.replaceAll(/\s/g, "")).toContain('"path":".bitlaw.yaml","line":1,"column":24');
  });
});
