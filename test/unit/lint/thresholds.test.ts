import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/lint/analyse.ts";
import { DECLARED_RULES } from "../../../server/lint/rules/rules.ts";
import { workspaceOf } from "../../workspaceOf.ts";

/**
 * 440,460,288 parameters without embeddings and 10.1T tokens in E4M3 with one scale per tensor: Eq. 18 of Sun et al. 2025
 * gives 46,260 · 13.1567 / 55,871,408 = 0.01089 nats, and 46,260 · 5 / 55,871,408 = 0.00414 in MXFP8: 0.00675 fewer.
 */
const COARSE = `language_model:
  num_layers: 28
  hidden_size: 1024
  ffn_hidden_size: 3072
  num_attention_heads: 16
  num_query_groups: 8
  kv_channels: 128
  gated_linear_unit: true
  add_bias_linear: false
  normalization: RMSNorm
  first_last_layers_bf16: true
  fp8: hybrid
  fp8_recipe: tensorwise
model_parallel:
  bf16: true
position_embedding_type: rope
seq_length: 4096
global_batch_size: 2048
train_iters: 1200000
`;

function rulesWith(text: string, thresholds: Readonly<Record<string, Readonly<Record<string, number>>>>) {
  return analyse(text, "yaml", { thresholds }).findings.map(({ rule }) => rule);
}

describe("A threshold", () => {
  it("decides from which value on its rule reports", () => {
    expect(rulesWith(COARSE, {})).toContain("coarse-scaling");
    expect(rulesWith(COARSE, { "coarse-scaling": { gain: 0.0067 } })).toContain("coarse-scaling");
    expect(rulesWith(COARSE, { "coarse-scaling": { gain: 0.0068 } })).not.toContain("coarse-scaling");
  });

  it("is that of its own rule, whatever others have the same name", () => {
    expect(rulesWith(COARSE, { "suboptimal-precision": { gain: 1 } })).toContain("coarse-scaling");
  });

  it("of a project file holds for the files of its override, and the key that it does not name keeps its default", () => {
    const project =
      "thresholds: { coarse-scaling: { gain: 0.0068 } }\n" +
      "overrides: [{ files: [fine.yaml], thresholds: { coarse-scaling: { gain: 0 } } }]\n";
    const found = (path: string) =>
      analyse(COARSE, "yaml", { workspace: workspaceOf({ ".bitlaw.yaml": project }, path) }).findings.filter(
        ({ rule }) => rule === "coarse-scaling",
      ).length;
    expect([found("train.yaml"), found("fine.yaml")]).toEqual([0, 1]);
  });

  it("that a project file has out of its range leaves the default in force", () => {
    const workspace = workspaceOf(
      { ".bitlaw.yaml": "thresholds: { coarse-scaling: { gain: -1 } }\n" },
      "train.yaml",
    );
    const { project, findings } = analyse(COARSE, "yaml", { workspace });
    expect(project?.problems.map(({ message }) => message)).toEqual([
      "`thresholds.coarse-scaling.gain` must be at least 0.",
    ]);
    expect(findings.map(({ rule }) => rule)).toContain("coarse-scaling");
  });
});

describe("The thresholds that are declared", () => {
  const all = DECLARED_RULES.flatMap(({ name: rule, thresholds = {} }) =>
    Object.entries(thresholds).map(([name, threshold]) => ({ rule, name, threshold })),
  );

  it.each(all)("$rule.$name has its default in its range", ({ threshold }) => {
    expect(threshold.minimum).toBeLessThan(threshold.maximum);
    expect(threshold.default).toBeGreaterThanOrEqual(threshold.minimum);
    expect(threshold.default).toBeLessThanOrEqual(threshold.maximum);
  });

  it.each(all)(
    "$rule.$name has a range that its unit allows",
    ({ threshold: { unit, minimum, maximum } }) => {
      if (unit === "ratio") expect(minimum).toBeGreaterThanOrEqual(1);
      else expect(minimum).toBeGreaterThanOrEqual(0);
      if (unit === "share") expect(maximum).toBeLessThanOrEqual(1);
    },
  );
});
