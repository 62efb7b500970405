import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { precisionRefactorings } from "../../../server/lint/actions/precisionRefactorings.ts";
import { analyse } from "../../../server/lint/analyse.ts";
import { overstates } from "../../../server/lint/wording/recordText.ts";
import { type DescribedRecord, recordFor } from "../../../server/science/backtest/recordFor.ts";

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

function trainingOf(text: string) {
  return analyse(text, "yaml").assessments[0]?.training;
}

// Kumar et al. predict divergence or many times the loss of the published runs in few integer bits; Sun et al. a
// seventh of what runs in FP4 lost.
const KUMAR = /held against \d+ published runs with 1 to 8-bit integer W\+A, they are not what it predicts/;
const SUN = /held against \d+ published runs with [^,]*W\+A, they typically lost [\d.]+× what it predicts/;

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

  it("suboptimal-float-layout says so for FP4, and nothing for FP8, which has no record", () => {
    const [four] = messages(run("weights=fp4_e1m2 activations=fp4_e1m2"), "suboptimal-float-layout");
    expect(four).toMatch(SUN);
    const [eight] = messages(run("weights=fp8_e5m2 activations=fp8_e5m2"), "suboptimal-float-layout");
    expect(eight).toBeDefined();
    expect(eight).not.toMatch(/held against/);
  });

  it("coarse-scaling says so", () => {
    const formats = "weights=fp4_e2m1:channel activations=fp4_e2m1:channel";
    expect(messages(run(formats), "coarse-scaling")[0]).toMatch(SUN);
  });

  it("overtrained-for-format says so", () => {
    expect(messages(run("weights=mxfp4 activations=mxfp4"), "overtrained-for-format")[0]).toMatch(SUN);
  });

  it("suboptimal-precision says so where the law predicts too little", () => {
    const [message] = messages(run("hardware=b200 weights=mxfp4 activations=mxfp4"), "suboptimal-precision");
    expect(message).toMatch(SUN);
  });

  it("suboptimal-precision is silent where the law predicts too much", () => {
    const text = run("hardware=a100 weights=int4 activations=int4");
    const training = trainingOf(text);
    expect(training?.law.file.name).toBe("kumar-2024");
    expect(overstates(training?.current.record)).toBe(true);
    // BF16, which an A100 has, would come out far better by the law.
    const bf16 = training?.alternatives.find(({ format }) => format.name === "bf16");
    expect(bf16?.onHardware).toBe(true);
    
    expect(messages(text, "suboptimal-precision")).toEqual([]);
  });

  it("a precision choice says so, and no optimum is named by a law that predicts too much", () => {
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
    // Of runs whose forward pass alone is in 4 bits: those with a backward pass in few bits are too few to disagree.
    const { weights, activations } = assessment.training.inputs;
    const record = recordFor("sun-2025", { weights, activations });
    expect(record?.disagrees).toBe(true);
    expect(titles(record)[0]).toMatch(/^Compute-optimal/);
    for (const title of titles(record)) expect(title).toMatch(SUN);
    const tooMuch = titles(record && { ...record, medianRatio: 8 });
    expect(tooMuch.length).toBeGreaterThan(0);
    for (const title of tooMuch)
      expect(title).toMatch(/^Train in .*it typically predicts 8.*× what they lost/);
    expect(titles(undefined)[0]).toMatch(/ · sun-2025$/);
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
      expect.stringMatching(/^Quantize to INT8.* · bitlaw-ptq$/),
    ]);
    expect(offered(true)).toEqual([]);
  });
});
