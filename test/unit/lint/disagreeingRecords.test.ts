import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { precisionRefactorings } from "../../../server/lint/actions/precisionRefactorings.ts";
import { analyse } from "../../../server/lint/analyse.ts";
import type { DescribedRecord } from "../../../server/science/backtest/recordFor.ts";

/** A nanotron run of 154M parameters without embeddings in declared formats, on 64 × 32 × 4,096 × 1e5 = 839B tokens. */
function run(declarations: string): string {
  return `# bitlaw: ${declarations} non_embedding_parameters=154140672
model:
  model_config: {}
parallelism:
  dp: 32
tokens:
  micro_batch_size: 64
  sequence_length: 4096
  train_steps: 100000
`;
}

function messages(text: string, rule: string): readonly string[] {
  return analyse(text, "yaml")
    .findings.filter((finding) => finding.rule === rule)
    .map(({ message }) => message);
}

// Kumar et al. predict divergence or many times the loss of the published runs in few integer bits.
const KUMAR = /held against \d+ published runs with 1 to 8-bit integer W\+A, they are not what it predicts/;

describe("Where published runs disagree with the law of a rule", () => {
  it("sub-4-bit-training says so, and nothing of runs that have weights alone in few bits", () => {
    const [weights, activations, ...others] = messages(
      run("weights=int3 activations=int3"),
      "sub-4-bit-training",
    );
    expect(weights).toMatch(KUMAR);
    expect(activations).toMatch(/although \d+ published runs with 1 to 8-bit integer W\+A trained\. /);
    expect(others).toEqual([]);
    const [alone] = messages(run("weights=int3 activations=bf16"), "sub-4-bit-training");
    expect(alone).toMatch(/\(`kumar-2024`, Eq\. 4\)/);
  });

  it("predicted-divergence says that such runs trained", () => {
    const [message] = messages(run("weights=int8 activations=int3"), "predicted-divergence");
    expect(message).toMatch(/\d+ published runs with 1 to 8-bit integer W\+A trained nonetheless\.$/);
  });

  it("suboptimal-float-layout is silent for FP4, whose published runs refute its law, and speaks for FP8", () => {
    expect(messages(run("weights=fp4_e1m2 activations=fp4_e1m2"), "suboptimal-float-layout")).toEqual([]);
    const [eight] = messages(run("weights=fp8_e5m2 activations=fp8_e5m2"), "suboptimal-float-layout");
    expect(eight).toBeDefined();
    expect(eight).not.toMatch(/held against/);
  });

  it("no law leads that they disagree with", () => {
    for (const formats of ["mxfp4", "nvfp4", "fp4_e2m1:channel", "int4", "int3", "fp8_e4m3:tensor"]) {
      const [assessment] = analyse(run(`weights=${formats} activations=${formats}`), "yaml").assessments;
      expect(assessment?.training?.law.file.name, formats).toBe("bitlaw-train");
      expect(assessment?.training?.current.record?.disagrees, formats).toBeUndefined();
    }
  });

  it("a precision choice says so, with the number first", () => {
    const text = `MODEL_ARGS:
  --num-layers: 12
  --hidden-size: 768
  --num-attention-heads: 12
  --seq-length: 4096
  --micro-batch-size: 2
  --global-batch-size: 1024
  --train-iters: 1000000
  --bf16: true
  --fp4-format: e2m1
`;
    const [assessment] = analyse(text, "yaml").assessments;
    if (assessment?.training === undefined) throw new Error("the text is a training config");
    const at = text.indexOf("e2m1");
    const titles = (record: DescribedRecord | undefined) => {
      const { training } = assessment;
      const current = training && { ...training.current, record };
      const changed = current ? { ...assessment, training: { ...training, current } } : assessment;
      return precisionRefactorings(changed, { start: at, end: at }).map(({ title }) => title);
    };
    const { record } = assessment.training.current;
    const off = titles(record && { ...record, disagrees: true, medianRatio: 8 });
    expect(off.length).toBeGreaterThan(0);
    for (const title of off)
      expect(title).toMatch(/^−.*train in .*it typically predicts 8.*× what they lost/);
    for (const title of titles(undefined)) expect(title).toMatch(/ · bitlaw-train$/);
  });

  it("a precision choice is no format for which they do", () => {
    const text = readFileSync(new URL("../../fixtures/modelopt-ptq/full.yaml", import.meta.url), "utf8");
    const [assessment] = analyse(text, "yaml").assessments;
    const [quantization] = assessment?.quantizations ?? [];
    const place = quantization?.fact.at[0];
    if (!assessment || !quantization || !place) throw new Error("the fixture quantizes a model");
    const offered = (disagrees: boolean) => {
      const alternatives = quantization.alternatives.map((outlook) => ({
        ...outlook,
        record: quantization.current.record && {
          ...quantization.current.record,
          ...(disagrees ? { disagrees } : {}),
        },
      }));
      return precisionRefactorings(
        { ...assessment, quantizations: [{ ...quantization, alternatives }] },
        place,
      );
    };
    expect(offered(false).map(({ title }) => title)).toEqual([
      expect.stringMatching(/^−.*quantize to INT8.* · bitlaw-ptq$/),
    ]);
    expect(offered(true)).toEqual([]);
  });
});
