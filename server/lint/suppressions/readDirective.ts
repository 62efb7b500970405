import type { Span } from "../../config/document/ConfigNode.ts";
import { mayHoldDirectives } from "../../config/document/findDirectives.ts";
import { parseConfig } from "../../config/document/parseConfig.ts";
import { nearestNames } from "../../science/nearestNames.ts";
import type { SuppressionInput } from "./Suppression.ts";

/** What a comment can ask Bitlaw to do: the word after `bitlaw-`. */
export const DIRECTIVES = ["disable-next-line", "disable-line", "disable", "enable", "disable-file"] as const;

export type DirectiveKind = (typeof DIRECTIVES)[number];

/** A rule's name as a comment writes it. */
export interface DirectiveName {
  readonly text: string;
  readonly span: Span;
}

/** A comment such as `# bitlaw-disable-line RULE, RULE -- reason`. */
export interface Directive {
  /** Undefined where the word is none that Bitlaw knows. */
  readonly kind: DirectiveKind | undefined;
  /** The whole comment. */
  readonly span: Span;
  /** The word, `bitlaw-` included. */
  readonly word: DirectiveName;
  readonly names: readonly DirectiveName[];
  readonly reason?: string;
}

/** Letters by which a misspelt word differs. */
export const MOST_SLIPS = 2;

const COMMENT = /^(?:#|\/\/)[ \t]*(bitlaw-[^\s,]*)/;
const REASON = /(?:^|\s)--(?:\s+(.*)|$)/s;

/**
 * Reads a comment that begins with `bitlaw-`. Undefined for one that only mentions something, such as the law
 * `bitlaw-ptq`.
 */
export function readDirective(text: string, span: Span): Directive | undefined {
  const comment = text.slice(span.start, span.end);
  const word = COMMENT.exec(comment)?.[1];
  if (word === undefined) return undefined;
  const kind = DIRECTIVES.find((one) => word === `bitlaw-${one}`);
  if (kind === undefined && !isMeantAsDirective(word)) return undefined;
  const wordStart = span.start + comment.indexOf(word);
  const body = wordStart + word.length;
  const rest = text.slice(body, span.end);
  const reason = REASON.exec(rest);
  const names = Array.from(rest.slice(0, reason?.index).matchAll(/[^\s,]+/g), (match) => {
    const start = body + match.index;
    return { text: match[0], span: { start, end: start + match[0].length } };
  });
  const why = reason?.[1]?.trim();
  return {
    kind,
    span,
    word: { text: word, span: { start: wordStart, end: body } },
    names,
    ...(why ? { reason: why } : {}),
  };
}

/** Words that other linters use, and those a letter or two away from Bitlaw's. */
function isMeantAsDirective(word: string): boolean {
  const said = word.slice("bitlaw-".length).toLowerCase();
  return (
    /^(?:disable|enable|ignore|suppress|expect|noqa)(?![a-z])/.test(said) ||
    nearestNames(said, DIRECTIVES, { slips: () => MOST_SLIPS }).length > 0
  );
}

/** The comments that are directives. A file that is no config of its own may still show findings of another. */
export function directivesOf({
  text,
  language,
  assessments,
}: Pick<SuppressionInput, "text" | "language" | "assessments">): readonly Directive[] {
  if (!mayHoldDirectives(text)) return [];
  const spans = assessments[0]?.config.document.directives ?? spansIn(text, language);
  return spans.flatMap((span) => readDirective(text, span) ?? []);
}

function spansIn(text: string, language: SuppressionInput["language"]): readonly Span[] {
  const parsed = parseConfig(text, language);
  return parsed.ok ? (parsed.documents[0]?.directives ?? []) : [];
}
