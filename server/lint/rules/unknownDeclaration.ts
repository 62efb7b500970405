import { suggestionFixes } from "./fixes/keyFix.ts";
import type { Rule } from "./Rule.ts";

/** A part of a `# bitlaw:` comment that cannot be read. */
export const unknownDeclaration: Rule = {
  name: "unknown-declaration",
  summary: "A bitlaw: comment with a key or value that Bitlaw does not know",
  severity: "warning",
  category: "spelling",
  fix: "safe",
  check({ config }) {
    return config.declarationProblems.map(({ span, message, suggestions }) => ({
      span,
      message,
      fixes: suggestionFixes(span, suggestions),
    }));
  },
};
