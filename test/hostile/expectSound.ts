import { expect } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { ConfigLanguage } from "../../server/config/document/ConfigDocument.ts";
import type { Span } from "../../server/config/document/ConfigNode.ts";
import type { Analysis } from "../../server/lint/Analysis.ts";
import { analyse } from "../../server/lint/analyse.ts";
import { explainText } from "../../server/lint/report/explain/explainText.ts";
import { fileReports } from "../../server/lint/report/formats/jsonReport.ts";
import { findingsText } from "../../server/lint/report/formats/textReport.ts";
import { reportChecked } from "../../server/lint/report/reportChecked.ts";
import { PLAIN } from "../../server/lint/report/Style.ts";
import { diagnosticOf } from "../../server/lsp/diagnostics.ts";
import { NO_DOCUMENTATION } from "../../server/lsp/documentation.ts";
import { hoverAt } from "../../server/lsp/hoverAt.ts";
import { FULL_HOVER } from "../hoverOptions.ts";

/** Analyses a text and checks what holds for any text: no exception, every place inside it, every number finite. */
export function expectSound(text: string, language: ConfigLanguage): Analysis {
  const analysis = analyse(text, language);
  const mistakes = /nan|inf|undefined|object/i.test(text) ? /\[object/ : /NaN|Infinity|undefined|\[object/;
  const inside = ({ start, end }: Span) =>
    expect(0 <= start && start <= end && end <= text.length, `${start} to ${end} of ${text.length}`).toBe(
      true,
    );
  if (analysis.failure) inside(analysis.failure.span);
  for (const { span, related, fixes, message } of analysis.findings) {
    inside(span);
    expect(message).not.toMatch(mistakes);
    for (const other of related) inside(other.span);
    for (const { edits } of fixes) for (const edit of edits) inside(edit.span);
  }
  for (const { config, laws } of analysis.assessments) {
    for (const fact of Object.values(config.run.facts)) {
      for (const span of fact.at) inside(span);
      if (typeof fact.value === "number") expect(fact.value).toSatisfy(Number.isFinite);
    }
    for (const assessed of laws) {
      if (!assessed.applies) continue;
      const { loss, delta, effectiveParameters, criticalTokens } = assessed.prediction;
      for (const number of [loss, delta, effectiveParameters, criticalTokens])
        if (number !== undefined) expect(number).toSatisfy(Number.isFinite);
    }
  }
  return analysis;
}

/** As `expectSound`, and every report and hover of the text can be written. */
export function expectReportable(text: string, language: ConfigLanguage): Analysis {
  const analysis = expectSound(text, language);
  const document = TextDocument.create("file:///a", language, 1, text);
  for (const finding of analysis.findings)
    diagnosticOf({ document, place: undefined }, finding, NO_DOCUMENTATION);
  findingsText(reportChecked("a", analysis), PLAIN);
  explainText("a", analysis, PLAIN);
  JSON.stringify(fileReports("a", analysis));
  for (const { config } of analysis.assessments)
    for (const { at } of Object.values(config.run.facts))
      for (const { start } of at) hoverAt(document, analysis, start, FULL_HOVER);
  return analysis;
}
