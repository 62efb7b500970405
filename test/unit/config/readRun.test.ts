import { describe, expect, it } from "vitest";
import { configOf, coveredBy, factOf, missingOf, valuesOf } from "./runOf.ts";

const axolotl = (keys: string) => configOf(`base_model: a/b\nmicro_batch_size: 2\n${keys}`);
const flags = (keys: string) =>
  configOf(`MODEL_ARGS:\n  --num-layers: 2\n  --hidden-size: 64\n  --num-attention-heads: 4\n${keys}`);

describe("provenance is", () => {
  it("stated, with the scalars of the keys that led to the fact", () => {
    const config = flags("  --bf16: true\n  --fp8-format: hybrid\n");
    const weights = factOf(config, "weights");
    expect(weights.provenance).toBe("stated");
    expect(weights.how).toBe("`--fp8-format: hybrid`, `--fp8-recipe: delayed` (default)");
    expect(coveredBy(config, weights.at)).toEqual(["hybrid"]);
  });

  it("default, without a place, for what the framework does by itself", () => {
    const weights = factOf(axolotl(""), "weights");
    expect(weights).toMatchObject({ provenance: "default", at: [] });
    expect(weights.how).toMatch(/^`bf16: auto`: BF16 where the GPU has it/);
  });

  it("catalogued for a base model that is known by name", () => {
    const config = configOf("base_model: meta-llama/Llama-2-7b-hf\nmicro_batch_size: 2\n");
    expect(factOf(config, "parameters").provenance).toBe("catalogued");
    expect(coveredBy(config, factOf(config, "parameters").at)).toEqual(["meta-llama/Llama-2-7b-hf"]);
  });

  it("derived for what is counted, and declared for what a comment says", () => {
    const config = flags("  --vocab-size: 100\n  --max-position-embeddings: 8\n  # bitlaw: hardware=h100\n");
    expect(factOf(config, "parameters").provenance).toBe("derived");
    expect(factOf(config, "hardware")).toMatchObject({ value: "h100", provenance: "declared" });
  });
});

describe("declared facts", () => {
  it("fill what the file leaves open", () => {
    const config = axolotl(
      "# bitlaw: parameters=1B active_parameters=200M weights=fp8_e5m2 stage=pretrain\nbf16: true\n",
    );
    expect(valuesOf(config)).toMatchObject({
      parameters: 1e9,
      activeParameters: 200e6,
      stage: "pretrain",
      weights: "bf16",
    });
  });

  it("are the speed against BF16 and the number of processes, which no fact of the file gives here", () => {
    const config = axolotl("# bitlaw: speedup=1.35 world_size=64\nmax_steps: 10\n");
    expect(factOf(config, "speedup")).toMatchObject({
      value: 1.35,
      provenance: "declared",
      how: "declared `speedup=1.35`",
    });
    expect(config.run.worldSize).toMatchObject({ value: 64, provenance: "declared" });
    expect(axolotl("max_steps: 10\n").run.worldSize).toBeUndefined();
  });

  it("stand against defaults, not against what the file states", () => {
    expect(valuesOf(axolotl("# bitlaw: weights=fp16\n"))["weights"]).toBe("fp16");
    expect(valuesOf(axolotl("# bitlaw: weights=fp16\nbf16: true\n"))["weights"]).toBe("bf16");
  });
});

describe("missing facts", () => {
  it("come with the reason and the comment that would supply them", () => {
    expect(axolotl("num_epochs: 1\n").run.missing).toEqual([
      {
        fact: "parameters",
        because: "`base_model: a/b` is not a model whose size is known by name",
        declare: "parameters=…",
      },
      {
        fact: "tokens",
        because: "`num_epochs` counts epochs, and the size of the data set is not in this file",
        declare: "tokens=…",
      },
    ]);
  });

  it("are not the learning rate where the config has none", () => {
    expect(missingOf(axolotl("num_epochs: 1\n"))).not.toHaveProperty("learningRate");
  });
});

describe("the shape of a Megatron model", () => {
  const n = (keys: string) => factOf(flags(keys), "nonEmbeddingParameters").value;
  const plain = 2 * (12 * 64 ** 2 + 13 * 64) + 2 * 64;

  it("is 4h wide with biases and LayerNorm by default", () => {
    expect(n("")).toBe(plain);
  });

  it("is int(8h/3/64)·64 wide with SwiGLU", () => {
    // 8·64/3 = 170.7 → 128 wide: MLP 3·64·128 + biases 2·128 + 64, as against 2·64·256 + 256 + 64
    expect(n("  --swiglu: true\n")).toBe(plain + 2 * (3 * 64 * 128 + 2 * 128 - (2 * 64 * 256 + 256)));
  });

  it("shares keys and values only with --group-query-attention", () => {
    // with 2 groups of 16: query and output 2·64², key and value 2·64·32, and 2·32 less biases
    const grouped = plain - 2 * (2 * 64 * 32 + 2 * 32);
    expect(n("  --num-query-groups: 2\n")).toBe(plain);
    expect(n("  --group-query-attention: true\n  --num-query-groups: 2\n")).toBe(grouped);
    expect(n("  --group-query-attention: true\n")).toBe(plain - 2 * (2 * 64 * 48 + 2 * 48));
  });

  it("counts learned positions with the embeddings", () => {
    const embedding = (keys: string) => {
      const config = flags(`  --vocab-size: 100\n  --max-position-embeddings: 32\n${keys}`);
      return factOf(config, "parameters").value - factOf(config, "nonEmbeddingParameters").value;
    };
    // 100 rows are padded to 128
    expect(embedding("")).toBe(128 * 64 + 32 * 64);
    expect(embedding("  --position-embedding-type: rope\n")).toBe(128 * 64);
    expect(embedding("  --use-rotary-position-embeddings: true\n")).toBe(128 * 64);
    expect(embedding("  --untie-embeddings-and-output-weights: true\n")).toBe(2 * 128 * 64 + 32 * 64);
    expect(embedding("  --tensor-model-parallel-size: 2\n")).toBe(256 * 64 + 32 * 64);
  });

  it("has norms of queries and keys of one head's width", () => {
    // 2 layers with two norms of 16, with biases
    expect(n("  --qk-layernorm: true\n")).toBe(plain + 2 * 2 * 2 * 16);
  });

  it.each([
    ["--multi-latent-attention: true", /multi-latent attention/],
    ["--is-hybrid-model: true", /Mamba/],
    ["--mtp-num-layers: 1", /multi-token prediction/],
  ])("is not counted with %s", (key, because) => {
    const config = flags(`  ${key}\n  --vocab-size: 100\n`);
    expect(config.run.facts.nonEmbeddingParameters).toBeUndefined();
    expect(missingOf(config)["parameters"]).toMatch(because);
  });
});

describe("an FP8 recipe of one's own", () => {
  it("leaves the format open", () => {
    const config = flags("  --bf16: true\n  --fp8-format: e4m3\n  --fp8-recipe: custom\n");
    expect(config.run.facts.weights).toBeUndefined();
    expect(missingOf(config)["weights"]).toMatch(/recipe does not say/);
  });
});
