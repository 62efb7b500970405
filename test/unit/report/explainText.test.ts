import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/lint/analyse.ts";
import { explainText } from "../../../server/lint/report/explain/explainText.ts";
import { PLAIN } from "../../../server/lint/report/Style.ts";
import { lawFrom } from "../../../server/science/lawFiles/lawFrom.ts";
import type { LawFile } from "../../../server/science/laws/Law.ts";
import { ownLaw } from "../../ownLaw.ts";
import { OVERTRAINED } from "../../protocol/configs.ts";

const explained = (text: string) => explainText("run.yaml", analyse(text, "yaml"), PLAIN);

const qlora = (model: string, quantization = "load_in_4bit: true") => `
base_model: ${model}
${quantization}
adapter: qlora
sequence_len: 2048
micro_batch_size: 2
datasets:
  - path: own-data
`;

describe("What explain says", () => {
  it("names the tokens of pre-training among the facts to declare, where the quantized base model is not known", () => {
    expect(explained(qlora("acme/foobar-9b"))).toMatch(/# bitlaw: .*\bpretraining_tokens=…/);
    expect(explained(qlora("meta-llama/Llama-2-7b-hf"))).not.toContain("pretraining_tokens=…");
  });

  it("calls a risk of nearly nothing below 1 %, not 0 %", () => {
    expect(explained(qlora("meta-llama/Llama-2-7b-hf"))).toContain("risk of more than 1 nat below 1 %");
  });

  it("calls a collapse that is all but certain a risk above 99 %", () => {
    // GPTQ at 2 bits in groups of 128 cost this very model 2.0 nats on WikiText2 (Zheng et al. 2025, Table 3).
    const config = `# bitlaw: quantization=int2:g128 method=gptq\n${qlora("Qwen/Qwen3-8B-Base", "load_in_4bit: false")}`;
    expect(explained(config)).toContain("risk of more than 1 nat above 99 %");
    const messages = analyse(config, "yaml").findings.map(({ message }) => message);
    expect(messages.join("\n")).toContain("risk of a collapse (above 1 nat) above 99 % (`bitlaw-ptq`)");
  });

  it("does not say that nothing is quantized where the format of it is open", () => {
    const text = explained(`
model_name_or_path: Qwen/Qwen3-8B-Base
stage: sft
do_train: true
finetuning_type: lora
quantization_bit: 4
quantization_method: hqq
template: qwen3
cutoff_len: 2048
`);
    expect(text).toContain(
      "the format of the quantized weights is not known: the library that quantizes the base model chooses the scaling",
    );
    expect(text).not.toContain("quantizes nothing");
  });

  it("has the memory of weights, gradients and optimizer where all are known", () => {
    // Axolotl's bf16: everything in BF16, AdamW: 2 + 2 + 2·2 bytes a parameter, without a second copy of the weights.
    const text = explained(
      "# bitlaw: parameters=1B\nbase_model: acme/own\nreinit_weights: true\nbf16: true\noptimizer: adamw_torch\nmicro_batch_size: 1\nsequence_len: 2048\n",
    );
    expect(text).toContain(
      "8 bytes a parameter, 8 GB in all: weights 2 GB (BF16), gradients 2 GB (BF16), optimizer state 4 GB (2 × BF16); before sharding",
    );
    expect(explained(qlora("meta-llama/Llama-2-7b-hf"))).not.toContain("Memory of weights");
  });

  it("has the time of a run and of others where accelerators and their number are known", () => {
    const run = (facts: string) =>
      explained(
        `# bitlaw: hardware=h100 parameters=7B tokens=1T ${facts}\nbase_model: acme/own\nreinit_weights: true\npretraining_dataset: own\nbf16: true\nmicro_batch_size: 1\n`,
      );
    const text = run("world_size=100");
    expect(text).toMatch(/^Time on 100 × H100, by what \d+ published runs in BF16 reach on Hopper$/m);
    const [, acceleratorDays, days] =
      /^ {2}BF16 +([\d.k]+) \([^)]+\) H100-days +([\d.]+) \([^)]+\) days +this run$/m.exec(text) ?? [];
    // A hundred accelerators take a hundredth of the days, to the two digits that are printed.
    expect(Number(acceleratorDays?.replace("k", "e3")) / Number(days) / 100).toBeCloseTo(1, 1);
    expect(text).toMatch(/^ {2}FP8 E4M3, per tensor +[\d.k]+ \([^)]+\) H100-days +[\d.]+ \([^)]+\) days$/m);
    expect(run("")).toMatch(/^ {2}BF16 +[\d.k]+ \([^)]+\) H100-days +this run$/m);
    expect(explained(qlora("meta-llama/Llama-2-7b-hf"))).not.toContain("Time on");
  });

  it("says where no interval is known", () => {
    const laws = [lawFrom(JSON.parse(ownLaw()) as LawFile)];
    const text = explainText("run.yaml", analyse(OVERTRAINED, "yaml", { laws }), PLAIN);
    expect(text).toMatch(/own-fit {2}ΔL \+[\d.]+ nats against 16 bit; no interval known here;/);
  });

  it("shows the recipe, the optimizer and the schedule with their origin", () => {
    const text = explained(`MODEL_ARGS:
  --num-layers: 20
  --hidden-size: 1024
  --num-attention-heads: 16
  --micro-batch-size: 1
  --seq-length: 1024
  --lr: 3.0e-4
  --min-lr: 3.0e-5
  --lr-decay-style: cosine
  --weight-decay: 0.1
  --bf16: true
  --fp4-format: e2m1
  --first-last-layers-bf16: true
  --num-layers-at-end-in-bf16: 2
`);
    for (const row of [
      /^ {2}output gradients +NVFP4 +stated +line 12 /m,
      /^ {2}Hadamard transforms +yes +default +line 12 /m,
      // 3 of 20 equal layers
      /^ {2}linear layers in 16 bits +15 % +derived +line 13 +first 1 and last 2 of 20 layers = 15 %/m,
      /^ {2}learning-rate schedule +cosine +stated +line 9 +--lr-decay-style cosine$/m,
      /^ {2}final learning rate +3e-5 +stated +line 8 /m,
      /^ {2}weight decay +0\.1 +stated +line 10 /m,
    ])
      expect(text).toMatch(row);
  });
});
