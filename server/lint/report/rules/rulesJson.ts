import type { RuleDeclaration } from "../../rules/RuleDeclaration.ts";
import { type RuleSource, ruleSources } from "./ruleSources.ts";

/** A rule as it is declared, and what it rests on. */
export interface RuleReport extends Omit<RuleDeclaration, "restsOn"> {
  readonly sources: readonly RuleSource[];
  /** Its page in Markdown, where one rule was asked for and the pages are there. */
  readonly page?: string;
}

/** What `bitlaw rules --format json` prints, in the shape of schemas/rules.schema.json. */
export interface RulesReport {
  readonly version: 1;
  readonly rules: readonly RuleReport[];
}

/** See `RulesReport`. */
export function rulesReport(rules: readonly RuleDeclaration[], page?: string): RulesReport {
  return {
    version: 1,
    rules: rules.map(({ name, summary, severity, otherwise, category, fix, restsOn, thresholds }) => ({
      name,
      summary,
      severity,
      ...(otherwise === undefined ? {} : { otherwise }),
      category,
      fix,
      ...(thresholds === undefined ? {} : { thresholds }),
      sources: ruleSources({ name, summary, severity, category, fix, ...(restsOn ? { restsOn } : {}) }),
      ...(page === undefined ? {} : { page }),
    })),
  };
}
