import type { Analysis, AnalysisOptions } from "../../server/lint/Analysis.ts";
import { analyse } from "../../server/lint/analyse.ts";

/** `#    ^^^^ rule-name severity`: a comment line whose carets stand under what a finding on the line above marks. */
const MARKER = /^(?:#|\/\/) *\^+ [a-z0-9-]+ (?:error|warning|information|hint)$/;

/** The text without its marker lines. */
export function withoutMarkers(text: string): string {
  return lines(text)
    .filter((line) => !MARKER.test(line))
    .join("\n");
}

/**
 * The text with the markers that its findings call for. The analysis reads the text as it stands, markers included,
 * so a text whose markers are right comes back unchanged.
 */
export function withMarkers(
  text: string,
  language: Analysis["language"],
  options: AnalysisOptions = {},
): string {
  const { findings } = analyse(text, language, options);
  const result: string[] = [];
  let start = 0;
  for (const line of lines(text)) {
    if (!MARKER.test(line)) {
      result.push(line);
      for (const { rule, severity, span } of findings) {
        if (span.start < start || span.start > start + line.length) continue;
        result.push(`${underline(span.start - start, span.end - span.start, language)} ${rule} ${severity}`);
      }
    }
    start += line.length + 1;
  }
  return result.join("\n");
}

function underline(column: number, length: number, language: Analysis["language"]): string {
  const comment = language === "json" ? "//" : "#";
  if (column < comment.length)
    throw new Error(`A finding in column ${column + 1} leaves no room for a marker`);
  return comment.padEnd(column) + "^".repeat(Math.max(1, length));
}

function lines(text: string): readonly string[] {
  return text.split("\n");
}
