import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { probeFolderName } from "../../../server/lint/probe/siblingName.ts";
import { onlyText, refusal, sourceOf, written } from "./sourceOf.ts";

const NANOTRON = `general:
  run: small # the name
  seed: 7
checkpoints:
  checkpoints_path: 'ckpt/small/'
  resume_checkpoint_path: ckpt/small/10
model:
  dtype: bfloat16
  model_config: {hidden_size: 64, num_hidden_layers: 2, num_attention_heads: 4, vocab_size: 512}
optimizer:
  accumulate_grad_in_fp32: true
  learning_rate_scheduler: {learning_rate: 0.0003, min_decay_lr: 3.0e-5}
tokens: {train_steps: 100, micro_batch_size: 2, sequence_length: 128}
parallelism: {dp: 1, tp: 1, pp: 1}
`;

const TRAINER = `model_name_or_path: EleutherAI/pythia-410m
per_device_train_batch_size: 16
gradient_accumulation_steps: 4
max_steps: 12000
learning_rate: 3.0e-4
lr_scheduler_type: cosine
`;

describe("A probe", () => {
  it("writes every format with every learning rate with every seed, from the config's own seed on", async () => {
    const { files, manifest, refused } = await written(sourceOf(NANOTRON), {
      seeds: 2,
      lrFactors: [1, 10],
      formats: ["bf16", "fp32"],
    });
    expect(refused).toEqual([]);
    expect(files.map(({ name }) => name)).toEqual([
      "run.bf16.lr3e-4.seed7.yaml",
      "run.bf16.lr3e-4.seed8.yaml",
      "run.bf16.lr3e-3.seed7.yaml",
      "run.bf16.lr3e-3.seed8.yaml",
      "run.fp32.lr3e-4.seed7.yaml",
      "run.fp32.lr3e-4.seed8.yaml",
      "run.fp32.lr3e-3.seed7.yaml",
      "run.fp32.lr3e-3.seed8.yaml",
    ]);
    expect(manifest.runs[7]).toEqual({
      file: "run.fp32.lr3e-3.seed8.yaml",
      seed: 8,
      learningRate: 0.003,
      format: "fp32",
      outputDirectory: "ckpt/small-fp32.lr3e-3.seed8/",
      runName: "small-fp32.lr3e-3.seed8",
    });
  });

  it("writes a manifest in the shape of its schema", async () => {
    const schema = JSON.parse(
      readFileSync(new URL("../../../schemas/probe.schema.json", import.meta.url), "utf8"),
    );
    const validate = new Ajv().compile(schema);
    const { manifest } = await written(sourceOf(NANOTRON), { seeds: 3 });
    expect(validate(manifest), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...manifest, version: 2 })).toBe(false);
    expect(validate({ ...manifest, runs: [{ ...manifest.runs[0], file: "../run.yaml" }] })).toBe(false);
  });

  it("changes the lines that it must and no other, in their own notation and quotes", async () => {
    const text = await onlyText(sourceOf(NANOTRON), { seeds: [9], lrFactors: [3], formats: ["fp32"] });
    const changed = text.split("\n").filter((line, i) => line !== NANOTRON.split("\n")[i]);
    expect(changed).toEqual([
      "  run: small-fp32.lr9e-4.seed9 # the name",
      "  seed: 9",
      "  checkpoints_path: 'ckpt/small-fp32.lr9e-4.seed9/'",
      "  dtype: float32",
      // nanotron asserts that the weights are not FP32 where it accumulates in FP32 beside them.
      "  accumulate_grad_in_fp32: false",
      "  learning_rate_scheduler: {learning_rate: 0.0009, min_decay_lr: 3.0e-5}",
    ]);
  });

  it("takes the config's own format and BF16 where none is named, each once", async () => {
    const { manifest } = await written(sourceOf(NANOTRON.replace("bfloat16", "float16")));
    expect(manifest.runs.map(({ format }) => format)).toEqual(["fp16", "bf16"]);
    expect((await written(sourceOf(NANOTRON))).manifest.runs.map(({ format }) => format)).toEqual(["bf16"]);
  });

  it("takes a name without a scaling for the first that the framework has", async () => {
    const text = readFileSync(new URL("../../fixtures/megatron-lm/full.yaml", import.meta.url), "utf8");
    const { manifest } = await written(sourceOf(text), { formats: ["fp8_e4m3"] });
    expect(manifest.runs.map(({ format }) => format)).toEqual(["fp8_e4m3:block128"]);
    expect(manifest.runs.map(({ file }) => file)).toEqual(["run.fp8_e4m3-block128.lr3e-4.seed1234.yaml"]);
  });

  it("names the formats that it leaves out, what the framework can write, and writes the others", async () => {
    const { files, refused } = await written(sourceOf(NANOTRON), { formats: ["fp8_e4m3", "bf16"] });
    expect(files).toHaveLength(1);
    expect(refused).toEqual([
      {
        what: "fp8_e4m3",
        because: "nanotron has no key for it in this config; it can have bf16, fp16, fp32",
      },
    ]);
  });

  it("says that a lowest learning rate stays, and which values lead to the original's folder", async () => {
    const { notes } = await written(sourceOf(NANOTRON), { lrFactors: [0.01] });
    expect(notes).toEqual([
      "`resume_checkpoint_path: ckpt/small/10` stays as it is in every sibling: see whether they may share it.",
      "`min_decay_lr` stays at 0.00003, above the learning rate of 1 of the configs.",
    ]);
  });

  it("writes small rates with a dot and a signed exponent, which PyYAML reads as numbers", async () => {
    const text = await onlyText(sourceOf(`${TRAINER}bf16: true\n`), { lrFactors: [1e-4] });
    expect(text).toContain("learning_rate: 3.0e-8\n");
  });

  it("names a folder beside the config", () => {
    expect(probeFolderName("run.nanotron.yaml")).toBe("run.nanotron.probe");
    expect(probeFolderName("run")).toBe("run.probe");
  });
});

describe("Where siblings write", () => {
  it("follows a run's name that the folder refers to", async () => {
    const olmo = readFileSync(new URL("../../fixtures/olmo/full.yaml", import.meta.url), "utf8");
    const text = await onlyText(sourceOf(`${olmo}save_folder: runs/\${run_name}\n`), { formats: ["mxfp8"] });
    expect(text).toContain("run_name: gelu-235m-mxfp8.lr6e-4.seed12\n");
    expect(text).toContain("save_folder: runs/${run_name}\n");
  });

  it("is written where the framework has a default", async () => {
    const axolotl = readFileSync(new URL("../../fixtures/axolotl/full.yaml", import.meta.url), "utf8");
    const text = await onlyText(sourceOf(axolotl), { formats: ["bf16"] });
    expect(text).toContain("output_dir: ./model-out-bf16.lr2e-4.seed11\n");
  });

  it("is told where the file does not say", async () => {
    const { notes } = await written(sourceOf(`${TRAINER}bf16: true\n`));
    expect(notes).toEqual([
      "`output_dir` is not stated in this file: give every sibling its own where the runs would write to the same place.",
    ]);
  });

  it.each([
    ["out", "out-bf16.lr3e-4.seed42"],
    ['"out/"', '"out-bf16.lr3e-4.seed42/"'],
    ["'it''s'", "'it''s-bf16.lr3e-4.seed42'"],
    [".", "./bf16.lr3e-4.seed42"],
    ["gs://bucket/", "gs://bucket/bf16.lr3e-4.seed42"],
    ["gs://bucket/a//", "gs://bucket/a-bf16.lr3e-4.seed42//"],
  ])("is %s with the sibling's own suffix", async (before, after) => {
    const text = await onlyText(sourceOf(`${TRAINER}bf16: true\noutput_dir: ${before} # here\n`));
    expect(text).toContain(`output_dir: ${after} # here\n`);
  });

  it("stays where an anchor shares the value, and that is told", async () => {
    const config = `${TRAINER}bf16: true\noutput_dir: &out out\nlogging_dir: *out\n`;
    const { files, notes } = await written(sourceOf(config));
    expect(files[0]?.text).toContain("output_dir: &out out\nlogging_dir: *out\n");
    expect(notes[0]).toContain("`output_dir` is shared with another place of the file");
  });
});

describe("A probe is refused", () => {
  it("where the framework has no key for the seed", async () => {
    const text =
      '{"fp16": {"enabled": true}, "optimizer": {"params": {"lr": 3e-4}}, "zero_optimization": {"stage": 1}, "train_micro_batch_size_per_gpu": 1}';
    expect(await refusal(sourceOf(text, "ds.json"))).toBe(
      "A config of DeepSpeed has no key for the seed, so its siblings would not differ in it.",
    );
  });

  it("where there is no learning rate, or one that the loader reads as text", async () => {
    expect(await refusal(sourceOf(NANOTRON.replace("learning_rate: 0.0003, ", "")))).toContain(
      "There is no learning rate to scale: `learning_rate` is not set.",
    );
    expect(await refusal(sourceOf(NANOTRON.replace("0.0003", "3e-4")))).toContain(
      "`learning_rate: 3e-4` is read as text by PyYAML",
    );
  });

  it("where the text is foreign, broken, or several runs", async () => {
    expect(await refusal(sourceOf("a: 1\n"))).toBe("run.yaml is not a training config that Bitlaw knows.");
    expect(await refusal(sourceOf(NANOTRON.replace("tokens: {", "tokens: {{")))).toContain("cannot be read");
    expect(await refusal(sourceOf(`${NANOTRON}---\n${NANOTRON}`))).toContain("holds 2 runs");
  });

  it("where a comment declares the format, but for the format that it declares", async () => {
    const declared = `# bitlaw: weights=fp8_e4m3 activations=fp8_e4m3\n${NANOTRON.replace("  dtype: bfloat16\n", "")}`;
    const source = sourceOf(declared);
    const { manifest, refused } = await written(source);
    expect(manifest.runs.map(({ format }) => format)).toEqual([
      source.analysis.assessments[0]?.config.run.facts.weights?.value.name,
    ]);
    expect(refused.map(({ because }) => because)).toEqual([
      "the format of this run is declared in a comment, and no key of nanotron that Bitlaw knows changes it",
    ]);
  });

  it("for a format where an anchor shares a key's value, which is named", async () => {
    const shared = NANOTRON.replace("seed: 7", "seed: &s 7").replace("{train_steps", "{x: *s, train_steps");
    expect(await refusal(sourceOf(shared), { seeds: [8] })).toContain(
      "bf16: `seed` shares its value with another place of the file, by an anchor",
    );
  });

  it("for other formats where the precision is set in a companion", async () => {
    const files = { "ds.json": '{"fp16": {"enabled": true}, "zero_optimization": {"stage": 2}}' };
    const text = `${TRAINER}fp16: true\ndeepspeed: ds.json\n`;
    const { manifest, refused, notes } = await written(sourceOf(text, "run.yaml", files), {
      formats: ["fp16", "bf16"],
    });
    expect(manifest.runs.map(({ format }) => format)).toEqual(["fp16"]);
    expect(refused.map(({ what }) => what)).toEqual(["bf16"]);
    expect(refused[0]?.because).toContain("ds.json");
    expect(notes.at(-1)).toBe(
      "The configs refer to `ds.json` as the original does: start them from the same folder.",
    );
  });

  it("where there would be more configs than anyone wants", async () => {
    expect(await refusal(sourceOf(NANOTRON), { seeds: 100, lrFactors: [1, 2, 3, 4, 5, 6] })).toBe(
      "That would be 600 configs; at most 500 are written at once.",
    );
  });
});
