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

describe("A run that is compared with another format over one seed", () => {
  it.each([
    ["the run in BF16", { "runs/bf16.yaml": TWIN }, "bf16.yaml"],
    [
      "the run in BF16 with another seed, name and output",
      { "runs/bf16.yaml": TWIN.replace("--seed: 1", "--seed: 9").replace("out/one", "out/b") },
      "bf16.yaml",
    ],
    [
      "the run in another 8-bit recipe",
      { "runs/fp8.yaml": RUN.replace("recipe: mxfp8", "recipe: blockwise") },
      "fp8.yaml",
    ],
  ])("is told so beside %s", (_, files, beside) => {
    const [finding, ...others] = among(files);
    expect(others).toEqual([]);
    expect(finding?.severity).toBe("hint");
    expect(finding && RUN.slice(finding.span.start, finding.span.end)).toBe("e4m3");
    expect(finding?.message).toBe(
      `One seed does not compare MXFP8 with \`${beside}\` (Lee et al. 2024, second hand, grade C); \`bitlaw probe own.yaml\` writes more.`,
    );
  });
});

describe("Nothing is said", () => {
  it.each([
    ["where the run is alone in its folder", {}],
    ["beside a config of another model", { "runs/b.yaml": TWIN.replace("24", "12") }],
    ["beside one with another learning rate too", { "runs/b.yaml": TWIN.replace("3.0e-4", "6.0e-4") }],
    ["beside a copy that differs in its output alone", { "runs/b.yaml": RUN.replace("out/one", "out/b") }],
    [
      "beside a config of another framework",
      {
        "runs/b.yaml": "model_name_or_path: a\nper_device_train_batch_size: 1\nlearning_rate: 1.0\nseed: 3\n",
      },
    ],
    ["beside a file that is no config", { "runs/b.yaml": "apiVersion: v1\nkind: ConfigMap\n" }],
    ["beside a file that cannot be parsed", { "runs/b.yaml": `${TWIN}  : [` }],
    ["beside runs in other folders", { "other/b.yaml": TWIN, "runs/deep/b.yaml": TWIN }],
    ["beside a twin that is too long to be one", { "runs/b.yaml": `${TWIN}# ${"x".repeat(65_536)}\n` }],
    ["beside another seed", { "runs/b.yaml": OTHER_SEED }],
    ["beside another seed and the run in BF16", { "runs/b.yaml": OTHER_SEED, "runs/bf16.yaml": TWIN }],
    ["beside a manifest", { "runs/bitlaw-probe.json": "{}", "runs/bf16.yaml": TWIN }],
    [
      "where a folder of this config's name has a manifest",
      { "runs/own.probe/bitlaw-probe.json": "{}", "runs/bf16.yaml": TWIN },
    ],
  ])("%s", (_, files) => {
    expect(among(files)).toEqual([]);
  });

  // Layers of 12 · 4096² parameters: 24 are 4.8B, more than anybody trains twice for a seed; 8 are 1.6B.
  it.each([
    [24, 0],
    [8, 1],
  ])("of a run of %i wide layers: %i times", (layers, times) => {
    const wide = (text: string) =>
      text.replace("--num-layers: 24", `--num-layers: ${layers}`).replace("1024", "4096");
    expect(among({ "runs/bf16.yaml": wide(TWIN) }, wide(RUN))).toHaveLength(times);
  });

  it("of a run whose size is not known", () => {
    const open = (text: string) => text.replace(/ {2}--num-layers.*\n/, "");
    expect(among({ "runs/bf16.yaml": open(TWIN) }, open(RUN))).toEqual([]);
  });

  it("of a run in 16 bits, and its folder is not even listed", () => {
    const workspace = workspaceOf({ "own.yaml": TWIN }, "own.yaml");
    const { findings, listings, reads } = analyse(TWIN, "yaml", { workspace });
    expect(findings.map(({ rule }) => rule)).not.toContain(RULE);
    expect([...listings.keys(), ...besideProject(reads)]).toEqual([]);
  });

  it("of fine-tuning", () => {
    const tuned = (text: string) => `${text}  --finetune: true\n`;
    expect(among({ "runs/bf16.yaml": tuned(TWIN) }, tuned(RUN))).toEqual([]);
  });

  it("without a workspace", () => {
    expect(found(RUN)).toEqual([]);
  });

  it("of a text that is not saved in the folder", () => {
    const workspace: Workspace = { ...workspaceOf({ "b.yaml": TWIN }, "new.yaml"), list: () => ["b.yaml"] };
    expect(found(RUN, workspace)).toEqual([]);
  });

  it("where folders cannot be listed", async () => {
    const files = new LoadedFiles({
      load: async (path) => (path === "bf16.yaml" ? { kind: "text", text: TWIN } : { kind: "missing" }),
    });
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
    const texts: Record<string, string> = { "own.yaml": RUN, "b.yaml": TWIN };
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
