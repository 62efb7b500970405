import { isHere } from "../../config/document/ConfigNode.ts";
import { type Analysis, analyse } from "../analyse.ts";
import { isComplete } from "../analyseWithFiles.ts";
import { applyEdits } from "../edits/TextEdit.ts";
import type { Finding, Fix } from "../Finding.ts";
import { verifiedFixes } from "./verifiedFixes.ts";

/** More fixes than this are no config's; it bounds the time. */
const MOST_FIXES = 100;

export interface AppliedFix {
  readonly rule: string;
  readonly title: string;
  readonly safe: boolean;
}

export interface FixedText {
  readonly text: string;
  readonly applied: readonly AppliedFix[];
  /** Of the fixed text. */
  readonly analysis: Analysis;
}

interface Step {
  readonly fix: AppliedFix;
  readonly analysis: Analysis;
}

/**
 * Applies the preferred fixes of all findings, the first in the file first, each to the text that the one before left.
 * Those that change the run only with `unsafe`. Stricter than one fix by hand: no rule may have one finding more, for
 * whatever reason, and no text may come back, so that nothing swings to and fro.
 */
export function applyFixes(analysis: Analysis, { unsafe }: { readonly unsafe: boolean }): FixedText {
  const seen = new Set([analysis.text]);
  const applied: AppliedFix[] = [];
  let current = analysis;
  while (applied.length < MOST_FIXES) {
    const step = nextStep(current, unsafe, seen);
    if (step === undefined) break;
    seen.add(step.analysis.text);
    applied.push(step.fix);
    current = step.analysis;
  }
  return { text: current.text, applied, analysis: current };
}

function nextStep(before: Analysis, unsafe: boolean, seen: ReadonlySet<string>): Step | undefined {
  for (const finding of before.findings) {
    if (!finding.fixes.some(({ safe }) => unsafe || safe)) continue;
    const fix = verifiedFixes(before, finding).find(({ preferred }) => preferred);
    if (fix === undefined || !(unsafe || fix.safe) || !fix.edits.every(({ span }) => isHere(span))) continue;
    const analysis = afterFix(before, fix);
    if (!seen.has(analysis.text) && isComplete(analysis) && !bringsFinding(before, analysis))
      return { fix: { rule: finding.rule, title: fix.title, safe: fix.safe }, analysis };
  }
  return undefined;
}

function afterFix({ text, language, options }: Analysis, { edits }: Fix): Analysis {
  return analyse(applyEdits(text, edits), language, options);
}

function bringsFinding(before: Analysis, after: Analysis): boolean {
  const count = ({ findings }: Analysis, rule: string) =>
    findings.filter((one: Finding) => one.rule === rule).length;
  return after.findings.some(({ rule }) => count(after, rule) > count(before, rule));
}
