import type { DeclarationProblem } from "../../config/run/declarations.ts";
import { suggestionFixes } from "./fixes/keyFix.ts";
import type { RawFinding, Rule } from "./Rule.ts";

/** A part of a `# bitlaw:` comment that cannot be read, or that the file contradicts. */
export const unknownDeclaration: Rule = {
  name: "unknown-declaration",
  summary: "A bitlaw: comment with a key or value that Bitlaw does not know",
  severity: "warning",
  otherwise: "information for a fact of which the file says otherwise",
  category: "spelling",
  fix: "safe",
  check({ config }) {
    const contradicted = config.contradictedDeclarations.map(findingOf);
    return [
      ...config.declarationProblems.map(findingOf),
      // The run and its predictions follow the file: only the comment is wrong.
      ...contradicted.map((one) => ({ ...one, severity: "information" as const })),
    ];
  },
};

function findingOf({ span, message, suggestions }: DeclarationProblem): RawFinding {
  return { span, message, fixes: suggestionFixes(span, suggestions) };
}
