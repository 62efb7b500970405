import { describe, expect, it } from "vitest";
import bitlawTrain from "../../../server/data/laws/bitlaw-train.json" with { type: "json" };
import { analyse } from "../../../server/lint/analyse.ts";
import type { AppliedLaw } from "../../../server/lint/assessment/Assessment.ts";
import { compareTrainingFormats } from "../../../server/lint/assessment/formatComparisons.ts";
import { uniformFormats } from "../../../server/lint/assessment/standardFormats.ts";
import { format } from "../science/known.ts";

/** 48 layers of 12·2048² parameters: 2.4B; 250,000 × 256 × 4,096 = 262B tokens. */
const run = (...lines: readonly string[]) => `MODEL_ARGS:
  --num-layers: 48
  --hidden-size: 2048
  --num-attention-heads: 16
  --vocab-size: 50304
  --micro-batch-size: 1
  --global-batch-size: 256
  --seq-length: 4096
  --train-iters: 250000
  --bf16: true
${lines.map((line) => `  ${line}\n`).join("")}`;

function trainLawOf(text: string): AppliedLaw {
  const [assessment] = analyse(text, "yaml").assessments;
  const found = assessment?.laws.find(({ law }) => law.file.name === "bitlaw-train");
  if (!found?.applies) throw new Error(found?.because ?? "no assessment");
  return found;
}

const deltaOf = (text: string) => trainLawOf(text).prediction.delta ?? Number.NaN;

describe("bitlaw-train", () => {
  it("is asked with the recipe that a config states", () => {
    const { inputs } = trainLawOf(run("--fp8-format: hybrid", "--no-fp8-wgrad: true"));
    expect(inputs.backward?.name).toBe("fp8_e5m2:tensor");
    expect(inputs.backwardProducts).toEqual({ inputGradient: true, weightGradient: false });
    expect(inputs.wideLayers).toBe(0);
    expect(inputs).not.toHaveProperty("techniques");
  });

  it("is asked with the techniques of NVFP4's recipe, and says that nothing of it is open", () => {
    const { inputs, prediction } = trainLawOf(run("--fp4-format: e2m1"));
    expect(inputs.techniques).toEqual({ hadamard: true, stochasticRounding: true });
    expect(prediction.caveats).toEqual([]);
  });

  it("loses by exp(−wide·w) less where a share w of the layers is wide", () => {
    const none = deltaOf(run("--fp4-format: e2m1"));
    const five = deltaOf(
      run("--fp4-format: e2m1", "--first-last-layers-bf16: true", "--num-layers-at-end-in-bf16: 4"),
    );
    expect(five / none).toBeCloseTo(Math.exp((-bitlawTrain.constants.wide * 5) / 48), 10);
    const declared = deltaOf(`# bitlaw: wide_layers=0.15\n${run("--fp4-format: e2m1")}`);
    expect(declared / none).toBeCloseTo(Math.exp(-bitlawTrain.constants.wide * 0.15), 10);
  });

  it("counts E5M2 gradients as the larger error that they have, and 16-bit ones as none", () => {
    const hybrid = deltaOf(run("--fp8-format: hybrid"));
    const same = deltaOf(run("--fp8-format: e4m3"));
    const forward = trainLawOf(run("--fp8-format: e4m3")).prediction.terms.find(
      ({ name }) => name === "forward",
    );
    expect(hybrid).toBeGreaterThan(same);
    expect(same).toBeGreaterThan(forward?.value ?? Number.NaN);
  });

  it("says that the backward pass is open where neither the file nor the framework states it", () => {
    const { inputs, prediction } = trainLawOf(
      `# bitlaw: weights=mxfp4 activations=mxfp4\n${run("--fp8-format: hybrid", "--fp8-recipe: custom")}`,
    );
    expect(inputs).not.toHaveProperty("backward");
    expect(prediction.caveats.join("; ")).toMatch(/backward pass is not known/);
  });
});

describe("an alternative to the format of a run", () => {
  const { law, inputs } = trainLawOf(run("--fp8-format: hybrid"));

  it("has an open backward pass, not that of the run's own format", () => {
    const comparison = compareTrainingFormats(law, inputs);
    const alternative = comparison?.alternatives.find((one) => one.format.name === "nvfp4");
    const { parameters, tokens, kvCache, wideLayers } = inputs;
    const nvfp4 = format("nvfp4");
    expect(alternative?.prediction).toEqual(
      law.predict({ parameters, tokens, kvCache, wideLayers, weights: nvfp4, activations: nvfp4 }),
    );
  });

  it("keeps the layers that the run keeps wide", () => {
    expect({ ...inputs, ...uniformFormats(format("nvfp4")) }).toMatchObject({ wideLayers: 0 });
  });

  it("leaves the run's own format as the run has it", () => {
    expect(compareTrainingFormats(law, inputs)?.current.prediction).toEqual(law.predict(inputs));
  });
});

describe("a setting of the recipe that its framework ignores", () => {
  it.each(["--no-fp8-wgrad: true", "--num-layers-at-end-in-bf16: 4"])("is a finding at `%s`", (line) => {
    const text = run("--fp8-format: hybrid", "--fp8-recipe: tensorwise", line);
    const found = analyse(text, "yaml").findings.filter(({ rule }) => rule === "inactive-precision");
    expect(found.map(({ span }) => text.slice(span.start, span.end))).toEqual([line.split(": ")[1]]);
  });

  it("is none where it takes effect", () => {
    const text = run("--fp8-format: hybrid", "--no-fp8-wgrad: true");
    expect(analyse(text, "yaml").findings.map(({ rule }) => rule)).not.toContain("inactive-precision");
  });
});
