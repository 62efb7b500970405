import type { Analysis } from "../Analysis.ts";
import { analyse } from "../analyse.ts";
import { startOfLine } from "../edits/lines.ts";
import { applyEdits, type TextEdit } from "../edits/TextEdit.ts";
import type { Finding } from "../Finding.ts";
import { ruleNamed } from "../rules/rules.ts";
import { disableForFile, disableForLine } from "./disableForFile.ts";

/** A comment that silences a finding. */
export interface SuppressionEdit {
  readonly title: string;
  readonly covers: "line" | "file";
  readonly edits: readonly TextEdit[];
}

/**
 * The comments that silence a finding: for its line, and for the file. Each is tried, like a fix: where a line cannot
 * have a comment above it, as inside a block scalar, only the one for the file is left.
 */
export function suppressionEdits(analysis: Analysis, finding: Finding): readonly SuppressionEdit[] {
  const { rule } = finding;
  const mark = commentMark(analysis);
  if (mark === undefined) return [];
  // Comments that silence findings about comments are of no use; only the whole file can be without the check.
  const isOwn = ruleNamed(rule)?.about === "suppressions";
  const forLine = isOwn || hasNoLineAbove(analysis, finding) ? [] : [disableForLine(analysis, finding, mark)];
  const all: readonly SuppressionEdit[] = [
    ...forLine.map((edit) => ({
      title: `Disable ${rule} for this line`,
      covers: "line" as const,
      edits: [edit],
    })),
    {
      title: `Disable ${rule} for this file`,
      covers: "file",
      edits: [disableForFile(analysis, rule, mark)],
    },
  ];
  return all.filter(({ edits }) => silences(analysis, finding, edits));
}

/**
 * How a comment begins. Undefined in JSON that has nothing else than JSON in it: one loader of the file may take
 * comments, as DeepSpeed's own does, and another stop at them, as Transformers does with DeepSpeed's file.
 */
function commentMark({ language, assessments }: Analysis): string | undefined {
  if (language !== "json") return "#";
  return assessments.some(({ config }) => config.document.nonStandardJson !== undefined) ? "//" : undefined;
}

/** In the middle of a command over several lines, a comment would end it. */
function hasNoLineAbove({ language, text }: Analysis, { span }: Finding): boolean {
  return language === "shell" && /\\\r?\n$/.test(text.slice(0, startOfLine(text, span.start)));
}

/** Whether the finding is silenced by the edits, still there, and everything else as it was. */
function silences(analysis: Analysis, finding: Finding, edits: readonly TextEdit[]): boolean {
  const after = analyse(applyEdits(analysis.text, edits), analysis.language, analysis.options);
  return isSilenced(analysis, after, finding);
}

/** Whether the second of two analyses of one config silences the finding, with everything else unchanged. */
export function isSilenced(before: Analysis, after: Analysis, { rule }: Finding): boolean {
  if (after.failure !== undefined || after.assessments.length !== before.assessments.length) return false;
  const shown = ({ findings }: Analysis, name: string) => findings.filter((one) => one.rule === name).length;
  const all = ({ findings, suppressed }: Analysis) => findings.length + suppressed.length;
  return (
    shown(after, rule) < shown(before, rule) &&
    all(after) === all(before) &&
    after.findings.every((one) => shown(after, one.rule) <= shown(before, one.rule))
  );
}
