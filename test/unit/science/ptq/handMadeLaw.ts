import type { LawFile } from "../../../../server/science/laws/Law.ts";
import { PTQ_TERMS } from "../../../../server/science/laws/ptq/ptqTerms.ts";

/** A law of the form "ptq" with round constants: no slope but those named, deviations whose squares add up to 1 for every method. */
export function handMadeLaw(constants: Readonly<Record<string, number>>): LawFile {
  return {
    name: "hand-made",
    form: "ptq",
    summary: "for tests",
    citation: { authors: "tests", year: 2026, title: "none", where: "here" },
    trust: "own",
    about: ["post-training quantization"],
    numbers: ["integer"],
    tensors: ["weights"],
    counts: "nonEmbeddingParameters",
    constants: {
      ...Object.fromEntries(PTQ_TERMS.map((term) => [term, 0])),
      saturation: 2e12,
      intervalScale: 1,
      collapseThreshold: 0,
      collapseScale: 1,
      ...constants,
    },
    settings: {
      deviations: {
        family: 0.4,
        model: 0.4,
        familyMethod: 0.3,
        modelMethod: 0.3,
        familyNearest: 0.5,
        modelNearest: 0.5,
        familySetting: 0.4,
        modelSetting: 0.3,
        residual: 0.5,
      },
    },
    domain: { parameters: [1e8, 1e11], tokens: [1e11, 4e13], bits: [2, 4] },
    notes: [],
  };
}
