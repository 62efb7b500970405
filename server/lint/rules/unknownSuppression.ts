import type { RuleDeclaration } from "./RuleDeclaration.ts";

/** A `bitlaw-disable` comment that cannot be followed. */
export const unknownSuppression: RuleDeclaration = {
  name: "unknown-suppression",
  summary: "A bitlaw-disable comment with a rule or a word that Bitlaw does not know",
  severity: "warning",
  category: "spelling",
  fix: "safe",
};
