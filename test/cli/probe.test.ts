import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Workplace } from "./runBitlaw.ts";

const RUN = `# pre-training of a small model
model_name_or_path: EleutherAI/pythia-410m
output_dir: "out" # here
per_device_train_batch_size: 16
gradient_accumulation_steps: 4
max_steps: 12000
learning_rate: 3.0e-4
lr_scheduler_type: cosine
bf16: true
seed: 1
`;

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
  place.write({ "run.yaml": RUN });
});
afterEach(() => place.remove());

const read = (name: string) => readFileSync(path.join(place.folder, name), "utf8");

describe("bitlaw probe", () => {
  it("writes the siblings and their manifest into a folder beside the config, and leaves the config alone", () => {
    const { code, out, error } = place.run("probe", "run.yaml", "--seeds", "2", "--lr-factors", "1,3");
    expect([code, error]).toEqual([0, ""]);
    expect(out).toContain("Wrote 4 configs for run.yaml in run.probe/");
    expect(readdirSync(path.join(place.folder, "run.probe")).sort()).toEqual([
      "bitlaw-probe.json",
      "run.bf16.lr3e-4.seed1.yaml",
      "run.bf16.lr3e-4.seed2.yaml",
      "run.bf16.lr9e-4.seed1.yaml",
      "run.bf16.lr9e-4.seed2.yaml",
    ]);
    expect(read("run.probe/run.bf16.lr9e-4.seed2.yaml")).toBe(
      RUN.replace('"out"', '"out-bf16.lr9e-4.seed2"')
        .replace("3.0e-4", "9.0e-4")
        .replace("seed: 1", "seed: 2"),
    );
    expect(JSON.parse(read("run.probe/bitlaw-probe.json"))).toMatchObject({ version: 1, config: "run.yaml" });
    expect(read("run.yaml")).toBe(RUN);
  });

  it("writes what can be written, names the rest, and exits with 1", () => {
    const { code, error } = place.run("probe", "run.yaml", "--seeds", "1", "--formats", "bf16,mxfp8,fp16");
    expect(code).toBe(1);
    expect(error).toBe(
      "mxfp8 is left out: Hugging Face TrainingArguments has no key for it in this config; it can have bf16, fp16.\n",
    );
    expect(readdirSync(path.join(place.folder, "run.probe"))).toHaveLength(3);
  });

  it("replaces nothing without --force, and with it only what the manifest lists", () => {
    place.run("probe", "run.yaml", "--seeds", "2");
    writeFileSync(path.join(place.folder, "run.probe/run.bf16.lr3e-4.seed1.yaml"), "edited: true\n");
    const refused = place.run("probe", "run.yaml", "--seeds", "3");
    expect(refused.code).toBe(2);
    expect(refused.error).toContain("of an earlier probe are there: replace with --force");
    expect(read("run.probe/run.bf16.lr3e-4.seed1.yaml")).toBe("edited: true\n");
    expect(place.run("probe", "run.yaml", "--seeds", "3", "--force").code).toBe(0);
    expect(read("run.probe/run.bf16.lr3e-4.seed1.yaml")).toContain("seed: 1\n");
    expect(JSON.parse(read("run.probe/bitlaw-probe.json")).runs).toHaveLength(3);
    writeFileSync(path.join(place.folder, "run.probe/run.bf16.lr3e-4.seed4.yaml"), "mine: true\n");
    const foreign = place.run("probe", "run.yaml", "--seeds", "4", "--force");
    expect(foreign.code).toBe(2);
    expect(foreign.error).toContain("`run.bf16.lr3e-4.seed4.yaml` is there and listed in no manifest");
    expect(read("run.probe/run.bf16.lr3e-4.seed4.yaml")).toBe("mine: true\n");
    expect(JSON.parse(read("run.probe/bitlaw-probe.json")).runs).toHaveLength(3);
  });

  it("says which configs of an earlier probe stay", () => {
    place.run("probe", "run.yaml", "--seeds", "2");
    const { out } = place.run("probe", "run.yaml", "--seeds", "1", "--force");
    expect(out).toContain(
      "Note: `run.bf16.lr3e-4.seed2.yaml` of an earlier probe stays, and is no longer in the manifest.",
    );
  });

  it("never replaces a manifest that it cannot read", () => {
    place.write({ "run.probe": null, "run.probe/bitlaw-probe.json": "{}" });
    const { code, error } = place.run("probe", "run.yaml", "--force");
    expect([code, error]).toEqual([
      2,
      "run.probe: `bitlaw-probe.json` is there and is not a manifest that Bitlaw wrote. Name another folder with --out.\n",
    ]);
    expect(read("run.probe/bitlaw-probe.json")).toBe("{}");
  });

  it("writes nothing in a dry run, and says what it would write", () => {
    const { code, out } = place.run("probe", "run.yaml", "--dry-run", "--out", "elsewhere/deep");
    expect(code).toBe(0);
    expect(out).toContain("Would write 3 configs for run.yaml in elsewhere/deep/");
    expect(readdirSync(place.folder)).toEqual(["run.yaml"]);
  });

  it("prints the manifest as JSON", () => {
    const { out } = place.run("probe", "run.yaml", "--seeds", "5", "--format", "json", "--out", "runs");
    const report = JSON.parse(out);
    expect(report).toMatchObject({ version: 1, folder: "runs", written: true, refused: [], notes: [] });
    expect(report.manifest).toEqual(JSON.parse(read("runs/bitlaw-probe.json")));
  });

  it("takes a folder named by a file, and a config that is not there, for mistakes", () => {
    const file = place.run("probe", "run.yaml", "--out", "run.yaml");
    expect([file.code, file.error]).toEqual([
      2,
      "run.yaml: this is a file, or lies below one; name a folder\n",
    ]);
    const missing = place.run("probe", "other.yaml");
    expect([missing.code, missing.error]).toEqual([2, "other.yaml: there is no such file\n"]);
    expect(existsSync(path.join(place.folder, "other.probe"))).toBe(false);
  });

  it.each([
    ["--seeds", "0", "The number of seeds is from 1 to 100."],
    ["--seeds", "two", "It is a number of seeds, such as 3"],
    ["--lr-factors", "1,-3", "They are numbers above zero with commas between them"],
    ["--formats", "bf16,floaty", "`floaty` is not the name of a number format."],
  ])("refuses %s %s with what it may be", (option, value, says) => {
    const { code, error } = place.run("probe", "run.yaml", option, value);
    expect(code).toBe(2);
    expect(error).toContain(says);
    expect(readdirSync(place.folder)).toEqual(["run.yaml"]);
  });

  it("writes beside a config whose includes stand beside it, and refuses another folder", () => {
    place.write({
      "base.yaml": "trainer:\n  max_steps: 10\n",
      "nemo.yaml": `defaults:\n  - base\n${readFileSync(new URL("../fixtures/nemo/full.yaml", import.meta.url), "utf8")}`,
    });
    const refused = place.run("probe", "nemo.yaml", "--seeds", "1", "--out", "there");
    expect(refused.code).toBe(2);
    expect(refused.error).toContain("nemo.yaml includes `base.yaml`");
    const { code, error } = place.run("probe", "nemo.yaml", "--seeds", "1", "--formats", "bf16");
    expect([code, error]).toEqual([0, ""]);
    expect(existsSync(path.join(place.folder, "nemo.bf16.lr3e-4.seed77.yaml"))).toBe(true);
  });
});
