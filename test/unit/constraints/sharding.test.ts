import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/lint/analyse.ts";
import { workspaceOf } from "../../workspaceOf.ts";

const AXOLOTL =
  "base_model: meta-llama/Llama-3.1-8B\nsequence_len: 2048\nmicro_batch_size: 1\nnum_epochs: 1\nbf16: true\n" +
  "datasets:\n  - path: tatsu-lab/alpaca\n";
const TRAINER =
  "model_name_or_path: org/some-model\nper_device_train_batch_size: 4\nlearning_rate: 1e-5\nbf16: true\n";
const EIGHT_BITS = `${TRAINER}use_lora: true\nload_in_8bit: true\n`;
const FSDP = "compute_environment: LOCAL_MACHINE\ndistributed_type: FSDP\nnum_processes: 8\n";

/** The constraints that report something, with their severities. */
function reported(text: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  return analyse(text, "yaml", { workspace: workspaceOf(files) }).findings.flatMap(
    ({ constraint, severity }) =>
      constraint === undefined || severity === "information" || severity === "hint"
        ? []
        : [`${constraint} ${severity}`],
  );
}

describe("An 8-bit base model of Axolotl under FSDP", () => {
  const run = (rest: string) => reported(`${AXOLOTL}adapter: lora\nload_in_8bit: true\n${rest}`);

  it.each([
    ["fsdp_config:\n  offload_params: false\n"],
    ["fsdp_version: 1\nfsdp_config:\n  offload_params: false\n"],
    ["fsdp_config:\n  fsdp_version: 1\n"],
  ])("is refused by FSDP1: %j", (fsdp) => {
    expect(run(fsdp)).toEqual(["bitsandbytes-8-bit-fsdp1 error"]);
  });

  it.each([
    ["fsdp_version: 2\nfsdp_config:\n  offload_params: false\n"],
    ["fsdp_config:\n  fsdp_version: 2\n"],
  ])("is not by FSDP2: %j", (fsdp) => {
    expect(run(fsdp)).toEqual([]);
  });
});

describe("An 8-bit base model of the trainer under FSDP", () => {
  it.each([
    ["fsdp_config:\n  fsdp_version: 2\n", []],
    ["fsdp_config:\n  version: 2\n", []],
    ["fsdp_config:\n  version: 1\n", ["bitsandbytes-8-bit-fsdp1 error"]],
  ])("counts by the version that is written: %j", (version, expected) => {
    expect(reported(`${EIGHT_BITS}fsdp: full_shard auto_wrap\n${version}`)).toEqual(expected);
  });

  // transformers takes FSDP1 without a version up to 5.9, and FSDP2 from 5.10 on.
  it.each([
    ["", ["bitsandbytes-8-bit-fsdp-by-default warning"]],
    ["# bitlaw: transformers_version=4.57.6\n", ["bitsandbytes-8-bit-fsdp-by-default error"]],
    ["# bitlaw: transformers_version=5.10.0\n", []],
  ])("depends on the release without one: %j", (declared, expected) => {
    expect(reported(`${declared}${EIGHT_BITS}fsdp: full_shard auto_wrap\n`)).toEqual(expected);
  });

  it.each([
    ["", ["bitsandbytes-8-bit-fsdp1 error"]],
    ["fsdp_config:\n  fsdp_version: 2\n", []],
  ])("is seen in the launcher's file: %j", (version, expected) => {
    const files = { "acc.yaml": `${FSDP}mixed_precision: bf16\n${version}` };
    expect(reported(`# bitlaw: accelerate_config=acc.yaml\n${EIGHT_BITS}`, files)).toEqual(expected);
  });
});

describe("An 8-bit optimizer of Axolotl under FSDP", () => {
  it("follows the version inside of the block", () => {
    const run = (version: number) =>
      reported(
        `${AXOLOTL}optimizer: adamw_8bit\nfsdp_config:\n  offload_params: true\n  fsdp_version: ${version}\n`,
      );
    expect(run(1)).toEqual(["axolotl-fsdp-offload-without-8-bit-optimizer error"]);
    expect(run(2)).toEqual(["axolotl-fsdp2-without-bnb-adam error"]);
  });
});

describe("An 8-bit optimizer of the trainer under ZeRO", () => {
  const zero = (rest: object) =>
    JSON.stringify({
      train_micro_batch_size_per_gpu: "auto",
      bf16: { enabled: "auto" },
      zero_optimization: { stage: 2, offload_optimizer: { device: "cpu" } },
      ...rest,
    });
  const run = (rest: object) =>
    reported(`${TRAINER}optim: paged_adamw_8bit\ndeepspeed: ds.json\n`, { "ds.json": zero(rest) });

  it("gives way to DeepSpeed's CPU Adam with offload", () => {
    expect(run({})).toEqual(["hf-zero-offload-takes-cpu-adam warning"]);
  });

  it("stays where the file says so, and where nothing is offloaded", () => {
    expect(run({ zero_force_ds_cpu_optimizer: false })).toEqual([]);
    expect(run({ zero_optimization: { stage: 2 } })).toEqual([]);
  });

  it("gives way to the optimizer of the DeepSpeed file", () => {
    expect(run({ optimizer: { type: "AdamW", params: { lr: "auto" } } })).toEqual([
      "hf-optimizer-of-deepspeed-wins warning",
    ]);
  });

  it("gives way as well where the launcher's file offloads", () => {
    const launcher =
      "compute_environment: LOCAL_MACHINE\ndistributed_type: DEEPSPEED\nmixed_precision: bf16\n" +
      "deepspeed_config:\n  zero_stage: 2\n  offload_optimizer_device: cpu\n";
    expect(
      reported(`# bitlaw: accelerate_config=acc.yaml\n${TRAINER}optim: adamw_bnb_8bit\n`, {
        "acc.yaml": launcher,
      }),
    ).toEqual(["hf-zero-offload-takes-cpu-adam warning"]);
  });
});
