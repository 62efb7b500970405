import type { CST } from "yaml";
import type { Span } from "./ConfigNode.ts";

/** Whether a text can hold directives at all. */
export function mayHoldDirectives(text: string): boolean {
  return text.includes("bitlaw-");
}

/** A comment that begins with `bitlaw-`, such as `# bitlaw-disable-line RULE`. */
const DIRECTIVE = /^(?:#|\/\/)[ \t]*bitlaw-/;

/** The comments of a text that are directives to Bitlaw, in the order of the text, blanks at their ends left out. */
export function findDirectives(text: string, comments: readonly Span[]): readonly Span[] {
  return comments
    .filter(({ start, end }) => DIRECTIVE.test(text.slice(start, end)))
    .map((span) => ({ ...span, end: span.start + text.slice(span.start, span.end).trimEnd().length }))
    .sort((a, b) => a.start - b.start);
}

/** The comments in a part of a YAML syntax tree: nothing inside a scalar is one. */
export function* commentsIn(token: CST.Token): Generator<Span, void> {
  if (token.type === "comment") yield { start: token.offset, end: token.offset + token.source.length };
  if ("start" in token && Array.isArray(token.start)) yield* commentsOf(token.start);
  if ("props" in token) yield* commentsOf(token.props);
  if ("items" in token)
    for (const { start, key, sep, value } of token.items) {
      yield* commentsOf(start);
      if (key) yield* commentsIn(key);
      yield* commentsOf(sep);
      if (value) yield* commentsIn(value);
    }
  if ("value" in token && token.value) yield* commentsIn(token.value);
  if ("end" in token) yield* commentsOf(token.end);
}

function* commentsOf(tokens: readonly CST.Token[] | undefined): Generator<Span, void> {
  for (const token of tokens ?? []) yield* commentsIn(token);
}
