import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/lint/analyse.ts";
import { predictedChange } from "../../../server/lint/wording/changeText.ts";
import { lawFrom } from "../../../server/science/lawFiles/lawFrom.ts";
import { publishedLaws } from "../../../server/science/lawFiles/publishedLaws.ts";
import type { LawFile } from "../../../server/science/laws/Law.ts";
import { ownLaw } from "../../ownLaw.ts";
import { OVERTRAINED } from "../../protocol/configs.ts";
import { law } from "../science/known.ts";

const own = lawFrom(JSON.parse(ownLaw()) as LawFile);

function assessed(text: string, laws = [own, ...publishedLaws]) {
  const [assessment] = analyse(text, "yaml", { laws }).assessments;
  if (assessment === undefined) throw new Error("the text is a training config");
  return assessment;
}

describe("A law of the project", () => {
  it("is told first, and the published laws after it", () => {
    const names = assessed(OVERTRAINED).laws.map(({ law: { file } }) => file.name);
    expect(names).toEqual(["own-fit", ...publishedLaws.map(({ file }) => file.name)]);
  });

  it("is preferred for the training format where it applies", () => {
    expect(assessed(OVERTRAINED).training?.law).toBe(own);
    // Ten times the precision term, at the same N and D.
    const delta = assessed(OVERTRAINED).training?.current.prediction.delta ?? 0;
    const sun = assessed(OVERTRAINED, [...publishedLaws]).laws.find((one) => one.law === law("sun-2025"));
    expect(sun?.applies && delta / (sun.prediction.delta ?? 0)).toBeCloseTo(10, 9);
  });

  it("whose constants give no number is passed over, with what to do", () => {
    // γ divides the precision term.
    const broken = lawFrom({ ...own.file, constants: { ...own.file.constants, gamma: 0 } });
    const assessment = assessed(OVERTRAINED, [broken, ...publishedLaws]);
    expect(assessment.laws[0]).toMatchObject({
      applies: false,
      because: "its constants give no number here; correct its file, or fit it again",
    });
    expect(assessment.training?.law).toBe(law("bitlaw-train"));
  });

  it("of another subject is not", () => {
    const baseline = lawFrom({ ...own.file, about: ["baseline"] });
    expect(assessed(OVERTRAINED, [baseline, ...publishedLaws]).training?.law).toBe(law("bitlaw-train"));
  });

  it("of the 16-bit loss stands against the loss of a quantization", () => {
    const baseline = lawFrom({ ...law("besiroglu-2024").file, name: "own-baseline" });
    const run = `${OVERTRAINED.replace(/.*fp4.*\n/g, "")}# bitlaw: quantization=int2:g64\n`;
    const [planned] = assessed(run, [baseline, ...publishedLaws]).quantizations;
    expect(planned?.baseline).toBe(baseline);
  });

  it("that gives ΔL alone serves for choices and fixes of a quantization as well", () => {
    const ptq = lawFrom({ ...law("bitlaw-ptq").file, name: "own-ptq" });
    const run = `${OVERTRAINED.replace(/.*fp4.*\n/g, "")}# bitlaw: quantization=int3:g128\n`;
    const [planned] = assessed(run, [ptq, ...publishedLaws]).quantizations;
    expect(planned?.law).toBe(ptq);
    const wider = planned?.alternatives.find(({ format }) => format.bits === 4);
    expect(planned && wider && predictedChange(planned.current, wider)).toMatch(/^−[\d.]+ nats$/);
  });

  it("of quantization is preferred for the quantization of the weights", () => {
    const kumar = lawFrom({
      ...law("kumar-2024").file,
      name: "own-ptq",
      about: ["post-training quantization"],
    });
    const run = `${OVERTRAINED.replace(/.*fp4.*\n/g, "")}# bitlaw: quantization=int4\n`;
    const assessment = assessed(run, [kumar, ...publishedLaws]);
    expect(assessment.quantizations.map((one) => one.law)).toEqual([kumar]);
    // It is not about training.
    expect(assessment.training?.law).toBe(law("bitlaw-train"));
  });
});
