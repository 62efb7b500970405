import { mayBePart } from "../../config/companions/mayBePart.ts";
import type { SuppressionSubject } from "./suppress.ts";
import { isRuleName } from "./unknownFindings.ts";

/** Rules with findings that only other files call for: without them nobody knows whether there would be one. */
const BESIDE = ["companion-disagrees", "unread-companion", "single-seed-comparison"];

/** Whether it can be said of a file that a rule has no finding there, however the file is used. */
export function isJudged(rule: string, subject: SuppressionSubject): boolean {
  const { assessments, options } = subject;
  if (!isRuleName(rule) || isOff(rule, subject)) return false;
  if (options.workspace === undefined && BESIDE.includes(rule)) return false;
  // What another run has to say here is not known.
  if (assessments.some(({ config }) => mayBePart(config))) return false;
  const isLeaf = assessments.every(({ config }) => config.companions.length === 0);
  return !(rule === "companion-disagrees" && isLeaf);
}

/** Whether a rule is switched off: a suppression is of use again when the rule is. */
export function isOff(rule: string, { options }: Pick<SuppressionSubject, "options">): boolean {
  return options.severities?.[rule] === "off";
}
