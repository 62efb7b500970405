import { describe, expect, it } from "vitest";
import { precisionRefactorings } from "../../../server/lint/actions/precisionRefactorings.ts";
import { analyse } from "../../../server/lint/analyse.ts";
import { applyEdits } from "../../../server/lint/edits/TextEdit.ts";

const RUN = `MODEL_ARGS:
  --num-layers: 12
  --hidden-size: 768
  --num-attention-heads: 12
  --seq-length: 4096
  --micro-batch-size: 2
  --global-batch-size: 1024
  --train-iters: 1000000
  --swiglu: true
  --normalization: RMSNorm
  --disable-bias-linear: true
  --position-embedding-type: rope
  --bf16: true
  --fp4-format: e2m1
`;

function choicesAt(text: string, word: string) {
  const [assessment] = analyse(text, "yaml").assessments;
  const start = text.indexOf(word);
  return assessment ? precisionRefactorings(assessment, { start, end: start }) : [];
}

describe("the choices on a precision key", () => {
  const choices = choicesAt(RUN, "e2m1");

  it("offer the compute-optimal format with N fixed, then the best two", () => {
    // With N and D free nothing is offered: C = 0.375 × 85e6 × 4.19e12 × 4.5 = 6e20, where the law's optimum is below
    // 4.19 bits (its value at 1e21), so that the run's own NVFP4 is the nearest there is.
    expect(choices.map(({ title }) => title.replace(/,.*/s, ""))).toEqual([
      "Compute-optimal with N fixed",
      "Train in MXFP8 (changes the run: predicted −0.24 nats at the same compute",
      "Train in FP8 E4M3",
    ]);
  });

  it("name the tokens that the same compute buys, and the law", () => {
    // D = 1,000,000 × 1,024 × 4,096 = 4.1943e12 at NVFP4's 4.5 bits; MXFP8 takes 8.25: 4.1943e12 × 4.5 / 8.25 = 2.288e12.
    expect(choices[1]?.title).toContain("with 2.29T tokens, extrapolated");
    // Published runs whose backward pass is in few bits as well do not disagree with the law.
    for (const { title } of choices) expect(title).toMatch(/ · sun-2025$/);
  });

  it("write the format that they name", () => {
    const written = applyEdits(RUN, choices[1]?.edits ?? []);
    expect(analyse(written, "yaml").assessments[0]?.config.run.facts.weights?.value.name).toBe("mxfp8");
  });

  it("offer the format for N and D free where it is another than the run's", () => {
    const titles = choicesAt(RUN.replace("  --fp4-format: e2m1\n", ""), "--bf16").map(({ title }) => title);
    expect(titles.find((title) => title.startsWith("Compute-optimal with N and D free"))).toMatch(
      /Train in .*predicted −.* nats at the same compute with .* parameters on .* tokens/,
    );
  });

  it("are offered on no other key", () => {
    expect(choicesAt(RUN, "--num-layers")).toEqual([]);
  });
});
