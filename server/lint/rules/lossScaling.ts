import { caseFindings } from "./caseFindings.ts";
import type { Rule } from "./Rule.ts";

/** FP16 without a loss scale that works, or a loss scale without FP16, as the dialect's descriptor lists them. */
export const lossScaling: Rule = {
  name: "loss-scaling",
  summary: "FP16 without a working loss scale, or a loss scale without FP16",
  severity: "warning",
  otherwise: "error where the framework stops, information for keys without effect",
  category: "contradiction",
  fix: "changes the run",
  check({ config }) {
    return caseFindings(config, config.dialect.cases?.["loss-scaling"], ({ because }) => because);
  },
};
