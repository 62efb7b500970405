import { describe, expect, it } from "vitest";
import { precisionRefactorings } from "../../../server/lint/actions/precisionRefactorings.ts";
import { analyse } from "../../../server/lint/analyse.ts";
import { lawComparison } from "../../../server/lint/report/explain/lawComparison.ts";
import { RULES } from "../../../server/lint/rules/rules.ts";
import { answersQuestion, canRank, lawFrom } from "../../../server/science/lawFiles/lawFrom.ts";
import { lawsBehind, leadersOf, publishedLaws } from "../../../server/science/lawFiles/publishedLaws.ts";
import type { LawFile } from "../../../server/science/laws/Law.ts";
import type { LawQuestion, LawRole } from "../../../server/science/laws/LawRole.ts";
import { ownLaw } from "../../ownLaw.ts";
import { law } from "../science/known.ts";

const named = (laws: readonly { readonly file: LawFile }[]) => laws.map(({ file }) => file.name);

/** The role that the file of a published law states. */
function roleOf({ file }: { readonly file: LawFile }): LawRole {
  if (file.role === undefined) throw new Error(`${file.name} does not say what it is used for`);
  return file.role;
}

describe("Every law that comes with Bitlaw", () => {
  it("says all of what it is used for", () => {
    for (const one of publishedLaws)
      expect(
        Object.keys(roleOf(one)).filter((key) => key !== "dataTerm"),
        one.file.name,
      ).toEqual(["leads", "ranks", "optimum", "rules"]);
  });

  it("leads and ranks only what its form can, and has the optimum that it offers", () => {
    for (const one of publishedLaws) {
      const { leads = {}, ranks: stated = [], optimum } = roleOf(one);
      for (const question of Object.keys(leads) as LawQuestion[])
        expect(answersQuestion(one, question), `${one.file.name} on ${question}`).toBe(true);
      for (const alternatives of stated)
        expect(canRank(one, alternatives), `${one.file.name} on ${alternatives}`).toBe(true);
      expect(one.optimalBits !== undefined, one.file.name).toBe(optimum);
      expect(one.layouts !== undefined || !stated.includes("float layouts"), one.file.name).toBe(true);
    }
  });

  it("has a place of its own among those that lead a question", () => {
    for (const question of ["training", "post-training quantization", "baseline"] as const) {
      const places = leadersOf(question).map((one) => roleOf(one).leads?.[question]);
      expect(new Set(places).size).toBe(places.length);
    }
  });

  it("names rules that there are and that predict", () => {
    const predicting = RULES.filter(({ category }) => category === "prediction").map(({ name }) => name);
    for (const one of publishedLaws)
      expect(predicting).toEqual(expect.arrayContaining([...(roleOf(one).rules ?? [])]));
    for (const rule of predicting) expect(lawsBehind(rule), rule).not.toEqual([]);
  });
});

describe("Published laws lead", () => {
  it.each([
    ["training", ["bitlaw-train", "kumar-2024", "kumar-2024-float-weights"]],
    ["post-training quantization", ["bitlaw-ptq"]],
    ["baseline", ["besiroglu-2024", "hoffmann-2022"]],
  ] as const)("%s in this order", (question, names) => {
    expect(named(leadersOf(question))).toEqual(names);
  });

  it("a rule's sources in the same order", () => {
    expect(named(lawsBehind("suboptimal-precision"))).toEqual(["bitlaw-train"]);
    expect(named(lawsBehind("overtrained-for-quantization"))).toEqual([
      "bitlaw-ptq",
      "besiroglu-2024",
      "kumar-2024",
    ]);
  });
});

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
  --fp8-format: e4m3
  --fp8-recipe: tensorwise
`;

/** Findings and choices of a run in FP8 under a law of the project in Sun's form, with a role of its own or without. */
function under(role: LawRole | undefined) {
  const own = lawFrom(JSON.parse(ownLaw({ role })) as LawFile);
  const { assessments, findings } = analyse(RUN, "yaml", { laws: [own, ...publishedLaws] });
  const [assessment] = assessments;
  if (assessment === undefined) throw new Error("the text is a training config");
  const start = RUN.indexOf("e4m3");
  return {
    leads: assessment.training?.law === own,
    rules: findings.map(({ rule }) => rule),
    titles: precisionRefactorings(assessment, { start, end: start }).map(({ title }) => title),
    comparison: lawComparison(assessment, "run.yaml"),
  };
}

describe("A law of the project", () => {
  it("without a role does all that its form can", () => {
    const { leads, rules: found, comparison } = under(undefined);
    expect(leads).toBe(true);
    expect(found).toContain("coarse-scaling");
    expect(comparison).toMatch(/`own-fit`[^#]*Best bits by its paper/);
  });

  it("in the form of the 16-bit loss is a baseline, whatever it is about", () => {
    const { file } = law("besiroglu-2024");
    expect(answersQuestion(lawFrom({ ...file, name: "own-baseline", about: ["training"] }), "baseline")).toBe(
      true,
    );
  });

  it("leads whatever places its role names", () => {
    expect(under({ leads: {} }).leads).toBe(true);
  });

  it("ranks and offers no more than its role says", () => {
    const { leads, rules: found, titles, comparison } = under({ ranks: ["float formats"], optimum: false });
    expect(leads).toBe(true);
    expect(found).not.toContain("coarse-scaling");
    expect(titles).not.toEqual([]);
    expect(comparison).not.toMatch(/`own-fit`[^#]*Best bits by its paper/);
  });

  it("ranks nothing that its form cannot", () => {
    const own = lawFrom(JSON.parse(ownLaw({ role: { ranks: ["integer formats"] } })) as LawFile);
    expect([canRank(own, "integer formats"), canRank(own, "float formats")]).toEqual([false, false]);
  });
});
