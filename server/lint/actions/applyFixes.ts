import { isInOwnFile } from "../../config/document/ConfigNode.ts";
import { isComplete } from "../../config/workspace/loadUntilComplete.ts";
import type { Analysis } from "../Analysis.ts";
import type { TextEdit } from "../edits/TextEdit.ts";
import type { Finding } from "../Finding.ts";
import { SEVERITIES } from "../Severity.ts";
import { documentsOf } from "./changesOtherUse.ts";
import { type IsRemoved, removedBy } from "./itemSegments.ts";
import { keyAt } from "./keyAt.ts";
import { preferredFix } from "./verifiedFixes.ts";

/** More fixes than this are no config's; it bounds the time. */
const MOST_FIXES = 100;

export interface AppliedFix {
  readonly rule: string;
  readonly title: string;
  readonly safe: boolean;
  /** Of the text that the fix before it left. */
  readonly edits: readonly TextEdit[];
}

export interface FixedText {
  readonly text: string;
  readonly applied: readonly AppliedFix[];
  /** Of the fixed text. */
  readonly analysis: Analysis;
  /** Fixes were not made because the text after them leads to files that are not known yet: this is it, analysed. */
  readonly waiting: readonly Analysis[];
}

interface Step {
  readonly fix: AppliedFix;
  readonly analysis: Analysis;
}

export interface FixesWanted {
  /** Those too that change the run. */
  readonly unsafe: boolean;
  /** Only those of the rule. */
  readonly rule?: string;
}

/**
 * Applies the preferred fixes of all findings, the most severe first, then the first in the file, each to the text after the one before.
 * Stricter than a single fix: no rule may have a finding at a key where it had none, for any reason, and no text may
 * come back, so that nothing swings to and fro.
 */
export function applyFixes(analysis: Analysis, wanted: FixesWanted): FixedText {
  const seen = new Set([analysis.text]);
  const applied: AppliedFix[] = [];
  const waiting: Analysis[] = [];
  let current = analysis;
  while (applied.length < MOST_FIXES) {
    const step = nextStep(current, wanted, seen, waiting);
    if (step === undefined) break;
    seen.add(step.analysis.text);
    applied.push(step.fix);
    current = step.analysis;
  }
  return { text: current.text, applied, analysis: current, waiting };
}

/** Whether `applyFixes` fixes a finding of the current text: always, or only with `unsafe`. */
export function fixability(analysis: Analysis, finding: Finding): "safe" | "unsafe" | undefined {
  const step = stepFor(analysis, finding, true, []);
  if (step === undefined) return undefined;
  return step.fix.safe ? "safe" : "unsafe";
}

/** Why `applyFixes` leaves a finding as it is. */
export type WhyNotFixed =
  | "has no fix"
  | "changes the run"
  | "is fixed in another file"
  | "brings another finding";

/** Why `applyFixes` does not fix a finding of the current text; undefined where it does. */
export function whyNotFixed(analysis: Analysis, finding: Finding, unsafe: boolean): WhyNotFixed | undefined {
  if (stepFor(analysis, finding, unsafe, [])) return undefined;
  if (finding.fixes.length === 0) return "has no fix";
  if (!unsafe && stepFor(analysis, finding, true, [])) return "changes the run";
  const elsewhere = finding.fixes.every(({ edits }) => edits.some(({ span }) => !isInOwnFile(span)));
  return elsewhere ? "is fixed in another file" : "brings another finding";
}

function nextStep(
  before: Analysis,
  { unsafe, rule }: FixesWanted,
  seen: ReadonlySet<string>,
  waiting: Analysis[],
): Step | undefined {
  for (const finding of bySeverity(before.findings)) {
    if (rule !== undefined && finding.rule !== rule) continue;
    const step = stepFor(before, finding, unsafe, waiting);
    if (step && !seen.has(step.analysis.text)) return step;
  }
  return undefined;
}

/** A format that is given up first leaves no fix behind that was meant for it. */
function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity));
}

function stepFor(before: Analysis, finding: Finding, unsafe: boolean, waiting: Analysis[]): Step | undefined {
  if (!finding.fixes.some(({ safe }) => unsafe || safe)) return undefined;
  const preferred = preferredFix(before, finding);
  if (preferred === undefined) return undefined;
  const { fix, analysis } = preferred;
  if (!(unsafe || fix.safe) || !fix.edits.every(({ span }) => isInOwnFile(span))) return undefined;
  if (!isComplete(analysis)) {
    waiting.push(analysis);
    return undefined;
  }
  if (bringsFinding(before, analysis, fix.edits)) return undefined;
  return { fix: { rule: finding.rule, title: fix.title, safe: fix.safe, edits: fix.edits }, analysis };
}

/** Whether a rule has more findings at some key than it had there. */
function bringsFinding(before: Analysis, after: Analysis, edits: readonly TextEdit[]): boolean {
  const had = countByKey(before, removedBy(edits));
  return [...countByKey(after)].some(([place, count]) => count > (had.get(place) ?? 0));
}

/** How many findings each rule has at each key. */
function countByKey(analysis: Analysis, isRemoved?: IsRemoved): ReadonlyMap<string, number> {
  const documents = documentsOf(analysis);
  const counts = new Map<string, number>();
  for (const { rule, span } of analysis.findings) {
    const place = `${rule} ${keyAt(documents, span.start, isRemoved)}`;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}
