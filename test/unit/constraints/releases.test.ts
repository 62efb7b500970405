import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/lint/analyse.ts";

/** `fp16_backend` is an argument of transformers until 5. */
const config = (declared: string) => `${declared}model_name_or_path: meta-llama/Llama-3.1-8B
per_device_train_batch_size: 4
gradient_accumulation_steps: 8
learning_rate: 1.0e-5
output_dir: out
bf16: true
fp16_backend: auto
`;

const found = (text: string) =>
  analyse(text, "yaml").findings.filter(({ constraint }) => constraint === "hf-fp16-backend-is-gone");

describe("A constraint that holds from a release on", () => {
  it("is an error in that release and later ones", () => {
    for (const version of ["5", "5.0.0", "5.18.0.dev0"])
      expect(found(config(`# bitlaw: transformers_version=${version}\n`))).toMatchObject([
        { rule: "refused-setting", severity: "error", message: expect.not.stringContaining("from 5") },
      ]);
  });

  it("is silent in earlier ones", () => {
    expect(found(config("# bitlaw: transformers_version=4.57.6\n"))).toEqual([]);
  });

  it("says for which releases it holds where none is declared, one step less severe", () => {
    expect(found(config(""))).toMatchObject([
      { severity: "warning", message: expect.stringMatching(/ \(Hugging Face Trainer from 5\)\.$/) },
    ]);
  });

  it("takes the framework's own release where that is the package", () => {
    expect(found(config("# bitlaw: framework_version=4.40\n"))).toEqual([]);
    expect(found(config("# bitlaw: framework_version=5.1\n"))).toMatchObject([{ severity: "error" }]);
  });

  it("refuses what is no release", () => {
    const { findings } = analyse(config("# bitlaw: framework_version=main\n"), "yaml");
    expect(findings.map(({ rule }) => rule)).toContain("unknown-declaration");
  });
});

it("until a release: silent from it on", () => {
  const text = (version: string) =>
    `# bitlaw: deepspeed_version=${version}\nbase_model: meta-llama/Llama-3.1-8B\nsequence_len: 2048\nmicro_batch_size: 1\nnum_epochs: 1\nbf16: true\n` +
    "datasets:\n  - path: tatsu-lab/alpaca\ndeepspeed:\n  train_micro_batch_size_per_gpu: 1\n  zero_optimization:\n    stage: 0\n" +
    "  bf16:\n    enabled: true\n  data_types:\n    grad_accum_dtype: bf16\n";
  const severities = (version: string) =>
    analyse(text(version), "yaml")
      .findings.filter(({ constraint }) => constraint === "deepspeed-bf16-sums-refused-without-zero")
      .map(({ severity }) => severity);
  expect(severities("0.17.5")).toEqual(["warning"]);
  expect(severities("0.17.6")).toEqual([]);
});

it("keeps its severity where no release is declared and all recent ones do so", () => {
  const severities = (comment: string) =>
    analyse(
      `${comment}train_micro_batch_size_per_gpu: 2\nzero_optimization:\n  stage: 0\nbf16:\n  enabled: true\ndata_types:\n  grad_accum_dtype: fp32\n`,
      "yaml",
    )
      .findings.filter(({ constraint }) => constraint === "deepspeed-fp32-sums-without-zero")
      .map(({ severity, message }) => [severity, message.includes("(DeepSpeed from 0.18.5)")]);
  expect(severities("")).toEqual([["error", true]]);
  expect(severities("# bitlaw: deepspeed_version=0.19.2\n")).toEqual([["error", false]]);
  expect(severities("# bitlaw: deepspeed_version=0.18.4\n")).toEqual([]);
});
