import type { Analysis } from "../Analysis.ts";
import { analyse } from "../analyse.ts";
import { applyEdits } from "../edits/TextEdit.ts";
import type { Finding, Fix } from "../Finding.ts";
import { mayFollowFixOf } from "../rules/RuleDeclaration.ts";
import { ruleNamed } from "../rules/rules.ts";
import { atLeast } from "../Severity.ts";
import { changesOtherUse } from "./changesOtherUse.ts";

/**
 * The fixes of a finding that work: after the edits the text still parses, the rule has one finding less, and no rule
 * has one more. The first of them is the preferred one if the fix that the rule prefers does not work. What a
 * contradiction, a spelling or a divergence hid may come to light: then predictions that were not possible before do
 * not count as new. Nor does advice that rests on evidence about the format that a fix chooses, nor that a comment
 * disables nothing any more, unless a correction of the comment itself leads to that, nor remarks on what the framework
 * makes of the settings. A finding that a comment silences
 * is not gone, and one that it silences no longer is one more. No value changes at another key than those that the
 * edits touch. Runs the analysis once per fix, so it is for requests about one place, not for every keystroke.
 */
export function verifiedFixes(analysis: Analysis, finding: Finding): readonly Fix[] {
  const verified = verifier(analysis, finding);
  const working = finding.fixes.filter((fix) => verified(fix) !== undefined);
  return working.some(({ preferred }) => preferred)
    ? working
    : working.map((fix, i) => ({ ...fix, preferred: i === 0 }));
}

/** The preferred fix of `verifiedFixes`, with the analysis of the text after it. Tries as few fixes as possible. */
export function preferredFix(
  analysis: Analysis,
  finding: Finding,
): { readonly fix: Fix; readonly analysis: Analysis } | undefined {
  const verified = verifier(analysis, finding);
  const others = finding.fixes.filter(({ preferred }) => !preferred);
  for (const fix of [...finding.fixes.filter(({ preferred }) => preferred), ...others]) {
    const fixed = verified(fix);
    if (fixed) return { fix, analysis: fixed };
  }
  return undefined;
}

/** Gives the analysis after a fix of the finding, where it works. */
function verifier(analysis: Analysis, finding: Finding): (fix: Fix) => Analysis | undefined {
  const before = countByRule(withoutRemarks(analysis.findings));
  const fixedRule = ruleNamed(finding.rule);
  const mayAppear = (name: string) => {
    const rule = ruleNamed(name);
    return fixedRule !== undefined && rule !== undefined && mayFollowFixOf(fixedRule, rule);
  };
  return ({ edits }) => {
    const fixed = analyse(applyEdits(analysis.text, edits), analysis.language, analysis.options);
    if (fixed.failure !== undefined || fixed.assessments.length !== analysis.assessments.length)
      return undefined;
    const after = countByRule(withoutRemarks(fixed.findings));
    const gone =
      countShown(finding.rule, fixed) < countShown(finding.rule, analysis) &&
      countOf(finding.rule, fixed) < countOf(finding.rule, analysis);
    const isNew = ([rule, count]: readonly [string, number]) =>
      count > (before.get(rule) ?? 0) && !mayAppear(rule);
    const works = gone && ![...after].some(isNew) && !changesOtherUse(analysis, fixed, finding, edits);
    return works ? fixed : undefined;
  };
}

/** What a framework makes of the settings that a fix chooses may be worth a remark, and is no reason against the fix. */
function withoutRemarks(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    ({ constraint, severity }) => constraint === undefined || atLeast(severity, "warning"),
  );
}

function countShown(rule: string, { findings }: Analysis): number {
  return findings.filter((one) => one.rule === rule).length;
}

/** How many findings of a rule there are, silenced ones too. */
function countOf(rule: string, { findings, suppressed }: Analysis): number {
  return [...findings, ...suppressed.map(({ finding }) => finding)].filter((one) => one.rule === rule).length;
}

function countByRule(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}
