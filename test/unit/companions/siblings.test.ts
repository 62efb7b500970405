import { describe, expect, it } from "vitest";
import { LoadedFiles } from "../../../server/config/workspace/LoadedFiles.ts";
import type { Workspace } from "../../../server/config/workspace/Workspace.ts";
import { analyse, analyseWithFiles } from "../../../server/lint/analyse.ts";
import { isProjectPath } from "../../../server/lint/project/projectPaths.ts";
import { workspaceOf } from "../../workspaceOf.ts";

/** A pre-training run of Megatron-LM in MXFP8; FP8 is two lines, BF16 is without them. */
const RUN = `MODEL_ARGS:
  --num-layers: 24
  --hidden-size: 1024
  --num-attention-heads: 16
  --seq-length: 2048
  --micro-batch-size: 4
  --train-iters: 1000
  --lr: 3.0e-4
  --seed: 1
  --save: out/one
  --bf16: true
  --fp8-format: e4m3
  --fp8-recipe: mxfp8
`;
const TWIN = RUN.replace(/ {2}--fp8.*\n/g, "");
const OTHER_SEED = RUN.replace("--seed: 1", "--seed: 2").replace("out/one", "out/two");

/** What was asked for beside the project file, which every config asks for. */
const besideProject = (reads: ReadonlyMap<string, unknown>) =>
  [...reads.keys()].filter((path) => !isProjectPath(path));

const RULE = "single-seed-comparison";
const found = (text: string, workspace?: Workspace) =>
  analyse(text, "yaml", workspace ? { workspace } : {}).findings.filter(({ rule }) => rule === RULE);
const among = (files: Readonly<Record<string, string>>, text = RUN) =>
  found(text, workspaceOf({ "runs/own.yaml": text, ...files }, "runs/own.yaml"));

describe("A run in reduced precision without anything to compare it with", () => {
  it.each([
    ["is alone in its folder", {}],
    ["has a config of another model beside it", { "runs/b.yaml": OTHER_SEED.replace("24", "12") }],
    [
      "has a config with another learning rate too beside it",
      { "runs/b.yaml": OTHER_SEED.replace("3.0e-4", "6.0e-4") },
    ],
    [
      "has a copy beside it that differs in its output alone",
      { "runs/b.yaml": RUN.replace("out/one", "out/b") },
    ],
    [
      "has a config of another framework beside it",
      {
        "runs/b.yaml": "model_name_or_path: a\nper_device_train_batch_size: 1\nlearning_rate: 1.0\nseed: 3\n",
      },
    ],
    ["has a file beside it that is no config", { "runs/b.yaml": "apiVersion: v1\nkind: ConfigMap\n" }],
    ["has a file beside it that cannot be parsed", { "runs/b.yaml": `${OTHER_SEED}  : [` }],
    ["has another seed in another folder", { "other/b.yaml": OTHER_SEED, "runs/deep/b.yaml": OTHER_SEED }],
    ["has a sibling that is too long to be one", { "runs/b.yaml": `${OTHER_SEED}# ${"x".repeat(65_536)}\n` }],
  ])("is told so where it %s", (_, files) => {
    const [finding, ...others] = among(files);
    expect(others).toEqual([]);
    expect(finding?.severity).toBe("hint");
    expect(finding && RUN.slice(finding.span.start, finding.span.end)).toBe("e4m3");
    expect(finding?.message).toContain("(Lee et al. 2024, second hand, grade C)");
    expect(finding?.message).toContain("`bitlaw probe own.yaml`");
  });
});

describe("Nothing is said", () => {
  it.each([
    ["beside another seed", { "runs/b.yaml": OTHER_SEED }],
    ["beside the run in BF16", { "runs/bf16.yaml": TWIN }],
    [
      "beside the run in BF16 with another seed",
      { "runs/bf16.yaml": TWIN.replace("--seed: 1", "--seed: 9") },
    ],
    ["beside a manifest", { "runs/bitlaw-probe.json": "{}" }],
    ["where a folder of this config's name has a manifest", { "runs/own.probe/bitlaw-probe.json": "{}" }],
  ])("%s", (_, files) => {
    expect(among(files)).toEqual([]);
  });

  it("of a run in 16 bits, and its folder is not even listed", () => {
    const workspace = workspaceOf({ "own.yaml": TWIN }, "own.yaml");
    const { findings, listings, reads } = analyse(TWIN, "yaml", { workspace });
    expect(findings.map(({ rule }) => rule)).not.toContain(RULE);
    expect([...listings.keys(), ...besideProject(reads)]).toEqual([]);
  });

  it("of fine-tuning", () => {
    expect(among({}, `${RUN}  --finetune: true\n`)).toEqual([]);
  });

  it("without a workspace", () => {
    expect(found(RUN)).toEqual([]);
  });

  it("of a text that is not saved in the folder", () => {
    const workspace: Workspace = { ...workspaceOf({ "b.yaml": TWIN }, "new.yaml"), list: () => ["b.yaml"] };
    expect(found(RUN, workspace)).toEqual([]);
  });

  it("where folders cannot be listed", async () => {
    const files = new LoadedFiles({ load: async () => ({ kind: "missing" }) });
    const { findings } = await analyseWithFiles(RUN, "yaml", { files, path: "own.yaml" });
    expect(findings.map(({ rule }) => rule)).not.toContain(RULE);
  });
});

describe("The files beside a config", () => {
  const many = Object.fromEntries(
    Array.from({ length: 300 }, (_, i) => [`b${String(i).padStart(3, "0")}.yaml`, "kind: ConfigMap\n"]),
  );

  it("are read up to a number, and those of the same extension alone", () => {
    const files = { "own.yaml": RUN, ...many, "a.json": "{}", "a.txt": "" };
    const { reads } = analyse(RUN, "yaml", { workspace: workspaceOf(files, "own.yaml") });
    const siblings = besideProject(reads).filter((path) => !path.includes("/"));
    expect(siblings).toHaveLength(200);
    expect(siblings.every((path) => path.endsWith(".yaml"))).toBe(true);
  });

  it("are listed and loaded once, until one of them comes or goes", async () => {
    const texts: Record<string, string> = { "own.yaml": RUN, "b.yaml": RUN };
    const asked: string[] = [];
    const files = new LoadedFiles({
      load: async (path) => {
        asked.push(path);
        const text = texts[path];
        return text === undefined ? { kind: "missing" } : { kind: "text", text };
      },
      list: async (folder) => {
        asked.push(`${folder}/`);
        return folder === "" ? Object.keys(texts) : [];
      },
    });
    const rules = async () =>
      (await analyseWithFiles(RUN, "yaml", { files, path: "own.yaml" })).findings.map(({ rule }) => rule);
    expect(await rules()).toContain(RULE);
    expect(await rules()).toContain(RULE);
    expect(asked.filter((path) => !isProjectPath(path)).toSorted()).toEqual([
      ".bitlaw/stability/",
      "/",
      "b.yaml",
      "own.probe/bitlaw-probe.json",
    ]);
    texts["c.yaml"] = OTHER_SEED;
    files.forget("c.yaml");
    expect(await rules()).not.toContain(RULE);
  });
});
