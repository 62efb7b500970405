import type { RuleDeclaration } from "./RuleDeclaration.ts";

/** A comment, or an entry of the project file, that silences a rule where it has no finding: it would hide the next one. */
export const unusedSuppression: RuleDeclaration = {
  name: "unused-suppression",
  summary: "A comment, or an entry of the project file, that disables a rule where it has no finding",
  severity: "warning",
  category: "spelling",
  fix: "safe",
};
