import { caseFindings } from "./caseFindings.ts";
import type { Rule } from "./Rule.ts";

/** A quantized base model that computes or is stored in another dtype than the run, as the dialect's descriptor lists them. */
export const computeDtypeMismatch: Rule = {
  name: "compute-dtype-mismatch",
  summary: "A quantized base model that computes or is stored in another dtype than the run",
  severity: "warning",
  otherwise: "error where the framework stops",
  category: "contradiction",
  fix: "changes the run",
  check({ config }) {
    return caseFindings(config, config.dialect.cases?.["compute-dtype-mismatch"], ({ because }) => because);
  },
};
