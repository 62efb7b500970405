import { describe, expect, it } from "vitest";
import { formatCompute, parseCompute } from "../../../server/config/run/quantity.ts";
import type { Facts } from "../../../server/config/run/TrainingRun.ts";
import { analyse } from "../../../server/lint/analyse.ts";
import { workspaceOf } from "../../workspaceOf.ts";

/** N is 24 · (4 · 1024² + 3 · 1024 · 2816 + 2 · 1024) + 1024 + 2 · 49,152 · 1024 = 408,994,816. */
const SHAPE = `general:
  run: mini
model:
  dtype: bfloat16
  model_config:
    hidden_size: 1024
    intermediate_size: 2816
    num_attention_heads: 16
    num_hidden_layers: 24
    vocab_size: 49152
optimizer:
  accumulate_grad_in_fp32: true
`;

/** 128 · 2 · 2 · 2048 = 1,048,576 tokens a step; 20,000 steps. */
const LENGTH = `parallelism:
  dp: 2
tokens:
  batch_accumulation_per_replica: 128
  micro_batch_size: 2
  sequence_length: 2048
  train_steps: 20000
`;

/** Unknown size and length, which comments supply. */
const FINE_TUNING = `base_model: models/own-base
datasets:
  - path: tatsu-lab/alpaca
    type: alpaca
sequence_len: 2048
micro_batch_size: 4
max_steps: 1000
gradient_accumulation_steps: 2
bf16: true
learning_rate: 0.0002
`;

function runOf(text: string, thresholds = {}) {
  const { assessments, findings } = analyse(text, "yaml", { thresholds });
  return {
    facts: assessments[0]?.config.run.facts ?? ({} as Facts),
    missing: assessments[0]?.config.run.missing.map(({ fact }) => fact),
    over: findings.filter(({ rule }) => rule === "over-compute-budget"),
  };
}

describe("Compute", () => {
  it.each([
    ["1e24", 1e24],
    ["5.76e23", 5.76e23],
    ["1E+21", 1e21],
    ["3000000", 3e6],
    [" 1e24 ", 1e24],
  ])("is read from %j", (text, value) => {
    expect(parseCompute(text)).toBe(value);
  });

  it.each(["", "0", "-1e24", "1e24 FLOP", "1T", "1e-3", "1e400", "1e41", "e24", "0x10"])(
    "is not %j",
    (text) => {
      expect(parseCompute(text)).toBeUndefined();
    },
  );

  it.each([
    [1e24, "1e24"],
    [5.764e23, "5.76e23"],
    [9.999e20, "1e21"],
    [120, "1.2e2"],
  ])("%d is shown as %s", (value, text) => {
    expect(formatCompute(value)).toBe(text);
  });
});

describe("A declared compute budget", () => {
  it("gives a pre-training run its tokens where nothing else does: C/(6·N)", () => {
    const { facts, missing, over } = runOf(`# bitlaw: compute_budget=4e19\n${SHAPE}`);
    // 4e19 / 2,453,968,896 = 16,300,125,101.5
    expect(facts.tokens).toMatchObject({ value: 16_300_125_101, provenance: "derived" });
    expect(facts.tokens?.how).toBe("compute_budget 4e19 FLOP / (6 × 409M parameters) = 16.3B");
    expect(missing).not.toContain("tokens");
    expect(over).toEqual([]);
  });

  it("counts the active parameters of a mixture of experts", () => {
    // 6e21 / (6 · 1e9) = 1e12.
    const { facts } = runOf(
      `# bitlaw: stage=pretrain parameters=10B active_parameters=1B compute_budget=6e21\n${FINE_TUNING.replace("max_steps: 1000\n", "")}`,
    );
    expect(facts.tokens?.value).toBe(1e12);
    expect(facts.tokens?.how).toContain("1B active parameters");
  });

  it("leaves the tokens of a fine-tuning run open", () => {
    const { facts, missing } = runOf(
      `# bitlaw: parameters=1B compute_budget=6e21\n${FINE_TUNING.replace("max_steps: 1000\n", "")}`,
    );
    expect(facts.computeBudget?.value).toBe(6e21);
    expect(facts.tokens).toBeUndefined();
    expect(missing).toContain("tokens");
  });

  it("says which share of it the run uses", () => {
    // 6 · 408,994,816 · 20,971,520,000 = 5.1463e19, 51.5 % of 1e20.
    const { facts } = runOf(`# bitlaw: compute_budget=1e20\n${SHAPE}${LENGTH}`);
    expect(facts.computeBudget?.how).toBe(
      "declared `compute_budget=1e20`; 6 × 409M parameters × 21B tokens = 5.15e19 FLOP, 51.5 % of it",
    );
    expect(facts.tokens?.value).toBe(20_971_520_000);
  });

  it("may stand in the project file, in YAML and in JSON", () => {
    for (const [name, text] of [
      [".bitlaw.yaml", "declare: { compute_budget: 4e19 }"],
      [".bitlaw.json", '{"declare": {"compute_budget": 4e19}}'],
    ] as const) {
      const workspace = workspaceOf({ [name]: text }, "train.yaml");
      const { assessments, project, findings } = analyse(`${SHAPE}${LENGTH}`, "yaml", { workspace });
      expect(project?.problems).toEqual([]);
      expect(assessments[0]?.config.run.facts.computeBudget?.how).toContain(`in \`${name}\``);
      expect(findings.map(({ rule }) => rule)).toContain("over-compute-budget");
    }
  });

  it("that is no number is a finding", () => {
    const { findings } = analyse(`# bitlaw: compute_budget=lots\n${SHAPE}`, "yaml");
    expect(findings.find(({ rule }) => rule === "unknown-declaration")?.message).toBe(
      "`lots` is not a value for `compute_budget`: expected floating-point operations such as 1e24.",
    );
  });
});

describe("over-compute-budget", () => {
  const withBudget = (budget: string) => `# bitlaw: compute_budget=${budget}\n${SHAPE}${LENGTH}`;

  it("reports from 1.05 times the budget on", () => {
    // 5.14635e19 / 4.91e19 = 1.0481, / 4.89e19 = 1.0524.
    expect(runOf(withBudget("4.91e19")).over).toEqual([]);
    expect(runOf(withBudget("4.89e19")).over).toHaveLength(1);
  });

  it("reports from the project's own threshold on", () => {
    // 5.14635e19 / 4e19 = 1.2866.
    const over = (excess: number) =>
      runOf(withBudget("4e19"), { "over-compute-budget": { excess } }).over.length;
    expect([over(1.28), over(1.29)]).toEqual([1, 0]);
  });

  it("is for fine-tuning runs too", () => {
    // 6 · 1e9 · 1000 · 4 · 2 · 2048 · 1 = 9.83e16 with one GPU.
    const text = (budget: string) =>
      `# bitlaw: parameters=1B world_size=1 compute_budget=${budget}\n${FINE_TUNING}`;
    expect(runOf(text("9e16")).over).toHaveLength(1);
    expect(runOf(text("1e17")).over).toEqual([]);
  });

  it("is silent where the size of a name may be small enough", () => {
    // N is 7e9 ± 10 % by its name; 6 · 7e9 · 1000 · 16,384 = 6.88e17, and 6.19e17 with 10 % less.
    const text = (budget: string) =>
      `# bitlaw: world_size=1 compute_budget=${budget}\n${FINE_TUNING.replace("own-base", "own-base-7b")}`;
    expect(runOf(text("6.3e17")).facts.parameters?.tolerance).toBe(0.1);
    expect(runOf(text("6e17")).over).toEqual([]);
    expect(runOf(text("5.8e17")).over).toHaveLength(1);
  });
});

it("A budget is not held against the training of adapters, which takes less than 6·N·D", () => {
  // 1e9 · 6 · 4 · 2 · 2048 · 1000 = 9.8e16, 98 times the budget.
  const budget = "# bitlaw: parameters=1B world_size=1 compute_budget=1e15\n";
  expect(runOf(`${budget}${FINE_TUNING}`).over).toHaveLength(1);
  expect(runOf(`${budget}${FINE_TUNING}adapter: lora\nlora_r: 16\n`).over).toEqual([]);
});
