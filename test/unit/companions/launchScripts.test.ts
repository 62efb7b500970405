import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/lint/analyse.ts";
import { workspaceOf } from "../../workspaceOf.ts";
import { factOf, missingOf, valuesOf } from "../config/runOf.ts";
import { configAmong } from "./read.ts";

const AXOLOTL = `base_model: meta-llama/Llama-3.2-1B
datasets: [{path: a, type: alpaca}]
micro_batch_size: 2
gradient_accumulation_steps: 4
sequence_len: 2048
sample_packing: true
max_steps: 100
learning_rate: 1e-4
bf16: true
`;

describe("A config that a command names", () => {
  it("gives what the command does not say, and its own loader reads it", () => {
    const script =
      "accelerate launch --num_processes 4 -m axolotl.cli.train cfg/a.yml --learning-rate 2e-4 --max-steps=50\n";
    const config = configAmong({ "run.sh": script, "cfg/a.yml": AXOLOTL }, "run.sh");
    expect(config.dialect.id).toBe("axolotl");
    // 50 × 2 × 4 × 4 × 2,048
    expect(factOf(config, "tokens").value).toBe(3_276_800);
    expect(factOf(config, "learningRate").value).toBe(2e-4);
    expect(valuesOf(config)["parameters"]).toBe(1_235_814_400);
    expect([...config.references.keys()]).toEqual(["cfg/a.yml"]);
  });

  it("may be TOML", () => {
    const toml = `[model]\nname = "qwen3"\nflavor = "0.6B"\n[training]\nsteps = 10\nseq_len = 512\nlocal_batch_size = 2\n`;
    const script =
      "F=${CONFIG_FILE:-./titan/a.toml}\ntorchrun --nproc_per_node=4 -m torchtitan.train --job.config_file $F --training.steps 30 $@\n";
    const config = configAmong({ "run.sh": script, "titan/a.toml": toml }, "run.sh");
    expect(factOf(config, "parameters").value).toBe(596_049_920);
    // 30 × 2 × 4 × 512
    expect(factOf(config, "tokens").value).toBe(122_880);
  });

  it("that is not in the workspace leaves open what it may say", () => {
    const config = configAmong({ "run.sh": "axolotl train cfg/a.yml --learning-rate 1e-4\n" }, "run.sh");
    expect(factOf(config, "learningRate").value).toBe(1e-4);
    expect(missingOf(config)["parameters"]).toBe(
      "`base_model`: it may be set in `cfg/a.yml`, which is not known here",
    );
    expect(config.companionNotes.map(({ message }) => message)).toEqual([
      "`cfg/a.yml` is not in this workspace",
    ]);
  });

  it("with assignments behind it is overridden by them", () => {
    const yaml =
      "stage: sft\nfinetuning_type: full\nmodel_name_or_path: Qwen/Qwen2.5-7B\ntemplate: qwen\nlearning_rate: 1.0e-5\n";
    const script = "llamafactory-cli train full.yaml learning_rate=3e-6 bf16=true\n";
    const config = configAmong({ "run.sh": script, "full.yaml": yaml }, "run.sh");
    expect(factOf(config, "learningRate").value).toBe(3e-6);
    expect(factOf(config, "weights").value.name).toBe("bf16");
  });
});

describe("Files of launchers that a command names", () => {
  const TRAINER = "--model_name_or_path gpt2 --per_device_train_batch_size 1 --gradient_accumulation_steps 1";

  it("are DeepSpeed's own", () => {
    const ds = '{"fp16": {"enabled": true}, "bf16": {"enabled": false}, "zero_optimization": {"stage": 2}}';
    const script = `deepspeed --num_gpus 2 train.py ${TRAINER} --bf16 True --deepspeed ds.json\n`;
    const { findings } = analyse(script, "shell", {
      workspace: workspaceOf({ "run.sh": script, "ds.json": ds }, "run.sh"),
    });
    expect(findings.map(({ rule }) => rule)).toContain("companion-disagrees");
  });

  it("may be written by the script itself, with its values", () => {
    const script = `STAGE=2\nBATCH=1\ncat <<EOF > ds.json\n{\n  "train_micro_batch_size_per_gpu": $BATCH,\n  "zero_optimization": { "stage": \${STAGE} },\n  "fp16": { "enabled": true },\n  "bf16": { "enabled": false }\n}\nEOF\ndeepspeed --num_gpus 2 train.py ${TRAINER} --bf16 True --deepspeed ds.json\n`;
    const { findings, assessments } = analyse(script, "shell");
    const [finding] = findings.filter(({ rule }) => rule === "companion-disagrees");
    expect(script.slice(finding?.span.start, finding?.span.end)).toBe("True");
    const [companion] = assessments[0]?.config.companions ?? [];
    expect(companion?.config.readings.word("microBatch")).toBe(1);
    const place = companion?.config.readings.stated("fp16")?.span;
    expect(script.slice((place?.start ?? 0) - 21, place?.end)).toBe('"fp16": { "enabled": true');
  });

  it("may be written with what is not known here, and then say nothing", () => {
    const script = `cat > ds.json <<EOF\n{ "train_batch_size": $BATCH, "fp16": { "enabled": true } }\nEOF\ndeepspeed --num_gpus 2 train.py ${TRAINER} --bf16 True --deepspeed ds.json\n`;
    const { findings, assessments } = analyse(script, "shell", {
      workspace: workspaceOf({ "run.sh": script }, "run.sh"),
    });
    expect(findings.map(({ rule }) => rule)).toEqual([]);
    expect(assessments[0]?.config.companions).toEqual([]);
  });

  it("and Accelerate's", () => {
    const yaml =
      "compute_environment: LOCAL_MACHINE\ndistributed_type: MULTI_GPU\nmixed_precision: fp16\nnum_processes: 6\n";
    const script = `accelerate launch --config_file acc.yaml train.py ${TRAINER}\n`;
    const config = configAmong({ "run.sh": script, "acc.yaml": yaml }, "run.sh");
    expect(config.companions.map(({ path }) => path)).toEqual(["acc.yaml"]);
  });
});
