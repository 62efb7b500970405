import { chen, chenFormula } from "../laws/chen.ts";
import { chinchilla, chinchillaFormula } from "../laws/chinchilla.ts";
import { forestFormula, forestLaw } from "../laws/forest/forestLaw.ts";
import { kumar, kumarFormula } from "../laws/kumar.ts";
import type { Law, LawFile, LawForm } from "../laws/Law.ts";
import type { LawQuestion, LawRanking } from "../laws/LawRole.ts";
import { ouyang, ouyangFormula } from "../laws/ouyang.ts";
import { ptq, ptqFormula } from "../laws/ptq/ptq.ts";
import { quartet, quartetFormula } from "../laws/quartet.ts";
import { quest, questFormula } from "../laws/quest.ts";
import { sun, sunFormula } from "../laws/sun.ts";
import { train, trainFormula } from "../laws/train/train.ts";

/** A functional form: its law with the constants of a file, and what laws of the form may be used for. */
interface Form {
  readonly law: (file: LawFile) => Law;
  /** Its equations in the symbols of the paper, one line for each. */
  readonly formula: readonly string[];
  /** Questions that it answers for every alternative, if the law is about them. */
  readonly answers: readonly LawQuestion[];
  /** Alternatives that it distinguishes. */
  readonly ranks: readonly LawRanking[];
  /** Constants that a fit holds equal to another one, by the name of that one, unless it estimates them apart. */
  readonly tied?: Readonly<Record<string, readonly string[]>>;
}

const forms: Readonly<Record<LawForm, Form>> = {
  sun: {
    law: sun,
    formula: sunFormula,
    answers: ["training"],
    ranks: ["float formats", "scaling granularity", "float layouts"],
  },
  kumar: {
    law: kumar,
    formula: kumarFormula,
    answers: ["training", "post-training quantization"],
    ranks: ["integer formats", "quantization formats"],
    tied: { alpha: ["beta"] },
  },
  quartet: { law: quartet, formula: quartetFormula, answers: [], ranks: [] },
  chen: { law: chen, formula: chenFormula, answers: [], ranks: [] },
  quest: { law: quest, formula: questFormula, answers: [], ranks: [] },
  forest: {
    law: forestLaw,
    formula: forestFormula,
    answers: ["post-training quantization"],
    ranks: ["quantization formats"],
  },
  ptq: {
    law: ptq,
    formula: ptqFormula,
    answers: ["post-training quantization"],
    ranks: ["quantization formats"],
  },
  train: {
    law: train,
    formula: trainFormula,
    answers: ["training"],
    ranks: ["float formats", "integer formats", "scaling granularity"],
  },
  ouyang: {
    law: ouyang,
    formula: ouyangFormula,
    answers: ["post-training quantization"],
    ranks: ["quantization formats"],
  },
  chinchilla: { law: chinchilla, formula: chinchillaFormula, answers: ["baseline"], ranks: [] },
};

/**
 * The law of a law file, published or a user's own. The file must satisfy schemas/law.schema.json.
 * @throws RangeError if the form needs a constant or trees that the file lacks.
 */
export function lawFrom(file: LawFile): Law {
  const law = forms[file.form].law(file);
  return file.role?.optimum === false ? { ...law, optimalBits: undefined } : law;
}

/** The equations of a form in plain text, one a line, in the symbols of its paper. */
export function formulaOf(form: LawForm): readonly string[] {
  return forms[form].formula;
}

/**
 * Whether a law has a number for every alternative in a question: its form can give it, and the law is about it. A form
 * of the 16-bit loss is of nothing else, so there its file need not say so.
 */
export function answersQuestion({ file }: Law, question: LawQuestion): boolean {
  const isAbout = question === "baseline" || file.about.includes(question);
  return isAbout && forms[file.form].answers.includes(question);
}

/** Whether a law is used to rank such alternatives: its form can, and its file does not exclude it. */
export function canRank({ file }: Law, alternatives: LawRanking): boolean {
  return forms[file.form].ranks.includes(alternatives) && (file.role?.ranks?.includes(alternatives) ?? true);
}

/** Constants of a law file that are computed from another one. */
export function tiedConstants({ form, covariance }: LawFile, constant: string): readonly string[] {
  const tied = forms[form].tied?.[constant] ?? [];
  return tied.filter((one) => !covariance?.names.includes(one));
}
