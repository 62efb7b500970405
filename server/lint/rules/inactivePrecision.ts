import { caseRule } from "./caseRule.ts";

/** Precision settings that the framework ignores as written. */
export const inactivePrecision = caseRule({
  name: "inactive-precision",
  summary: "A precision setting that its framework ignores as written",
  severity: "warning",
  otherwise: "information where the switch itself stands in the file and is off",
  category: "contradiction",
  fix: "changes the run",
  casesIn: ({ inactive }) => inactive,
  words: ({ because }) => `has no effect here: ${because}`,
});
