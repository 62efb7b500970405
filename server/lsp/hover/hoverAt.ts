import type { Hover } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../config/document/ConfigNode.ts";
import type { Analysis } from "../../lint/analyse.ts";
import type { Assessment } from "../../lint/assessment/Assessment.ts";
import { rangeOf } from "../diagnostics.ts";
import type { Documentation } from "../documentation.ts";
import { runMarkdown } from "./runMarkdown.ts";

/** The hover at an offset: on any key or value that takes part in the run. Undefined elsewhere, and in foreign files. */
export function hoverAt(
  document: TextDocument,
  analysis: Analysis,
  offset: number,
  documentation: Documentation,
): Hover | undefined {
  for (const assessment of analysis.assessments) {
    const place = placeAt(assessment, offset);
    if (place) {
      const rules = [
        ...new Set(
          analysis.findings
            .filter(({ span }) => span.start <= offset && offset <= span.end)
            .map(({ rule }) => rule),
        ),
      ];
      return {
        contents: { kind: "markdown", value: runMarkdown(assessment, place, rules, documentation) },
        range: rangeOf(document, place),
      };
    }
  }
  return undefined;
}

/** The scalar or key under the offset, if the run rests on it. */
function placeAt({ config }: Assessment, offset: number): Span | undefined {
  const { readings, run, document } = config;
  const holds = (span: Span) => span.start <= offset && offset <= span.end && span.start < span.end;
  for (const fact of Object.values(run.facts)) {
    const found = fact.at.find(holds);
    if (found) return found;
  }
  for (const name of Object.keys(readings.dialect.keys)) {
    const reading = readings.stated(name);
    const keySpan = reading?.located.entry?.keySpan;
    if (reading && holds(reading.span) && reading.located.node.kind === "scalar") return reading.span;
    if (keySpan && holds(keySpan)) return keySpan;
  }
  return document.declarations.find(holds);
}
