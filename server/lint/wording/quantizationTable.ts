import type { QuantizationAssessment } from "../assessment/Assessment.ts";
import { type FormatsTable, formatsTable, rowsOf } from "./formatsTable.ts";
import { METHOD_NAMES } from "./quantizationText.ts";

/** A quantization beside other settings, wide formats and fine groups first; all reports show this table. */
export function quantizationTable(quantization: QuantizationAssessment): FormatsTable {
  const [own, ...others] = rowsOf(quantization);
  const at = others.findIndex(({ format }) => format.bits < quantization.current.format.bits);
  const before = at < 0 ? others.length : at;
  const rows = [...others.slice(0, before), ...(own ? [own] : []), ...others.slice(before)];
  return formatsTable(rows, [
    [
      quantization.when === "loaded" ? "base model as loaded" : "weights after training",
      ({ format }) => format.label,
    ],
    ["method", ({ method }) => (method ? METHOD_NAMES[method] : "—")],
    [`ΔL against 16 bit (${quantization.law.file.name})`, ({ delta }) => delta ?? "diverges"],
    ["80 % interval", ({ bounds }) => bounds ?? "—"],
    ["risk of > 1 nat", ({ roundedRisk }) => roundedRisk ?? "—"],
    ["effective parameters", ({ effectiveParameters }) => effectiveParameters ?? "—"],
    ["critical tokens", (row) => row.criticalTokens ?? "—"],
  ]);
}
