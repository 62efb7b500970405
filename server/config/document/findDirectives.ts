import { type CST, Parser } from "yaml";
import type { Span } from "./ConfigNode.ts";
import { pyYamlLexer } from "./pyYamlLexer.ts";

/** Whether a text can hold directives at all. */
export function mayHoldDirectives(text: string): boolean {
  return text.includes("bitlaw-");
}

/** A comment that begins with `bitlaw-`, such as `# bitlaw-disable-line RULE`. */
const DIRECTIVE = /^(?:#|\/\/)[ \t]*bitlaw-/;

/** The comments of a text that are directives to Bitlaw, in the order of the text, without blanks at their ends. */
export function findDirectives(text: string, comments: readonly Span[]): readonly Span[] {
  return comments
    .filter(({ start, end }) => DIRECTIVE.test(text.slice(start, end)))
    .map((span) => ({ ...span, end: span.start + text.slice(span.start, span.end).trimEnd().length }))
    .sort((a, b) => a.start - b.start);
}

/** The comments in a part of a YAML syntax tree. Text inside a scalar is never a comment. */
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

const DECLARATION = /(?:^|[ \t])(#[ \t]*bitlaw:[^\r\n]*)/gm;

/** Those of the comments of a text that have the form `# bitlaw: key=value …`. */
export function declarationsAmong(text: string, comments: readonly Span[]): readonly Span[] {
  const starts = new Set(comments.map(({ start }) => start));
  return findDeclarations(text).filter(({ start }) => starts.has(start));
}

/** Comments of the form `# bitlaw: key=value …`. The caller drops those that are inside a quoted or block scalar. */
export function findDeclarations(text: string): readonly Span[] {
  if (!text.includes("bitlaw:")) return [];
  return Array.from(text.matchAll(DECLARATION), (match) => {
    const comment = (match[1] ?? "").trimEnd();
    const start = match.index + match[0].indexOf("#");
    return { start, end: start + comment.length };
  });
}

/** The text nests deeper than allowed. */
export class TooDeep extends Error {}

/**
 * The syntax tree of a YAML text, as long as it nests no deeper than `limit`. The parser of the `yaml` package
 * keeps its own stack, so the depth is exact, but what follows it recurses, and a stack overflow inside a regular
 * expression ends the process instead of throwing.
 */
export function* syntaxTokens(text: string, limit: number): Generator<CST.Token, void> {
  const parser = new Parser();
  for (const lexeme of pyYamlLexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > limit) throw new TooDeep();
  }
  yield* parser.end();
}
