import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/lint/analyse.ts";

/** A nanotron run of 1.3B parameters on 16.8B tokens in declared formats. */
function training(declarations: string) {
  const text = `# bitlaw: ${declarations} non_embedding_parameters=1.3B
model:
  model_config: {}
parallelism:
  dp: 32
tokens:
  micro_batch_size: 64
  sequence_length: 4096
  train_steps: 2000
`;
  const found = analyse(text, "yaml").assessments[0]?.training;
  if (found === undefined) throw new Error("the text is a pre-training run");
  return found;
}

describe("A run as a plan", () => {
  it("is on the declared accelerator, else on the usual one of its format, which is said", () => {
    expect(training("weights=mxfp8 activations=mxfp8 hardware=gb200").plan).toMatchObject({
      hardware: { name: "gb200" },
    });
    for (const [format, usual] of [
      ["nvfp4", "b200"],
      ["mxfp8", "b200"],
      ["fp8_e4m3:block128", "h100"],
      ["bf16", "h100"],
    ] as const)
      expect(training(`weights=${format} activations=${format}`).plan).toMatchObject({
        hardware: { name: usual },
        isHardwareAssumed: true,
      });
    // No accelerator is known to train faster in 4-bit integers.
    expect(training("weights=int4 activations=int4").plan.hardware).toBeUndefined();
  });

  it("takes the declared speed for its own format, and the declared noise", () => {
    const { plan, current } = training("weights=mxfp8 activations=mxfp8 speedup=1.4 run_noise=0.001");
    expect(current.outcome.speed).toEqual({ from: "declared", low: 1.4, mid: 1.4, high: 1.4 });
    expect(plan.noise).toBe(0.001);
    expect(training("weights=mxfp8 activations=mxfp8").plan.noise).toBe(0.005);
  });

  it("has no speed where weights and activations differ: no published run multiplies them at once", () => {
    expect(training("weights=nvfp4 activations=mxfp8").current.outcome.speed).toBeUndefined();
  });

  it("has no speed where far more layers than usual stay in 16 bits, which save no time", () => {
    const speed = (facts: string) =>
      training(`weights=nvfp4 activations=nvfp4 ${facts}`).current.outcome.speed?.from;
    expect(speed("wide_layers=0.16")).toBe("class");
    expect(speed("wide_layers=1")).toBeUndefined();
    expect(speed("wide_layers=1 speedup=1.05")).toBe("declared");
  });

  it("asks about other formats without the recipe of the run's own", () => {
    const own = "output_gradients=nvfp4 backward_products=both hadamard=true stochastic_rounding=true";
    const { alternatives, inputs } = training(`weights=nvfp4 activations=nvfp4 ${own}`);
    expect(inputs.backward?.name).toBe("nvfp4");
    const mxfp8 = alternatives.find(({ format }) => format.name === "mxfp8");
    const asked = mxfp8 && "applied" in mxfp8.outcome.gap ? mxfp8.outcome.gap.applied.inputs : undefined;
    expect(asked).toMatchObject({ weights: { name: "mxfp8" }, backward: undefined });
    expect(asked?.techniques).toBeUndefined();
  });
});
