import { describe, expect, it } from "vitest";
import { runTimes } from "../../../server/lint/assessment/runTimes.ts";
import { computeRate } from "../../../server/science/throughput/computeRate.ts";
import { configOf } from "../config/runOf.ts";

/** A dense pre-training run of 7B parameters over 1T tokens. */
const times = (facts: string, precision = "bf16: true") =>
  runTimes(
    configOf(
      `# bitlaw: parameters=7B tokens=1T ${facts}\nbase_model: acme/own\nreinit_weights: true\npretraining_dataset: own\nmicro_batch_size: 1\n${precision}\n`,
    ).run,
  );

describe("the time of a run", () => {
  it("is 6·N·D by what published runs in BF16 reach on the accelerator", () => {
    const rate = computeRate({ name: "h100", generation: "Hopper" }, false)?.mid ?? Number.NaN;
    const [bf16] = times("hardware=h100 world_size=100")?.formats ?? [];
    const days = (6 * 7e9 * 1e12) / rate / 86_400;
    expect(bf16).toMatchObject({ isOwn: true, format: { name: "bf16" } });
    expect(bf16?.time.acceleratorDays.mid).toBeCloseTo(days, 6);
    expect(bf16?.time.days?.mid).toBeCloseTo(days / 100, 6);
  });

  it("is shorter by the declared speed of the run's own format, and of no other", () => {
    const formats = times(
      "hardware=h100 weights=fp8_e4m3:tensor activations=fp8_e4m3:tensor speedup=2",
      "",
    )?.formats;
    const of = (name: string) => formats?.find(({ format }) => format.name === name);
    expect(of("fp8_e4m3:tensor")?.isOwn).toBe(true);
    const wide = of("bf16")?.time.acceleratorDays.mid ?? Number.NaN;
    expect(of("fp8_e4m3:tensor")?.time.acceleratorDays.mid).toBeCloseTo(wide / 2, 6);
    expect(of("fp8_e4m3:block128")?.time.acceleratorDays.mid).not.toBeCloseTo(wide / 2, 1);
  });

  it("is not known without an accelerator, without tokens, or for a run that pre-trains nothing", () => {
    expect(times("")).toBeUndefined();
    expect(
      runTimes(
        configOf("# bitlaw: hardware=h100\nbase_model: meta-llama/Llama-2-7b-hf\nmicro_batch_size: 1\n").run,
      ),
    ).toBeUndefined();
  });

  it("is not known for a run in few bits that keeps far more layers than usual in 16 bits", () => {
    const own = (facts: string) =>
      times(`hardware=b200 weights=nvfp4 activations=nvfp4 ${facts}`, "")?.formats.find(({ isOwn }) => isOwn);
    expect(own("wide_layers=0.15")?.format.name).toBe("nvfp4");
    expect(own("wide_layers=0.5")).toBeUndefined();
    expect(own("wide_layers=0.5 speedup=1.2")?.format.name).toBe("nvfp4");
  });

  it("is that of the parameters without embeddings where the config leaves the vocabulary open", () => {
    const megatron = (vocabulary: string) =>
      runTimes(
        configOf(
          `# bitlaw: hardware=h100 world_size=8 ${vocabulary}
MODEL_ARGS:
  --num-layers: 32
  --hidden-size: 4096
  --num-attention-heads: 32
  --seq-length: 4096
  --global-batch-size: 1024
  --train-iters: 40000
  --bf16: true
`,
        ).run,
      )?.formats[0]?.time.acceleratorDays.mid ?? Number.NaN;
    const ratio = megatron("") / megatron("parameters=7B");
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1);
  });

  it("is not known on an accelerator without published runs", () => {
    expect(times("hardware=gaudi2")).toBeUndefined();
  });
});
