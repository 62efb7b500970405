import { isPublished } from "../../science/lawFiles/publishedLaws.ts";
import type { LawForm, LawSubject } from "../../science/laws/Law.ts";
import type { LawAssessment } from "./Assessment.ts";

/** What the project's own laws about a subject say, as far as they have one of the forms; whoever fitted one wants it used. */
export function projectLawsAbout(
  laws: readonly LawAssessment[],
  subject: LawSubject,
  forms: readonly LawForm[],
): readonly LawAssessment[] {
  return laws.filter(
    ({ law: { file }, law }) =>
      !isPublished(law) && file.about.includes(subject) && forms.includes(file.form),
  );
}
