import { describe, expect, it } from "vitest";
import { readConfig } from "../../../server/config/readConfig.ts";
import { configOf, coveredBy, factOf, valuesOf } from "./runOf.ts";

const FACTORY = {
  model_name_or_path: "Qwen/Qwen2.5-0.5B",
  stage: "sft",
  do_train: true,
  finetuning_type: "full",
  template: "qwen",
  cutoff_len: 256,
  bf16: true,
  learning_rate: 2.5e-5,
};
const read = (value: object) => readConfig(JSON.stringify(value), "yaml").kind;

describe("a config below a key of a wrapper is read there:", () => {
  it.each<[string, object]>([
    ["one key down", { owner: "me", llamafactory: FACTORY }],
    ["two keys down", { job: { nodes: 2, args: FACTORY }, note: "a" }],
  ])("%s", (_, value) => {
    const config = configOf(JSON.stringify(value));
    expect(config.dialect.id).toBe("llama-factory");
    expect(valuesOf(config)).toMatchObject({
      parameters: 494_032_768,
      weights: "bf16",
      learningRate: 2.5e-5,
    });
    expect(coveredBy(config, factOf(config, "learningRate").at)).toEqual(["0.000025"]);
  });

  it("TRL's arguments under `training`", () => {
    const config = configOf(
      "name: a\ntraining:\n  model_name_or_path: gpt2\n  per_device_train_batch_size: 2\n  gradient_accumulation_steps: 4\n  attn_implementation: sdpa\n  learning_rate: 1.0e-5\n  bf16: true\n",
    );
    expect(config.dialect.id).toBe("trl");
    expect(valuesOf(config)).toMatchObject({ weights: "bf16", parameters: 124_439_808 });
  });

  it("the top of the file comes first", () => {
    expect(
      valuesOf(configOf(JSON.stringify({ ...FACTORY, learning_rate: 1e-4, old: FACTORY })))["learningRate"],
    ).toBe(1e-4);
  });
});

describe("nothing is claimed where", () => {
  it.each<[string, object]>([
    ["two keys hold a config", { first: FACTORY, second: FACTORY }],
    ["it stands three keys down", { a: { b: { c: FACTORY } } }],
    ["the file is of Kubernetes", { apiVersion: "v1", kind: "Job", spec: FACTORY }],
    ["the file is a pipeline", { jobs: { train: FACTORY } }],
    ["the file is a sweep", { program: "a.py", parameters: FACTORY }],
  ])("%s", (_, value) => {
    expect(read(value)).toBe("foreign");
  });
});
