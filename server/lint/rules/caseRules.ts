import type { CaseFile } from "../../config/dialect/Dialect.ts";
import { caseFindings } from "./caseFindings.ts";
import type { Rule } from "./Rule.ts";

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

/** A rule that reports the cases in the dialect's descriptor, and nothing else: what a framework does is data. */
function caseRule({
  words = ({ because }) => because,
  ...declaration
}: Omit<Rule, "check"> &
  Required<Pick<Rule, "casesIn">> & { readonly words?: (one: CaseFile) => string }): Rule {
  return {
    ...declaration,
    check: ({ config }) => caseFindings(config, declaration.casesIn(config.dialect), words),
  };
}
