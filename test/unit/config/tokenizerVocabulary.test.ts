import { describe, expect, it } from "vitest";
import { configOf, factOf, missingOf, valuesOf } from "./runOf.ts";

describe("a vocabulary by the name of its tokenizer", () => {
  const nemo = (tokenizer: object, more: object = {}) =>
    configOf(
      JSON.stringify({
        trainer: { precision: "bf16", max_steps: 10 },
        exp_manager: { name: "own" },
        model: {
          mcore_gpt: true,
          global_batch_size: 4,
          encoder_seq_length: 64,
          num_layers: 2,
          hidden_size: 96,
          ffn_hidden_size: 384,
          num_attention_heads: 4,
          position_embedding_type: "rope",
          tokenizer,
          ...more,
        },
      }),
    );
  /** attention 4·96² + 4·96, MLP 2·96·384 + 384 + 96, norms 4·96; 2·96; tied rows of 96. */
  const all = (rows: number) => 2 * (36_864 + 384 + 73_728 + 480 + 384) + 192 + rows * 96;

  it.each<[object, object, number]>([
    // 50,257 up to a multiple of 128
    [{ library: "megatron", type: "GPT2BPETokenizer" }, {}, 50_304],
    // of 128 × 8
    [{ library: "megatron", type: "GPT2BPETokenizer" }, { tensor_model_parallel_size: 8 }, 51_200],
    [{ library: "huggingface", type: "meta-llama/Llama-2-13b-hf" }, {}, 32_000],
    [{ library: "huggingface", type: "meta-llama/Llama-3.1-8B" }, {}, 128_256],
    [{ library: "huggingface", type: "EleutherAI/gpt-neox-20b" }, {}, 50_304],
    [{ library: "megatron", type: "GPT2BPETokenizer", vocab_file: "a/gpt2-vocab.json" }, {}, 50_304],
    // a key comes first
    [{ library: "megatron", type: "GPT2BPETokenizer" }, { override_vocab_size: 1280 }, 1_280],
  ])("%j with %j", (tokenizer, more, rows) => {
    expect(valuesOf(nemo(tokenizer, more))["parameters"]).toBe(all(rows));
  });

  it("says which tokenizer it was, and where it stands", () => {
    const { how } = factOf(nemo({ type: "GPT2BPETokenizer" }), "parameters");
    expect(how).toContain("50,304 rows");
    expect(how).toContain("GPT2BPETokenizer: 50,257 tokens");
  });

  it.each([
    { type: "GPTSentencePieceTokenizer" },
    { library: "megatron", type: "GPT2BPETokenizer", vocab_file: "own/vocab.json" },
    { library: "sentencepiece", type: "GPT2BPETokenizer", model: "own/tokenizer.model" },
    { type: "acme/own-tokenizer" },
    {},
  ])("is open where the name says nothing, or a file of its own does: %j", (tokenizer) => {
    expect(valuesOf(nemo(tokenizer))).not.toHaveProperty("parameters");
    expect(missingOf(nemo(tokenizer))["parameters"]).toContain("comes from the tokenizer");
  });

  it("in GPT-NeoX, by its file", () => {
    const neox = (more: string) =>
      configOf(
        `{num_layers: 2, hidden_size: 64, num_attention_heads: 4, seq_length: 32, max_position_embeddings: 32, pos_emb: rotary, pipe_parallel_size: 1, model_parallel_size: 2, train_micro_batch_size_per_gpu: 1, train_iters: 3, no_weight_tying: true, ${more}}`,
      );
    const named = neox("tokenizer_type: HFTokenizer, vocab_file: data/20B_tokenizer.json");
    const inner = valuesOf(named)["nonEmbeddingParameters"] as number;
    // 50,277 up to a multiple of 128 × 2, twice
    expect(valuesOf(named)["parameters"]).toBe(inner + 2 * 50_432 * 64);
    expect(valuesOf(neox("tokenizer_type: HFTokenizer, vocab_file: data/own.json"))).not.toHaveProperty(
      "parameters",
    );
  });
});
