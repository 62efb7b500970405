import type { Hover } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { isHere, type Span } from "../../config/document/ConfigNode.ts";
import type { Analysis } from "../../lint/analyse.ts";
import type { Assessment } from "../../lint/assessment/Assessment.ts";
import { rangeOf } from "../locationOf.ts";
import { plainText } from "./plainText.ts";
import { type HoverStyle, runMarkdown } from "./runMarkdown.ts";

/** How a client shows hovers. */
export interface HoverOptions extends HoverStyle {
  /** Whether it renders Markdown. */
  readonly markdown: boolean;
}

/** The hover at an offset: on any key or value that takes part in the run. Undefined elsewhere, and in foreign files. */
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

interface Place {
  /** What is under the cursor: a key or a scalar. */
  readonly shown: Span;
  /** The scalar whose facts are told; for a key, its value. */
  readonly value: Span;
}

/** The scalar or key under the offset, if the run rests on it. */
function placeAt({ config }: Assessment, offset: number): Place | undefined {
  const { readings, run, document } = config;
  const holds = (span: Span) =>
    isHere(span) && span.start <= offset && offset <= span.end && span.start < span.end;
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
