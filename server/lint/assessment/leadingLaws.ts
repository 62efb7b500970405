import { answersQuestion } from "../../science/lawFiles/lawFrom.ts";
import { isPublished, leadersOf } from "../../science/lawFiles/publishedLaws.ts";
import type { LawQuestion } from "../../science/laws/LawRole.ts";
import type { LawAssessment } from "./Assessment.ts";

/**
 * What the laws say that may lead the answer to a question: the project's own first, since whoever fitted one wants it
 * used, then those that come with Bitlaw in the order of preference. The first that applies leads.
 */
export function leadingLaws(question: LawQuestion, laws: readonly LawAssessment[]): readonly LawAssessment[] {
  const own = laws.filter(({ law }) => !isPublished(law) && answersQuestion(law, question));
  const published = leadersOf(question).flatMap((leader) => laws.find(({ law }) => law === leader) ?? []);
  return [...own, ...published];
}
