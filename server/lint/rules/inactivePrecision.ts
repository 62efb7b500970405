import { caseFindings } from "./caseFindings.ts";
import type { Rule } from "./Rule.ts";

/** Precision settings that their framework ignores as written, as the dialect's descriptor lists them. */
export const inactivePrecision: Rule = {
  name: "inactive-precision",
  summary: "A precision setting that its framework ignores as written",
  severity: "warning",
  otherwise: "information where the switch itself stands in the file and is off",
  category: "contradiction",
  fix: "changes the run",
  check({ config }) {
    return caseFindings(config, config.dialect.inactive, ({ because }) => `has no effect here: ${because}`);
  },
};
