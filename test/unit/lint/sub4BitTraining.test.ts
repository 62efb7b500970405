import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/lint/analyse.ts";

/** A nanotron run of 154M parameters without embeddings in declared formats, on 64 × 32 × 4,096 × 1e3 = 8.4B tokens. */
function found(declarations: string) {
  const text = `# bitlaw: ${declarations} non_embedding_parameters=154140672
model:
  model_config: {}
parallelism:
  dp: 32
tokens:
  micro_batch_size: 64
  sequence_length: 4096
  train_steps: 1000
`;
  return analyse(text, "yaml")
    .findings.filter(({ rule }) => rule === "sub-4-bit-training")
    .map(({ severity, message }) => ({ severity, message }));
}

describe("sub-4-bit-training", () => {
  // Kumar et al. 2024, Eq. 4: f_w(3) = 1 − exp(−3/2.6745 + 0.3037) = 0.5586 and f_w(4) = 0.6963: 1/f is 1.79 and 1.44.
  it("says of integer weights what size they cost, not that they fail", () => {
    expect(found("weights=int3 activations=bf16")).toEqual([
      {
        severity: "warning",
        message:
          "Weights in INT3 train stably, but the model must be 1.8× as large for the loss of 16 bits (`kumar-2024`, Eq. 4). Train in 4 bits (1.4×) or more, or train a larger model.",
      },
    ]);
  });

  // Wang et al. 2024, Table 1, C4 perplexities: ln(12.32/11.44) = 0.074, ln(9.97/9.61) = 0.037, ln(9.24/9.20) = 0.004.
  it("says of ternary weights that they train, and what they cost by size, which fails no build", () => {
    expect(found("weights=ternary activations=int8")).toEqual([
      {
        severity: "information",
        message:
          "Ternary weights train stably and cost less the larger the model is: +0.07 nats against 16 bits at 0.7B parameters, +0.04 at 3B, +0.004 at 7B, after 100B tokens (Wang et al. 2024, grade A). Below 3B, train a larger model or in 4 bits.",
      },
    ]);
  });

  it("warns of activations, which may diverge, although some runs trained", () => {
    const [one, ...others] = found("weights=int8 activations=int3");
    expect(others).toEqual([]);
    expect(one?.severity).toBe("warning");
    expect(one?.message).toMatch(
      /^Activations in INT3 may diverge, although \d+ published runs with 1 to 8-bit integer W\+A trained\. Training with 3-bit activations or KV cache was unstable, with 3-bit weights it was not \(Kumar et al\. 2024, grade B\)\. Train in 4 bits or more\.$/,
    );
  });

  // f_kv(3) = 1 − exp(−3/0.9578 + 2.4185) = 0.510: 1/0.510 = 1.96.
  it("says of a KV cache that it may diverge, and what it costs where it trains", () => {
    expect(found("weights=bf16 activations=bf16 kv_cache=int3")).toEqual([
      {
        severity: "warning",
        message:
          "The KV cache in INT3 may diverge, and needs a model 2× as large (`kumar-2024`, Eq. 4). Training with 3-bit activations or KV cache was unstable, with 3-bit weights it was not (Kumar et al. 2024, grade B). Train in 4 bits or more.",
      },
    ]);
  });
});
