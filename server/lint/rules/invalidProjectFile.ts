import type { RuleDeclaration } from "./RuleDeclaration.ts";

/** A part of a project file that cannot be used. Its findings stand in the project file: see `projectFindings`. */
export const invalidProjectFile: RuleDeclaration = {
  name: "invalid-project-file",
  summary: "A part of a project file that Bitlaw cannot use",
  severity: "error",
  category: "spelling",
  fix: "safe",
};
