import type { CaseFile } from "../../config/dialect/Dialect.ts";
import { caseFindings } from "./caseFindings.ts";
import type { Rule } from "./Rule.ts";

/** A rule that reports the cases in the dialect's descriptor, and nothing else: what a framework does is data. */
export function caseRule({
  words = ({ because }) => because,
  ...declaration
}: Omit<Rule, "check"> &
  Required<Pick<Rule, "casesIn">> & { readonly words?: (one: CaseFile) => string }): Rule {
  return {
    ...declaration,
    check: ({ config }) => caseFindings(config, declaration.casesIn(config.dialect), words),
  };
}
