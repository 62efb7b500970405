import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/lint/analyse.ts";
import { configOf } from "./runOf.ts";

/** A pre-training run of Megatron-LM of 1,000 × 256 × 2,048 = 524,288,000 tokens in MXFP8; no key of it needs the world size. */
const RUN = `MODEL_ARGS:
  --num-layers: 24
  --hidden-size: 1024
  --num-attention-heads: 16
  --seq-length: 2048
  --micro-batch-size: 4
  --global-batch-size: 256
  --train-iters: 1000
  --bf16: true
  --fp8-format: e4m3
  --fp8-recipe: mxfp8
`;

const contradicted = (comment: string, text = RUN) =>
  configOf(`# bitlaw: ${comment}\n${text}`).contradictedDeclarations.map(({ message }) => message);

describe("A declaration of a file that knows the fact itself", () => {
  it.each([
    ["a world size that nothing needs, because the global batch is stated", "world_size=64"],
    ["the same sequence length", "sequence_length=2048"],
    ["the same tokens, rounded", "tokens=0.5B"],
    ["the same format", "weights=mxfp8 activations=mxfp8"],
    ["a fact that the file lacks", "hardware=b200"],
  ])("is silent where it states %s", (_, comment) => {
    expect(contradicted(comment)).toEqual([]);
    const rules = analyse(`# bitlaw: ${comment}\n${RUN}`, "yaml").findings.map(({ rule }) => rule);
    expect(rules).not.toContain("unknown-declaration");
  });

  it.each([
    ["tokens", "tokens=2T", "--train-iters 1,000 × --global-batch-size 256 × --seq-length 2,048 = 524M"],
    ["sequence_length", "sequence_length=4096", "--seq-length 2,048"],
    ["weights", "weights=nvfp4", "`--fp8-format: e4m3`, `--fp8-recipe: mxfp8`"],
  ])("is told what the file says where it states another `%s`", (key, comment, otherwise) => {
    expect(contradicted(comment)).toEqual([
      `\`${key}\` is not used, because the file says otherwise: ${otherwise}. Correct or remove it.`,
    ]);
  });

  it("fails no build, because the run and its predictions follow the file", () => {
    const found = analyse(`# bitlaw: tokens=2T\n${RUN}`, "yaml").findings.filter(
      ({ rule }) => rule === "unknown-declaration",
    );
    expect(found.map(({ severity }) => severity)).toEqual(["information"]);
  });
});

describe("A declared method", () => {
  const QLORA =
    "base_model: meta-llama/Llama-3.2-1B\nmicro_batch_size: 2\nsequence_len: 2048\ndatasets: []\nadapter: qlora\nload_in_4bit: true\n";

  it("that is the one of the loaded base is silent", () => {
    expect(contradicted("method=rtn", QLORA)).toEqual([]);
  });

  it("that is another one is told", () => {
    expect(contradicted("method=gptq", QLORA)).toHaveLength(1);
  });
});
