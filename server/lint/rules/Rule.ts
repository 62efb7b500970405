import type { Span } from "../../config/document/ConfigNode.ts";
import type { DomainStatus } from "../../science/laws/Law.ts";
import type { Assessment } from "../assessment/Assessment.ts";
import { type Finding, type Fix, lowered, type Related, type Severity } from "../Finding.ts";

/** A finding as a rule states it; rule name and severity come from the declaration. */
export interface RawFinding {
  readonly span: Span;
  readonly message: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** Domain of the prediction behind the finding: outside, the severity drops one step. */
  readonly domain?: DomainStatus;
  /** Where it depends on the dialect, instead of the rule's default. */
  readonly severity?: Severity;
}

/** A lint rule. Its name is its interface: settings, suppressions, docs/rules/NAME.md. */
export interface Rule {
  readonly name: string;
  /** What the rule finds, for the index and the settings. */
  readonly summary: string;
  readonly severity: Severity;
  readonly category: "prediction" | "contradiction" | "spelling";
  check(assessment: Assessment): readonly RawFinding[];
}

/** Runs a rule and gives its findings their severity. */
export function runRule(rule: Rule, assessment: Assessment): readonly Finding[] {
  return rule.check(assessment).map(({ span, message, related, fixes, domain, severity }) => {
    const usual = severity ?? rule.severity;
    return {
      rule: rule.name,
      severity: domain && !domain.inside ? lowered(usual) : usual,
      message,
      span,
      related: related ?? [],
      fixes: fixes ?? [],
    };
  });
}
