import { caseFindings } from "./caseFindings.ts";
import type { Rule } from "./Rule.ts";

/** Low precision in layers that its framework has a key to leave out, as the dialect's descriptor lists them. */
export const missingHighPrecisionLayers: Rule = {
  name: "missing-high-precision-layers",
  summary: "Low precision in sensitive layers that the framework can keep in 16 bits",
  severity: "information",
  otherwise: "hint for the first and last layers of FP8 training",
  category: "evidence",
  fix: "changes the run",
  check({ config }) {
    return caseFindings(
      config,
      config.dialect.cases?.["missing-high-precision-layers"],
      ({ because }) => because,
    );
  },
};
