import type { Span } from "../../config/document/ConfigNode.ts";
import { mayHoldDirectives } from "../../config/document/findDirectives.ts";
import { parseConfig } from "../../config/document/parseConfig.ts";
import type { Analysis } from "../analyse.ts";
import { type Directive, readDirective } from "./readDirective.ts";

/** The comments that are directives. A file that is no config of its own may still show findings of another. */
export function directivesOf({
  text,
  language,
  assessments,
}: Pick<Analysis, "text" | "language" | "assessments">): readonly Directive[] {
  if (!mayHoldDirectives(text)) return [];
  const spans = assessments[0]?.config.document.directives ?? spansIn(text, language);
  return spans.flatMap((span) => readDirective(text, span) ?? []);
}

function spansIn(text: string, language: Analysis["language"]): readonly Span[] {
  const parsed = parseConfig(text, language);
  return parsed.ok ? (parsed.documents[0]?.directives ?? []) : [];
}
