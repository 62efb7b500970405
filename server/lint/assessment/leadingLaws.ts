import { answersQuestion } from "../../science/lawFiles/lawFrom.ts";
import { isPublished, leadersOf } from "../../science/lawFiles/publishedLaws.ts";
import type { LawQuestion } from "../../science/laws/LawRole.ts";
import type { LawAssessment } from "./Assessment.ts";

/**
 * The assessments of the laws that may lead for a question: the project's own first, because a person fitted them for
 * use, then the published ones in the order of preference. The first that applies leads.
 */
export function leadingLaws(question: LawQuestion, laws: readonly LawAssessment[]): readonly LawAssessment[] {
  const own = laws.filter(({ law }) => !isPublished(law) && answersQuestion(law, question));
  const published = leadersOf(question).flatMap((leader) => laws.find(({ law }) => law === leader) ?? []);
  return [...own, ...published];
}
