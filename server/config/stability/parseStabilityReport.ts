import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import type { StabilityEvidence } from "./StabilityEvidence.ts";

const VERDICTS: readonly StabilityEvidence["verdict"][] = ["less robust", "as robust", "undecided"];

/** The comparisons of a saved stability report; none for a text that is no such report. Schema: schemas/stability.schema.json. */
export function parseStabilityReport(path: string, text: string): readonly StabilityEvidence[] {
  const report = asRecord(parsed(text));
  const baseline = formatOf(report?.["baseline"]);
  const formats = report?.["formats"];
  if (report?.["version"] !== 1 || baseline === undefined || !Array.isArray(formats)) return [];
  return formats.flatMap((entry: unknown) => {
    const format = formatOf(asRecord(entry)?.["format"]);
    const comparison = asRecord(asRecord(entry)?.["comparison"]);
    const verdict = VERDICTS.find((one) => one === comparison?.["verdict"]);
    const pValue = count(asRecord(comparison?.["fisher"])?.["oneSided"]);
    const [runs, failed, baselineRuns, baselineFailed] = [
      "runs",
      "failed",
      "baselineRuns",
      "baselineFailed",
    ].map((key) => count(comparison?.[key]));
    if (!format || !verdict || pValue === undefined) return [];
    if (runs === undefined || failed === undefined) return [];
    if (baselineRuns === undefined || baselineFailed === undefined) return [];
    return [{ path, format, verdict, runs, failed, baseline, baselineRuns, baselineFailed, pValue }];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

function formatOf(value: unknown) {
  return typeof value === "string" ? parseNumberFormat(value) : undefined;
}

/** A number that is not negative. */
function count(value: unknown): number | undefined {
  return typeof value === "number" && value >= 0 && Number.isFinite(value) ? value : undefined;
}
