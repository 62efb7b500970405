import { TextDocument } from "vscode-languageserver-textdocument";
import { isInOwnFile } from "../../config/document/ConfigNode.ts";
import type { Analysis } from "../Analysis.ts";
import { fixability } from "../actions/applyFixes.ts";
import { verifiedFixes } from "../actions/verifiedFixes.ts";
import { type Finding, fixTitle } from "../Finding.ts";
import type { CheckedFile, CheckedFinding, CheckedFix } from "./CheckedFile.ts";
import { type PathOf, rangeIn, rangesIn } from "./places.ts";

/** What the report of a file is made from. */
export interface ReportOptions {
  /** Tries every fix, at the cost of an analysis each. */
  readonly fixes?: boolean;
  /** Tries the preferred fix of each finding, to say whether it is fixable. */
  readonly fixable?: boolean;
  readonly pathOf?: PathOf;
}

/** The findings of a file as plain data. `path` is the file as it was named. */
export function reportChecked(
  path: string,
  analysis: Analysis,
  { fixes = false, fixable = false, pathOf = (file) => file }: ReportOptions = {},
): CheckedFile {
  const document = TextDocument.create(path, analysis.language, 0, analysis.text);
  const placeOf = rangesIn(path, analysis, pathOf);
  const checked = (finding: Finding, tried: readonly CheckedFix[]): CheckedFinding => ({
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    ...rangeIn(document, finding.span),
    source: analysis.text.slice(finding.span.start, finding.span.end),
    related: finding.related.map(({ span, message }) => ({ ...placeOf(span), message })),
    fixes: tried,
  });
  const findings = analysis.findings.map((finding) => {
    const how = fixable ? fixability(analysis, finding) : undefined;
    return {
      ...checked(finding, fixes ? checkedFixes(analysis, finding, document) : []),
      ...(how ? { fixable: how } : {}),
    };
  });
  const suppressed = analysis.suppressed.map(({ finding, suppression: { kind, reason } }) => ({
    ...checked(finding, []),
    suppression: {
      kind: kind === "comment" ? ("inSource" as const) : ("external" as const),
      ...(reason === undefined ? {} : { justification: reason }),
    },
  }));
  return { path, findings, ...(suppressed.length > 0 ? { suppressed } : {}) };
}

function checkedFixes(analysis: Analysis, finding: Finding, document: TextDocument): readonly CheckedFix[] {
  return verifiedFixes(analysis, finding).map((fix) => ({
    title: fixTitle(fix),
    safe: fix.safe,
    preferred: fix.preferred === true,
    edits: fix.edits
      .filter(({ span }) => isInOwnFile(span))
      .map(({ span, newText }) => ({ ...rangeIn(document, span), newText })),
  }));
}
