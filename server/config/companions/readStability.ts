import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { isSixteenBitOrWider } from "../../science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import { memoized } from "../../science/numerics/memoized.ts";
import type { ReportedStability, TrainingConfig } from "../run/TrainingConfig.ts";
import type { Workspace, WorkspaceFile } from "../workspace/Workspace.ts";

/** Where `bitlaw stability --save` puts its reports, below the workspace's root. */
export const STABILITY_FOLDER = ".bitlaw/stability";

/** More reports are not looked at; the last ones by name count. */
const MOST_REPORTS = 50;

/**
 * What the workspace's stability reports say about the formats of a run. Only read for pre-training in reduced
 * precision.
 */
export function readStability({ run }: TrainingConfig, workspace: Workspace): readonly ReportedStability[] {
  const { weights, activations, stage } = run.facts;
  const reduced = [weights, activations].flatMap((fact) =>
    fact && !isSixteenBitOrWider(fact.value) ? [fact.value] : [],
  );
  if (reduced.length === 0 || stage?.value !== "pretrain") return [];
  const names = (workspace.list(STABILITY_FOLDER) ?? []).filter((name) => /\.json$/i.test(name));
  return [...names]
    .sort()
    .slice(-MOST_REPORTS)
    .flatMap((name) => {
      const answer = workspace.read(`${STABILITY_FOLDER}/${name}`);
      return answer?.kind === "file" ? resultsIn(answer.file) : [];
    })
    .filter(({ format }) => reduced.some((own) => isSameFormat(own, format)));
}

const resultsIn = memoized(({ path, text }: WorkspaceFile) => parseStabilityReport(path, text));

/**
 * Whether a report's format is one of the run's formats. A scaling that one of them does not state matches every
 * scaling.
 */
export function isSameFormat(own: NumberFormat, reported: NumberFormat): boolean {
  if (own.name === reported.name) return true;
  const isOpen = own.scaling === undefined || reported.scaling === undefined;
  return isOpen && elementOf(own) === elementOf(reported);
}

function elementOf({ kind, bits, exponent, mantissa }: NumberFormat): string {
  return [kind, bits, exponent, mantissa].join();
}

const VERDICTS: readonly ReportedStability["verdict"][] = ["less robust", "as robust", "undecided"];

/** The comparisons of a saved stability report; none for a text that is no such report. Schema: schemas/stability.schema.json. */
function parseStabilityReport(path: string, text: string): readonly ReportedStability[] {
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
