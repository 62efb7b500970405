import { describe, expect, it } from "vitest";
import { configOf, coveredBy, factOf, missingOf } from "./runOf.ts";

const megatron = (keys: string) =>
  configOf(`language_model: {num_layers: 2}\nmodel_parallel: {bf16: True}\n${keys}`);
const foundry = (keys: string) =>
  configOf(`model: {name: hf_causal_lm}\ntrain_loader: {name: text}\nfsdp_config: {}\n${keys}`);
const axolotl = (keys: string) => configOf(`base_model: a/b\nmicro_batch_size: 2\n${keys}`);

describe("D is", () => {
  it("steps × global batch × length", () => {
    const config = megatron("train_iters: 100\nglobal_batch_size: 8\nseq_length: 1_024\n");
    const { value, how, provenance, at } = factOf(config, "tokens");
    expect(value).toBe(100 * 8 * 1024);
    expect(how).toBe("train_iters 100 × global_batch_size 8 × seq_length 1,024 = 819k");
    expect(provenance).toBe("derived");
    expect(coveredBy(config, at)).toEqual(["100", "8", "1_024"]);
    expect(config.run.tokensPerStep).toBe(8 * 1024);
  });

  it("samples × length, which has no tokens per step", () => {
    const config = megatron("train_samples: 1000\nglobal_batch_size: 8\nseq_length: 1024\n");
    expect(factOf(config, "tokens").value).toBe(1_024_000);
    expect(config.run.tokensPerStep).toBeUndefined();
  });

  it("steps × micro batch × data-parallel size × length, from a declared world size", () => {
    const config = configOf(
      "# bitlaw: world_size=64\nlanguage_model: {num_layers: 2}\n" +
        "model_parallel: {tensor_model_parallel_size: 4, pipeline_model_parallel_size: 2, context_parallel_size: 2}\n" +
        "train_iters: 10\nmicro_batch_size: 3\nseq_length: 100\n",
    );
    expect(factOf(config, "tokens").value).toBe(10 * 3 * (64 / 16) * 100);
    expect(factOf(config, "tokens").how).toContain("data parallel 4 (world_size 64 (declared) / 16)");
  });

  it("batches, samples or tokens of a duration", () => {
    const keys = "global_train_batch_size: 4\nmax_seq_len: 10\n";
    expect(factOf(foundry(`max_duration: 5ba\n${keys}`), "tokens").value).toBe(200);
    expect(factOf(foundry(`max_duration: 5sp\n${keys}`), "tokens").value).toBe(50);
    const stated = factOf(foundry(`max_duration: 2e9tok\n${keys}`), "tokens");
    expect(stated).toMatchObject({ value: 2e9, provenance: "stated" });
  });

  it("steps, tokens or a number as text in OLMo's duration", () => {
    const olmo = (keys: string) =>
      configOf(
        `model: {d_model: 64, n_layers: 2, max_sequence_length: 10, block_type: sequential}\nevaluators: []\nprecision: fp32\nglobal_train_batch_size: 4\n${keys}`,
      );
    expect(factOf(olmo("max_duration: 5"), "tokens").value).toBe(200);
    expect(factOf(olmo("max_duration: '5'"), "tokens").value).toBe(200);
    expect(factOf(olmo("max_duration: 2e12T"), "tokens")).toMatchObject({
      value: 2e12,
      provenance: "stated",
    });
    // `stop_at` ends the run, whatever `max_duration` says
    expect(factOf(olmo("max_duration: 2e12T\nstop_at: 7"), "tokens").value).toBe(280);
    expect(factOf(olmo("run_name: a"), "tokens").how).toContain("max_duration 10,000 (default)");
    expect(missingOf(olmo("max_duration: 1ep"))["tokens"]).toContain("counts epochs");
  });

  it("a duration by reference", () => {
    const config = foundry("d: 5ba\nmax_duration: ${d}\nglobal_train_batch_size: 4\nmax_seq_len: 10\n");
    expect(factOf(config, "tokens").value).toBe(200);
    expect(coveredBy(config, factOf(config, "tokens").at)[0]).toBe("5ba");
  });

  it("what is declared", () => {
    const config = axolotl("# bitlaw: tokens=3B\nnum_epochs: 2\n");
    expect(factOf(config, "tokens")).toMatchObject({ value: 3e9, provenance: "declared" });
    expect(coveredBy(config, factOf(config, "tokens").at)).toEqual(["3B"]);
  });

  it("an upper bound where batches are padded", () => {
    const keys = "# bitlaw: world_size=2\nmax_steps: 10\nsequence_len: 100\n";
    expect(factOf(axolotl(keys), "tokens")).toMatchObject({ value: 4000, upperBound: true });
    expect(factOf(axolotl(keys), "tokens").how).toMatch(/ at most \(batches are padded\)$/);
    expect(factOf(axolotl(`${keys}sample_packing: true\n`), "tokens").upperBound).toBeUndefined();
  });
});

describe("D is missing, with the reason, where", () => {
  it.each<[string, ReturnType<typeof configOf>, RegExp]>([
    ["epochs count", axolotl("num_epochs: 3\n"), /^`num_epochs` counts epochs/],
    ["steps are −1", axolotl("max_steps: -1\n"), /^`num_epochs` counts epochs/],
    ["steps are text", axolotl("max_steps: many\n"), /`max_steps: many` is read as text/],
    ["nothing gives the world size", axolotl("max_steps: 10\n"), /number of GPUs \(world size\)/],
    [
      "the world size does not fit",
      configOf(
        "# bitlaw: world_size=6\nbase_model: a/b\nmicro_batch_size: 2\nmax_steps: 9\ntensor_parallel_size: 4\n",
      ),
      /world_size 6 \(declared\) is not a multiple of 4/,
    ],
    ["steps are not set", megatron("seq_length: 8\n"), /^`train_iters` is not set$/],
    [
      "the length is not set",
      megatron("train_iters: 8\nglobal_batch_size: 1\n"),
      /^`seq_length` is not set$/,
    ],
    ["the batch is not set", megatron("train_iters: 8\nseq_length: 8\n"), /^`micro_batch_size` is not set$/],
    [
      "the batch grows",
      megatron("train_iters: 8\nseq_length: 8\nglobal_batch_size: 8\nrampup_batch_size: [1, 1, 5]\n"),
      /batch size changes/,
    ],
    ["the duration counts epochs", foundry("max_duration: 2ep\n"), /^`max_duration: 2ep` counts epochs/],
    ["the duration has no unit", foundry("max_duration: 2\n"), /^`max_duration: 2` counts epochs/],
    ["the duration has a foreign unit", foundry("max_duration: 2h\n"), /states no steps or tokens$/],
    [
      "the duration is not set",
      foundry("precision: fp32\nglobal_train_batch_size: 1\n"),
      /^`max_duration` is not set$/,
    ],
    [
      "the duration comes from elsewhere",
      foundry("max_duration: ${oc.env:D}\n"),
      /filled in when the run starts/,
    ],
  ])("%s", (_, config, because) => {
    expect(config.run.facts.tokens).toBeUndefined();
    expect(missingOf(config)["tokens"]).toMatch(because);
  });

  it("says which comment would supply it", () => {
    const lacking = (config: ReturnType<typeof configOf>) =>
      config.run.missing.find(({ fact }) => fact === "tokens")?.declare;
    expect(lacking(axolotl("max_steps: 10\n"))).toBe("world_size=…");
    expect(lacking(axolotl("num_epochs: 1\n"))).toBe("tokens=…");
    expect(lacking(megatron("train_iters: 8\nglobal_batch_size: 1\n"))).toBe("sequence_length=…");
  });
});
