import { TextDocument } from "vscode-languageserver-textdocument";
import { formatInteger, formatQuantity } from "../../config/run/quantity.ts";
import type { Fact } from "../../config/run/TrainingRun.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import type { Analysis } from "../analyse.ts";
import type { Assessment, LawAssessment } from "../assessment/Assessment.ts";
import { countCaveats } from "../assessment/parametersFor.ts";
import type { Finding, Severity } from "../Finding.ts";
import { extrapolation } from "../wording/domain.ts";
import { percent, signedNats, toleranceText } from "../wording/numbers.ts";

/** How to make words stand out: terminal colours, or nothing. */
export interface Style {
  severity(severity: Severity, text: string): string;
  strong(text: string): string;
  faint(text: string): string;
}

export const PLAIN: Style = { severity: (_, text) => text, strong: (text) => text, faint: (text) => text };

/** Findings of a file, one a paragraph: place, severity, message, rule. Empty for a clean file. */
export function findingsText(path: string, analysis: Analysis, style: Style): string {
  const places = TextDocument.create(path, analysis.language, 0, analysis.text);
  return analysis.findings.map((finding) => findingText(path, finding, places, style)).join("");
}

function findingText(
  path: string,
  { span, severity, message, rule }: Finding,
  places: TextDocument,
  style: Style,
): string {
  const { line, character } = places.positionAt(span.start);
  return `${style.strong(`${path}:${line + 1}:${character + 1}`)}  ${style.severity(severity, severity)}  ${message} ${style.faint(`[${rule}]`)}\n`;
}

/** Facts with their derivation, predictions, what is missing and how to declare it. */
export function explainText(path: string, analysis: Analysis, style: Style): string {
  if (analysis.assessments.length === 0)
    return `${style.strong(path)}: not a training config that Bitlaw knows\n`;
  return analysis.assessments.map((assessment) => explainRun(path, assessment, style)).join("\n");
}

function explainRun(path: string, assessment: Assessment, style: Style): string {
  const { dialect, confidence, run } = assessment.config;
  const facts = (Object.entries(run.facts) as [string, Fact<unknown>][]).map(([name, fact]) => [
    labelOf(name),
    valueText(name, fact),
    `${fact.provenance}: ${fact.how}`,
  ]);
  const missing = run.missing.map(({ fact, because, declare }) => [
    labelOf(fact),
    because,
    declare && assessment.config.document.language === "yaml" ? `# bitlaw: ${declare}` : "",
  ]);
  const sections = [
    `${style.strong(path)}: ${dialect.name} (confidence ${percent(confidence)})`,
    section("Facts", facts, style),
    missing.length > 0 ? section("Not known, and how to declare it", missing, style) : "",
    section(
      "Predictions",
      assessment.laws.map((law) => lawRow(law, assessment)),
      style,
    ),
  ];
  return `${sections.filter((text) => text !== "").join("\n")}\n`;
}

function section(title: string, rows: readonly (readonly string[])[], style: Style): string {
  const widths = [0, 1].map((column) =>
    Math.min(34, Math.max(...rows.map((row) => (row[column] ?? "").length))),
  );
  const lines = rows.map(([a = "", b = "", c = ""]) =>
    `  ${a.padEnd(widths[0] ?? 0)}  ${b.padEnd(widths[1] ?? 0)}  ${style.faint(c)}`.trimEnd(),
  );
  return [style.strong(title), ...lines].join("\n");
}

function lawRow(assessed: LawAssessment, { config }: Assessment): readonly string[] {
  const name = assessed.law.file.name;
  if (!assessed.applies) return [name, "does not apply", assessed.because];
  const { prediction, inputs, about } = assessed;
  if (prediction.diverges) return [name, "predicted to diverge", prediction.caveats.join("; ")];
  const parts = [
    about === "base" ? "about the quantized base model" : "",
    prediction.effectiveParameters === undefined
      ? ""
      : `effective parameters ${percent(prediction.effectiveParameters / inputs.parameters)}`,
    prediction.criticalTokens === undefined
      ? ""
      : `critical tokens ${formatQuantity(prediction.criticalTokens)}`,
    `loss ${prediction.loss?.toFixed(3)} nats under this law`,
    extrapolation(prediction.domain) ? `extrapolated: ${extrapolation(prediction.domain)}` : "inside its fit",
    ...prediction.caveats,
    ...countCaveats(assessed.law, config.run),
  ];
  return [
    name,
    `ΔL ${signedNats(prediction.delta ?? 0)} nats against 16 bit`,
    parts.filter((part) => part !== "").join("; "),
  ];
}

function valueText(name: string, { value, upperBound, tolerance }: Fact<unknown>): string {
  if (typeof value === "number") {
    const text =
      name === "learningRate" || name === "seed"
        ? String(value)
        : value < 1e5
          ? formatInteger(value)
          : formatQuantity(value);
    const rounded = tolerance ? `${text} ${toleranceText(tolerance)}` : text;
    return upperBound ? `at most ${rounded}` : rounded;
  }
  return typeof value === "object" && value !== null && "label" in value
    ? (value as NumberFormat).label
    : String(value);
}

/** `nonEmbeddingParameters` → `non embedding parameters`. */
function labelOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
