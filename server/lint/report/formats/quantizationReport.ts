import type { Interval, QuantizationMethod } from "../../../science/laws/Law.ts";
import type { Assessment, FormatPrediction } from "../../assessment/Assessment.ts";

/** What quantizing the weights costs by the law that leads, beside other settings. Schema: schemas/report.schema.json. */
export interface QuantizationReport extends SettingReport {
  readonly when: "loaded" | "planned";
  readonly law: string;
  readonly alternatives: readonly (SettingReport & { readonly writable: boolean })[];
}

interface SettingReport {
  readonly format: string;
  readonly method: QuantizationMethod | null;
  readonly delta: number | null;
  readonly interval: Interval | null;
  readonly collapseRisk: number | null;
}

/** The base model as it is loaded, then the weights as they are planned, as far as the run has them. */
export function quantizationReports({ quantizations }: Assessment): readonly QuantizationReport[] {
  return quantizations.map(({ when, law, current, alternatives }) => ({
    when,
    law: law.file.name,
    ...settingReport(current),
    alternatives: alternatives.map((one) => ({ ...settingReport(one), writable: one.choice !== undefined })),
  }));
}

function settingReport({ format, method, prediction }: FormatPrediction): SettingReport {
  const { delta, interval, collapseRisk } = prediction;
  return {
    format: format.name,
    method: method ?? null,
    delta: delta ?? null,
    interval: interval ?? null,
    collapseRisk: collapseRisk ?? null,
  };
}
