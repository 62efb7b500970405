import { caseFindings } from "./caseFindings.ts";
import { constraintFindings, hasConstraintsFor } from "./constraintFindings.ts";
import type { Rule } from "./Rule.ts";

/** Precision settings that the framework ignores as written. */
export const inactivePrecision: Rule = {
  name: "inactive-precision",
  summary: "A precision setting that its framework ignores as written",
  severity: "warning",
  otherwise: "information where the switch itself stands in the file and is off",
  category: "contradiction",
  fix: "changes the run",
  casesIn: ({ inactive }) => inactive,
  readsDialect: (dialect) =>
    (dialect.inactive ?? []).length > 0 || hasConstraintsFor("inactive-precision")(dialect),
  check: ({ config }) => [
    ...caseFindings(config, config.dialect.inactive, ({ because }) => `has no effect here: ${because}`),
    ...constraintFindings(config, "inactive-precision"),
  ],
};
