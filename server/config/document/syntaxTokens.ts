import { type CST, Lexer, Parser } from "yaml";

/** The text nests deeper than allowed. */
export class TooDeep extends Error {}

/**
 * The syntax tree of a YAML text, as long as it nests no deeper than `limit`. The parser of the `yaml` package
 * keeps its own stack, so the depth is exact, but what follows it recurses, and a stack overflow inside a regular
 * expression ends the process instead of throwing.
 */
export function* syntaxTokens(text: string, limit: number): Generator<CST.Token, void> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > limit) throw new TooDeep();
  }
  yield* parser.end();
}
