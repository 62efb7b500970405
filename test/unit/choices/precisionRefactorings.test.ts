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

  it("offer the formats of the accelerator, the number first, those of more time saved before others", () => {
    // NVFP4 runs on Blackwell, which is assumed; FP8 in blocks is emulated there and not offered.
    expect(choices.map(({ title }) => title.replace(/^.*?nats/, "… nats"))).toEqual([
      "… nats, 23 % less time than BF16: train in FP8 E4M3, per tensor (changes the run) · bitlaw-train",
      "… nats, 19 % less time than BF16: train in MXFP8 (changes the run) · bitlaw-train",
      "… nats: train in BF16 (changes the run) · bitlaw-train",
    ]);
  });

  it("say what each changes against the run's own format", () => {
    const delta = analyse(RUN, "yaml").assessments[0]?.training?.current.prediction.delta ?? Number.NaN;
    expect(choices[2]?.title).toMatch(new RegExp(`^−${delta.toFixed(2)} nats: train in BF16`));
  });

  it("write the format that they name", () => {
    const written = applyEdits(RUN, choices[1]?.edits ?? []);
    expect(analyse(written, "yaml").assessments[0]?.config.run.facts.weights?.value.name).toBe("mxfp8");
  });

  it("are offered on no other key", () => {
    expect(choicesAt(RUN, "--num-layers")).toEqual([]);
  });
});
