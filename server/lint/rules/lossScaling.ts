import { caseRule } from "./caseRule.ts";

/** FP16 without a loss scale that works, or a loss scale without FP16. */
export const lossScaling = caseRule({
  name: "loss-scaling",
  summary: "FP16 without a working loss scale, or a loss scale without FP16",
  severity: "warning",
  otherwise: "error where the framework stops, information for keys without effect",
  category: "contradiction",
  fix: "changes the run",
  casesIn: ({ cases }) => cases?.["loss-scaling"],
});
