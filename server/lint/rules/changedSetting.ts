import { constraintFindings, hasConstraintsFor } from "./constraintFindings.ts";
import type { Rule } from "./Rule.ts";

/** Constraints of the framework or an engine below it: see `constraintFindings`. */
export const changedSetting: Rule = {
  name: "changed-setting",
  summary: "A setting that its framework changes in silence, or that gives a wrong result",
  severity: "warning",
  otherwise:
    "error for a wrong result; one step lower where only some releases do so, and the one in use is not known",
  category: "contradiction",
  fix: "changes the run",
  readsDialect: hasConstraintsFor("changed-setting"),
  check: ({ config }) => constraintFindings(config, "changed-setting"),
};
