import { caseRule } from "./caseRule.ts";

/** A quantized base model that computes or is stored in another dtype than the run. */
export const computeDtypeMismatch = caseRule({
  name: "compute-dtype-mismatch",
  summary: "A quantized base model that computes or is stored in another dtype than the run",
  severity: "warning",
  otherwise: "error where the framework stops",
  category: "contradiction",
  fix: "changes the run",
  casesIn: ({ cases }) => cases?.["compute-dtype-mismatch"],
});
