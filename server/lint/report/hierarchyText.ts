import type { LawFile } from "../../science/laws/Law.ts";
import { PTQ_DEVIATIONS, type PtqDeviations } from "../../science/laws/ptq/ptqVariance.ts";
import { columns } from "./columns.ts";
import type { Style } from "./textReport.ts";

/** What each deviation is of. */
const MEANINGS: Readonly<Record<keyof PtqDeviations, string>> = {
  family: "of a family of models",
  model: "of a model in its family",
  familyMethod: "of a method on a family",
  modelMethod: "of a method on a model",
  familySetting: "of a width, with groups or without, under a method on a family",
  modelSetting: "of an exact setting on a model",
  residual: "of a single measurement",
};

/** The standard deviations of a law of the form "ptq", in ln ΔL; nothing for other forms. */
export function deviationsText({ form, settings }: LawFile, style: Style): readonly string[] {
  if (form !== "ptq") return [];
  const deviations = settings?.["deviations"] ?? {};
  const rows = PTQ_DEVIATIONS.map((name) => [name, String(deviations[name]), MEANINGS[name]]);
  return columns(rows, style);
}

/** How families are predicted by fits without them, where a law has such fits. */
export function leftOutText({ leftOut, fit }: LawFile, style: Style): readonly string[] {
  if (leftOut === undefined) return [];
  const percent = (name: string) => {
    const value = fit?.[name];
    return typeof value === "number" ? [`${(100 * value).toFixed(0)} %`] : [];
  };
  const rows = [
    ["families", Object.keys(leftOut).join(", ")],
    ...percent("within1_5").map((share) => ["within 1.5×", share]),
    ...percent("within2").map((share) => ["within 2×", share]),
    ...percent("coverage80").map((share) => ["inside the 80 % interval", share]),
  ];
  return columns(rows, style);
}
