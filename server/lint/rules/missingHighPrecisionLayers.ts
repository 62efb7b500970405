import { caseRule } from "./caseRule.ts";

/** Low precision in layers that the framework has a key to leave out. */
export const missingHighPrecisionLayers = caseRule({
  name: "missing-high-precision-layers",
  summary: "Low precision in sensitive layers that the framework can keep in 16 bits",
  severity: "information",
  otherwise: "hint for the first and last layers of FP8 training",
  category: "evidence",
  fix: "changes the run",
  casesIn: ({ cases }) => cases?.["missing-high-precision-layers"],
});
