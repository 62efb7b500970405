import type { Span } from "../config/document/ConfigNode.ts";
import type { TextEdit } from "./edits/TextEdit.ts";
import type { RuleSeverities, Severity } from "./Severity.ts";

/** An edit that resolves a finding. */
export interface Fix {
  /** What it does, without its effect: `Train in MXFP8`. */
  readonly title: string;
  /** What it changes, where that can be predicted: `−0.24 nats, 20 % less time than BF16`. */
  readonly effect?: string;
  readonly edits: readonly TextEdit[];
  /** False where it changes what the run computes. */
  readonly safe: boolean;
  readonly preferred?: boolean;
}

/** The title for people, of a fix that changes the run with its effect first: `−0.24 nats: train in MXFP8 (changes the run)`. */
export function fixTitle({ title, effect, safe }: Fix): string {
  if (safe) return title;
  const whole = effect ? `${effect}: ${title.charAt(0).toLowerCase()}${title.slice(1)}` : title;
  return `${whole} (changes the run)`;
}

export interface Related {
  readonly span: Span;
  readonly message: string;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly Related[];
  /** Places in companions where it is to be seen as well. */
  readonly elsewhere: readonly Span[];
  /** The likeliest first. Not yet verified: see `verifiedFixes`. */
  readonly fixes: readonly Fix[];
  /** Id of the constraint behind it (server/data/constraints). */
  readonly constraint?: string;
}

/** The findings with the severities that were chosen; without those of rules that are off. */
export function withSeverities(
  findings: readonly Finding[],
  severities: RuleSeverities = {},
): readonly Finding[] {
  return findings.flatMap((finding) => {
    const severity = severities[finding.rule];
    if (severity === "off") return [];
    return severity === undefined ? [finding] : [{ ...finding, severity }];
  });
}

/** Sorted by place in the file. A finding at a declaration that several documents share is kept once. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings
    .toSorted((a, b) => a.span.start - b.span.start)
    .filter((finding) => {
      const said = identityOf(finding);
      if (seen.has(said)) return false;
      seen.add(said);
      return true;
    });
}

/** A key that is the same for findings of one rule with the same message at the same place. */
export function identityOf({ rule, span, message }: Finding): string {
  return `${rule} ${span.start} ${span.end} ${message}`;
}
