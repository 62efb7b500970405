import { constraintFindings, hasConstraintsFor } from "./constraintFindings.ts";
import type { Rule } from "./Rule.ts";

/** Constraints of the framework or an engine below it: see `constraintFindings`. */
export const slowSetting: Rule = {
  name: "slow-setting",
  summary: "A precision setting that costs the speed or memory it is chosen for",
  severity: "information",
  otherwise: "one step lower where only some releases do so, and the one in use is not known",
  category: "contradiction",
  fix: "changes the run",
  readsDialect: hasConstraintsFor("slow-setting"),
  check: ({ config }) => constraintFindings(config, "slow-setting"),
};
