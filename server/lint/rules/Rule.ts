import { isHere, type Span } from "../../config/document/ConfigNode.ts";
import type { DomainStatus } from "../../science/laws/Law.ts";
import type { Assessment } from "../assessment/Assessment.ts";
import { atReference } from "../atReference.ts";
import { type Finding, type Fix, lowered, type Related, type Severity } from "../Finding.ts";
import type { RuleDeclaration } from "./RuleDeclaration.ts";

/** A finding as a rule states it; rule name and severity come from the declaration. */
export interface RawFinding {
  readonly span: Span;
  readonly message: string;
  readonly related?: readonly Related[];
  /** Places in companions where it is to be seen as well. */
  readonly elsewhere?: readonly Span[];
  readonly fixes?: readonly Fix[];
  /** Domain of the prediction behind the finding: outside, the severity drops one step. */
  readonly domain?: DomainStatus;
  /** Where it depends on the dialect, instead of the rule's default. */
  readonly severity?: Severity;
}

/** A rule whose findings come from the assessment of one run. */
export interface Rule extends RuleDeclaration {
  check(assessment: Assessment): readonly RawFinding[];
}

/** Runs a rule and gives its findings their severity. */
export function runRule(rule: Rule, assessment: Assessment): readonly Finding[] {
  return rule.check(assessment).map(({ span, message, related, elsewhere, fixes, domain, severity }) => {
    const usual = severity ?? rule.severity;
    const finding = {
      rule: rule.name,
      severity: domain && !domain.inside ? lowered(usual) : usual,
      message,
      span,
      related: related ?? [],
      elsewhere: elsewhere ?? [],
      // An edit of another file would need that file's consent and version.
      fixes: (fixes ?? []).filter(({ edits }) => edits.every((edit) => isHere(edit.span))),
    };
    return atReference(finding, assessment.config);
  });
}
