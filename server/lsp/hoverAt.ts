import type { Hover } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { isInOwnFile, type Span } from "../config/document/ConfigNode.ts";
import type { Analysis } from "../lint/Analysis.ts";
import type { Assessment } from "../lint/assessment/Assessment.ts";
import { type HoverStyle, runMarkdown } from "../lint/report/hover/runMarkdown.ts";
import { rangeOf } from "./locationOf.ts";

/** How a client shows hovers. */
export interface HoverOptions extends HoverStyle {
  /** Whether it renders Markdown. */
  readonly markdown: boolean;
}

/** The hover at an offset: on any key or value that the run depends on. Undefined elsewhere, and in foreign files. */
export function hoverAt(
  document: TextDocument,
  analysis: Analysis,
  offset: number,
  options: HoverOptions,
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
      const value = runMarkdown(assessment, place.value, rules, options);
      return {
        contents: options.markdown
          ? { kind: "markdown", value }
          : { kind: "plaintext", value: plainText(value) },
        range: rangeOf(document, place.shown),
      };
    }
  }
  return undefined;
}

interface HoveredPlace {
  /** What is under the cursor: a key or a scalar. */
  readonly shown: Span;
  /** The scalar whose facts are shown; for a key, its value. */
  readonly value: Span;
}

/** The scalar or key under the offset, if the run depends on it. */
function placeAt({ config }: Assessment, offset: number): HoveredPlace | undefined {
  const { readings, run, document } = config;
  const holds = (span: Span) =>
    isInOwnFile(span) && span.start <= offset && offset <= span.end && span.start < span.end;
  for (const fact of [...Object.values(run.facts), ...run.measured]) {
    const found = fact.at.find(holds);
    if (found) return { shown: found, value: found };
  }
  for (const name of Object.keys(readings.dialect.keys)) {
    const reading = readings.stated(name);
    if (reading === undefined) continue;
    const keySpan = reading.located.entry?.keySpan;
    const shown = [
      reading.located.node.kind === "scalar" ? reading.span : undefined,
      keySpan,
      ...reading.via,
    ].find((span) => span !== undefined && holds(span));
    if (shown) return { shown, value: reading.span };
  }
  const declaration = document.declarations.find(holds);
  return declaration && { shown: declaration, value: declaration };
}

/** The text of a hover for a client that shows no Markdown: the same words and tables, without the marks. */
function plainText(markdown: string): string {
  return markdown
    .split("\n")
    .filter((line) => !/^\|[-:| ]+\|$/.test(line))
    .map(plainLine)
    .join("\n");
}

function plainLine(line: string): string {
  return line
    .replace(/^#+ /, "")
    .replace(/(?<!\\)\[([^\]]+)\]\(([^)\s]+)\)/g, "$1 ($2)")
    .replace(/\*\*|(?<!\\)`/g, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1");
}
