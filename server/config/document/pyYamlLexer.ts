import { Lexer } from "yaml";

/** What the lexer of the `yaml` package keeps to itself: the indentation that a continued value needs, and two steps. */
interface LexerSteps {
  indentNext: number;
  parseQuotedScalar: () => Generator<string, unknown>;
  parseFlowCollection: () => Generator<string, unknown>;
}

/**
 * A lexer that is as lax as PyYAML's scanner (yaml/scanner.py, scan_flow_scalar and the flow level): inside of quotes and
 * of flow collections indentation says nothing, so that `"…` may go on, and close, at the indentation of its parent.
 */
export function pyYamlLexer(): Lexer {
  const lexer = new Lexer();
  const steps = lexer as unknown as LexerSteps;
  for (const name of ["parseQuotedScalar", "parseFlowCollection"] as const) {
    const step = steps[name].bind(lexer);
    steps[name] = function* () {
      const { indentNext } = steps;
      steps.indentNext = 0;
      const next = yield* step();
      steps.indentNext = indentNext;
      return next;
    };
  }
  return lexer;
}
