import { isInOwnFile, type Span } from "../../config/document/ConfigNode.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import type { DomainStatus } from "../../science/laws/Law.ts";
import type { Assessment } from "../assessment/Assessment.ts";
import type { Finding, Fix, Related } from "../Finding.ts";
import { lowered, type Severity } from "../Severity.ts";
import type { RuleDeclaration, ThresholdDeclaration } from "./RuleDeclaration.ts";

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
  /** Id of the constraint behind it. */
  readonly constraint?: string;
}

/** A rule whose findings come from the assessment of one run. */
export interface Rule extends RuleDeclaration {
  /** `stated` are the thresholds that differ from their defaults, by name. */
  check(assessment: Assessment, stated: StatedThresholds): readonly RawFinding[];
}

type StatedThresholds = Readonly<Record<string, number>>;

/** A rule with thresholds: its check gets a number for each of those that it declares, and for no other. */
export function ruleWithThresholds<Name extends string>(
  declaration: Omit<Rule, "check" | "thresholds"> & {
    readonly thresholds: Readonly<Record<Name, ThresholdDeclaration>>;
    check(assessment: Assessment, thresholds: Readonly<Record<Name, number>>): readonly RawFinding[];
  },
): Rule {
  const defaults = Object.entries<ThresholdDeclaration>(declaration.thresholds);
  return {
    ...declaration,
    check(assessment, stated) {
      const numbers = defaults.map(([name, { default: usual }]) => [name, stated[name] ?? usual]);
      // Object.fromEntries forgets which keys there are.
      return declaration.check(assessment, Object.fromEntries(numbers) as Readonly<Record<Name, number>>);
    },
  };
}

/** Runs a rule and gives its findings their severity. */
export function runRule(
  rule: Rule,
  assessment: Assessment,
  stated: StatedThresholds = {},
): readonly Finding[] {
  return rule
    .check(assessment, stated)
    .map(({ span, message, related, elsewhere, fixes, domain, severity, constraint }) => {
      const usual = severity ?? rule.severity;
      const finding = {
        rule: rule.name,
        severity: domain && !domain.inside ? lowered(usual) : usual,
        message,
        span,
        related: related ?? [],
        elsewhere: elsewhere ?? [],
        // An edit of another file would need that file's consent and version.
        fixes: (fixes ?? []).filter(({ edits }) => edits.every((edit) => isInOwnFile(edit.span))),
        ...(constraint === undefined ? {} : { constraint }),
      };
      return atReference(finding, assessment.config);
    });
}

/**
 * A finding about a place in a companion, moved to the reference that leads to it: the file that is read shows it
 * there, and the companion at the place itself.
 */
function atReference(finding: Finding, { references, document }: TrainingConfig): Finding {
  const { span, related, elsewhere } = finding;
  if (isInOwnFile(span)) return finding;
  const { start } = document.root.span;
  const reference = (span.file === undefined ? undefined : references.get(span.file)) ?? {
    start,
    end: start,
  };
  return {
    ...finding,
    span: reference,
    related: [{ span, message: "What it is about" }, ...related],
    elsewhere: [span, ...elsewhere],
  };
}
