import { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../../config/document/ConfigNode.ts";
import type { Fact, TrainingRun } from "../../../config/run/TrainingRun.ts";
import type { DescribedRecord } from "../../../science/backtest/recordFor.ts";
import type { NumberFormat } from "../../../science/formats/NumberFormat.ts";
import type { Anchor, Interval } from "../../../science/laws/Law.ts";
import { sourceOf } from "../../../science/measurements/publishedResults.ts";
import type { Analysis } from "../../Analysis.ts";
import { verifiedFixes } from "../../actions/verifiedFixes.ts";
import type { Assessment, LawAssessment } from "../../assessment/Assessment.ts";
import { trainingChoices } from "../../assessment/trainingChoices.ts";
import { type Finding, fixTitle } from "../../Finding.ts";
import type { CheckedFile, CheckedPlace } from "../CheckedFile.ts";
import { type PathOf, placesIn, type ReportedPlace, rangesIn } from "../places.ts";
import { decisionJson } from "./decisionJson.ts";
import { type QuantizationReport, quantizationReports } from "./quantizationReport.ts";

/** A checked file with its entries in the JSON output: empty unless that is asked for. */
export interface ReportedFile extends CheckedFile {
  readonly entries: readonly FileReport[];
}

/** The JSON output, in the shape of schemas/report.schema.json. */
export function jsonReport(files: readonly ReportedFile[]): string {
  return `${JSON.stringify({ version: 1, files: files.flatMap(({ entries }) => entries) }, null, 2)}\n`;
}

/** One entry of `files` in the JSON output. Schema and meaning of every field: schemas/report.schema.json. */
export interface FileReport {
  readonly path: string;
  readonly dialect: { readonly id: string; readonly confidence: number } | null;
  readonly facts: Readonly<Record<string, FactReport | readonly FactReport[]>>;
  readonly missing: readonly { readonly fact: string; readonly because: string }[];
  readonly measured: readonly MeasuredReport[];
  readonly predictions: readonly PredictionReport[];
  readonly decisions: readonly unknown[];
  readonly quantizations: readonly QuantizationReport[];
  readonly findings: readonly FindingReport[];
}

interface FactReport {
  readonly value: unknown;
  readonly provenance: Fact<unknown>["provenance"];
  readonly how: string;
  readonly at: readonly ReportedPlace[];
  readonly tolerance?: number;
}

interface PredictionReport {
  readonly law: string;
  readonly applies: boolean;
  readonly because: string | null;
  readonly loss: number | null;
  readonly delta: number | null;
  readonly effectiveParameters: number | null;
  readonly criticalTokens: number | null;
  readonly interval: Interval | null;
  readonly collapseRisk: number | null;
  readonly record: RecordReport | null;
  readonly domain: { readonly inside: boolean; readonly factors: Readonly<Record<string, number>> } | null;
}

/** How the law did on published measurements like this. */
interface RecordReport {
  readonly of: string;
  readonly rows: number;
  readonly medianRatio: number | null;
  readonly within1_5: number | null;
  readonly within2: number | null;
  readonly spearman: number | null;
  readonly disagrees: boolean;
}

/** A published result of the run's own base model in a setting like its own. */
interface MeasuredReport {
  readonly fact: "baseWeights" | "quantization";
  readonly model: string | null;
  readonly method: string;
  readonly format: Readonly<Record<string, unknown>> | null;
  readonly delta: number;
  readonly source: string;
}

interface FindingReport {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** Places that belong to it, in other files too. */
  readonly related: readonly (CheckedPlace & { readonly message: string })[];
  readonly fixes: readonly { readonly title: string; readonly safe: boolean }[];
}

/** A file's reports: one for each of its documents that describes a run, at least one. Lines and columns count from 1. */
export function fileReports(
  path: string,
  analysis: Analysis,
  pathOf: PathOf = (file) => file,
): readonly FileReport[] {
  const places = TextDocument.create(path, analysis.language, 0, analysis.text);
  const rangeOf = rangesIn(path, analysis, pathOf);
  const reportOf = (finding: Finding) => findingReport(analysis, finding, places, rangeOf);
  if (analysis.assessments.length === 0) {
    // A project file, or a companion that shows what the configs that use it say.
    const findings = analysis.findings.map(reportOf);
    const nothing = {
      facts: {},
      missing: [],
      measured: [],
      predictions: [],
      decisions: [],
      quantizations: [],
    };
    return [{ path, dialect: null, ...nothing, findings }];
  }
  return analysis.assessments.map((assessment, i) => ({
    path,
    dialect: { id: assessment.config.dialect.id, confidence: assessment.config.confidence },
    facts: factReports(assessment.config.run, placesIn(path, analysis, pathOf)),
    missing: assessment.config.run.missing.map(({ fact, because }) => ({ fact, because })),
    measured: measuredReports(assessment),
    predictions: assessment.laws.map(predictionReport),
    decisions: decisionReports(assessment),
    quantizations: quantizationReports(assessment),
    findings: ownFindings(analysis, assessment, i).map(reportOf),
  }));
}

/** Findings inside the document of an assessment; what is outside every document, a comment, goes to the first. */
function ownFindings(
  { assessments, findings }: Analysis,
  assessment: Assessment,
  index: number,
): readonly Finding[] {
  const holds = ({ config }: Assessment, { span }: Finding) =>
    config.document.root.span.start <= span.start && span.start < config.document.root.span.end;
  return findings.filter(
    (finding) =>
      holds(assessment, finding) || (index === 0 && !assessments.some((one) => holds(one, finding))),
  );
}

function factReports(
  { facts, measured }: TrainingRun,
  locate: (span: Span) => ReportedPlace,
): Record<string, FactReport | readonly FactReport[]> {
  const reports: Record<string, FactReport | readonly FactReport[]> = {};
  for (const [name, fact] of Object.entries(facts) as [string, Fact<unknown>][])
    reports[name] = factReport(fact, locate);
  if (measured.length > 0) reports["measured"] = measured.map((fact) => factReport(fact, locate));
  return reports;
}

function factReport(fact: Fact<unknown>, locate: (span: Span) => ReportedPlace): FactReport {
  return {
    value: valueReport(fact.value),
    provenance: fact.provenance,
    how: fact.how,
    at: fact.at.map(locate),
    ...(fact.tolerance ? { tolerance: fact.tolerance } : {}),
  };
}

function valueReport(value: unknown): unknown {
  if (isFormat(value)) return formatReport(value);
  if (!isAnchor(value)) return value;
  const { quantization, method, delta } = value;
  return { quantization: formatReport(quantization), method: method ?? null, delta };
}

function isAnchor(value: unknown): value is Anchor {
  return typeof value === "object" && value !== null && "delta" in value;
}

function isFormat(value: unknown): value is NumberFormat {
  return typeof value === "object" && value !== null && "effectiveBits" in value;
}

function formatReport({
  name,
  bits,
  kind,
  exponent,
  mantissa,
  scaling,
}: NumberFormat): Record<string, unknown> {
  const block = scaling?.granularity === "block" ? scaling.size : (scaling?.granularity ?? null);
  return { name, bits, kind, exponent: exponent ?? null, mantissa: mantissa ?? null, block };
}

function measuredReports({ measured, config }: Assessment): readonly MeasuredReport[] {
  return measured.flatMap(({ fact, results }) =>
    results.map((result) => ({
      fact: fact === config.run.facts.baseWeights ? "baseWeights" : "quantization",
      model: result.model ?? null,
      method: result.method,
      format: result.format ? formatReport(result.format) : null,
      delta: result.delta,
      source: sourceOf(result),
    })),
  );
}

/** The verdicts on the run's own format, which comes first, and on those that could stand in its place. */
function decisionReports({ training }: Assessment): readonly unknown[] {
  if (training === undefined) return [];
  const { current, plan } = training;
  return [current, ...trainingChoices(training, Number.POSITIVE_INFINITY)].map((option) => ({
    own: option === current,
    hardware: plan.hardware?.name ?? null,
    hardwareAssumed: plan.isHardwareAssumed ?? false,
    ...decisionJson(option.outcome, plan.tokens),
  }));
}

function recordReport(record: DescribedRecord): RecordReport {
  const { phrase, applicable, medianRatio, within1_5, within2, spearman, disagrees = false } = record;
  return { of: phrase, rows: applicable, medianRatio, within1_5, within2, spearman, disagrees };
}

function predictionReport(assessed: LawAssessment): PredictionReport {
  const law = assessed.law.file.name;
  if (!assessed.applies) {
    return {
      law,
      applies: false,
      because: assessed.because,
      loss: null,
      delta: null,
      effectiveParameters: null,
      criticalTokens: null,
      interval: null,
      collapseRisk: null,
      record: null,
      domain: null,
    };
  }
  const { diverges, loss, delta, effectiveParameters, criticalTokens, domain } = assessed.prediction;
  const { interval, collapseRisk } = assessed.prediction;
  return {
    law,
    applies: true,
    because: diverges ? "predicted to diverge" : null,
    loss: loss ?? null,
    delta: delta ?? null,
    effectiveParameters: effectiveParameters ?? null,
    criticalTokens: criticalTokens ?? null,
    interval: interval ?? null,
    collapseRisk: collapseRisk ?? null,
    record: assessed.record ? recordReport(assessed.record) : null,
    domain,
  };
}

function findingReport(
  analysis: Analysis,
  finding: Finding,
  places: TextDocument,
  rangeOf: (span: Span) => CheckedPlace,
): FindingReport {
  const start = position(places, finding.span.start);
  const end = position(places, finding.span.end);
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    related: finding.related.map(({ span, message }) => ({ ...rangeOf(span), message })),
    fixes: verifiedFixes(analysis, finding).map((fix) => ({ title: fixTitle(fix), safe: fix.safe })),
  };
}

function position(places: TextDocument, offset: Span["start"]): { line: number; column: number } {
  const { line, character } = places.positionAt(offset);
  return { line: line + 1, column: character + 1 };
}
