import { constraintFindings, hasConstraintsFor } from "./constraintFindings.ts";
import type { Rule } from "./Rule.ts";

/** Constraints of the framework or an engine below it: see `constraintFindings`. */
export const refusedSetting: Rule = {
  name: "refused-setting",
  summary: "A setting that its framework refuses as written",
  severity: "error",
  otherwise: "one step lower where only some releases refuse it, and the one in use is not known",
  category: "contradiction",
  fix: "changes the run",
  readsDialect: hasConstraintsFor("refused-setting"),
  check: ({ config }) => constraintFindings(config, "refused-setting"),
};
