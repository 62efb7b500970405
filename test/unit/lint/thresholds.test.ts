import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/lint/analyse.ts";
import { DECLARED_RULES } from "../../../server/lint/rules/rules.ts";
import { workspaceOf } from "../../workspaceOf.ts";

/**
 * FP4 with a scale for each channel, 154,140,672 parameters, 1e5 · 64 · 32 · 4,096 = 8.39e11 tokens. By bitlaw-train NVFP4
 * loses less: 0.739733 · 1.18962 · 0.950 · 1.583 = 1.3234 times 0.0335^0.732685 − 0.0239^0.732685 = 0.0831 − 0.0648, and
 * 0.8724 · (0.01268 − 0.00904) in the backward pass: 0.0242 + 0.0032 = 0.0274 nats.
 */
const COARSE = `# bitlaw: weights=fp4_e2m1:channel activations=fp4_e2m1:channel non_embedding_parameters=154140672
model:
  model_config: {}
parallelism:
  dp: 32
tokens:
  micro_batch_size: 64
  sequence_length: 4096
  train_steps: 100000
`;

function rulesWith(text: string, thresholds: Readonly<Record<string, Readonly<Record<string, number>>>>) {
  return analyse(text, "yaml", { thresholds }).findings.map(({ rule }) => rule);
}

describe("A threshold", () => {
  it("decides from which value on its rule reports", () => {
    expect(rulesWith(COARSE, {})).toContain("coarse-scaling");
    expect(rulesWith(COARSE, { "coarse-scaling": { gain: 0.026 } })).toContain("coarse-scaling");
    expect(rulesWith(COARSE, { "coarse-scaling": { gain: 0.029 } })).not.toContain("coarse-scaling");
  });

  it("is that of its own rule, whatever others have the same name", () => {
    expect(rulesWith(COARSE, { "overtrained-for-format": { gap: 1 } })).toContain("coarse-scaling");
  });

  it("of a project file holds for the files of its override, and the key that it does not name keeps its default", () => {
    const project =
      "thresholds: { coarse-scaling: { gain: 0.029 } }\n" +
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
