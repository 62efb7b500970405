import type { Fact, FactName } from "../../../config/run/TrainingRun.ts";
import type { Law, LawInputs } from "../../../science/laws/Law.ts";
import { trainingCompute } from "../../../science/laws/trainingCompute.ts";
import type { Analysis } from "../../Analysis.ts";
import type {
  AppliedLaw,
  Assessment,
  FormatComparison,
  QuantizationAssessment,
} from "../../assessment/Assessment.ts";
import { compareQuantizationFormats, compareTrainingFormats } from "../../assessment/formatComparisons.ts";
import { FACT_LABELS, factValue } from "../../wording/factText.ts";
import {
  type FormatRow,
  formatsMarkdown,
  formatsTable,
  rowsOf,
  widestFirst,
} from "../../wording/formatsTable.ts";
import { inapplicableLawsMarkdown } from "../../wording/inapplicableLaws.ts";
import { escapeMarkdown, markdownTable } from "../../wording/markdown.ts";
import { measuredText, publishedText } from "../../wording/measuredText.ts";
import {
  LOSSES_DO_NOT_COMPARE,
  type PredictionNumbers,
  type PredictionText,
  predictionText,
} from "../../wording/predictionText.ts";
import { quantizationTable } from "../../wording/quantizationTable.ts";
import { METHOD_NAMES } from "../../wording/quantizationText.ts";
import { runHeadline } from "../../wording/runHeadline.ts";

/**
 * A report in Markdown on all predictions of the laws for one run: facts, one row a law, then each law with its source,
 * its limits and its table of formats, and the laws that do not apply. `name` is the name of the file for people.
 */
export function lawComparison(assessment: Assessment, name: string): string {
  const { laws, config, quantizations } = assessment;
  const applied = laws
    .filter((assessed) => assessed.applies)
    .map((assessed) => ({ assessed, text: predictionText(assessed, config.run) }));
  const sections = [
    `# Laws compared: ${escapeMarkdown(name)}`,
    runHeadline(config),
    section("Facts used", factTable(assessment)),
    section("Measured on this model", measuredList(assessment)),
    section("Predictions", predictionTable(applied.map(({ text }) => text))),
    section("Quantized weights", quantizations.map(quantizationMarkdown).join("\n\n")),
    ...applied.map(({ assessed, text }) => lawSection(assessed, text, quantizations)),
    section("Laws that do not apply", inapplicableLawsMarkdown(laws)),
  ];
  return `${sections.filter((text) => text !== "").join("\n\n")}\n`;
}

function section(title: string, text: string): string {
  return text === "" ? "" : `## ${title}\n\n${text}`;
}

function quantizationMarkdown(quantization: QuantizationAssessment): string {
  return formatsMarkdown(quantizationTable(quantization), "left out");
}

/** Facts that no law takes. */
const NOT_USED: ReadonlySet<FactName> = new Set<FactName>([
  "seed",
  "learningRate",
  "gradients",
  "masterWeights",
  "optimizerState",
  "computeBudget",
  "speedup",
  "runNoise",
]);

function factTable({ config }: Assessment): string {
  const { facts, missing } = config.run;
  const rows = (Object.entries(facts) as [FactName, Fact<unknown>][])
    .filter(([fact]) => !NOT_USED.has(fact))
    .map(([fact, value]) => [
      FACT_LABELS[fact],
      factValue(fact, value),
      value.provenance,
      escapeMarkdown(value.how),
    ]);
  const open = missing
    .filter(({ fact }) => !NOT_USED.has(fact))
    .map(({ fact, because }) => [FACT_LABELS[fact], "not known", "", escapeMarkdown(because)]);
  return markdownTable(["fact", "value", "provenance", "how"], [...rows, ...open]);
}

function measuredList({ config, measured }: Assessment): string {
  const declared = config.run.measured.map(({ value }) => `- ${measuredText(value)} (${value.source})`);
  const published = measured.flatMap(({ results }) =>
    results.map((one) => `- ${escapeMarkdown(publishedText(one))}`),
  );
  return [...published, ...declared].join("\n");
}

function predictionTable(predictions: readonly PredictionText[]): string {
  if (predictions.length === 0) return "No law that is known here applies to this run.";
  const rows = predictions.map(({ law, about, numbers, outside, record }) => [
    `\`${law}\``,
    about === "base" ? "the base model after quantization" : "this run",
    ...OUTCOME.map((cell) => cell(numbers)),
    outside ?? "inside its fit",
    record ?? "—",
  ]);
  const head = ["law", "about", "ΔL against 16 bit, nats", "interval", "effective parameters"];
  const tables = markdownTable([...head, "critical tokens", "fitted domain", "record"], rows);
  return predictions.length > 1 ? `${tables}\n\n${LOSSES_DO_NOT_COMPARE}` : tables;
}

/** Cells of a prediction: ΔL, its interval, effective parameters, critical tokens. */
const OUTCOME = [deltaCell, intervalCell, effectiveCell, criticalCell] as const;

function deltaCell({ diverges, delta }: PredictionNumbers): string {
  return diverges ? "predicted to diverge" : (delta ?? "—");
}

function intervalCell({ interval }: PredictionNumbers): string {
  return interval ?? "—";
}

function effectiveCell({ effectiveParameters }: PredictionNumbers): string {
  return effectiveParameters ?? "—";
}

function criticalCell({ diverges, criticalTokens }: PredictionNumbers): string {
  return criticalTokens ?? (diverges ? "—" : "none");
}

function lawSection(
  { law, inputs, about }: AppliedLaw,
  text: PredictionText,
  quantizations: readonly QuantizationAssessment[],
): string {
  const assessed = quantizations.find(({ fact }) => fact.value === inputs.quantization);
  const { name, summary, citation } = law.file;
  const { authors, year, title, url, where } = citation;
  const parts = [
    `## \`${name}\``,
    `${escapeMarkdown(summary)}. ${escapeMarkdown(authors)} ${year}, ${url ? `[${escapeMarkdown(title)}](${url})` : escapeMarkdown(title)}, ${escapeMarkdown(where)}.`,
    [
      ...predictionItems(text, law),
      ...optimumItem(law, inputs),
      ...text.caveats.map((note) => `- ${escapeMarkdown(note)}.`),
    ].join("\n"),
    about === "run" ? comparedFormats("training format", compareTrainingFormats(law, inputs)) : "",
    // The table of the law that leads is above already.
    assessed && assessed.law !== law ? comparedQuantizations(law, inputs, assessed) : "",
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** What the tables leave out: N and D, the loss, the risk of a collapse. */
function predictionItems(
  { parameters, tokens, numbers, record }: PredictionText,
  { file }: Law,
): readonly string[] {
  const { loss, collapseRisk } = numbers;
  const counted = file.counts === "parameters" ? "parameters" : "parameters without embeddings";
  return [
    `- For ${parameters} ${counted} and ${tokens} tokens.`,
    ...(loss === undefined ? [] : [`- Predicted loss ${loss} nats under \`${file.name}\`.`]),
    ...(collapseRisk === undefined
      ? []
      : [`- Probability of a loss of more than 1 nat: ${collapseRisk} under \`${file.name}\`.`]),
    record === undefined ? "- No record: no published measurements are like this." : `- Record: ${record}.`,
  ];
}

function comparedQuantizations(
  law: Law,
  inputs: LawInputs,
  { when, alternatives }: QuantizationAssessment,
): string {
  const title = when === "loaded" ? "base model as loaded" : "weights after training";
  return comparedFormats(title, compareQuantizationFormats(law, inputs, alternatives), widestFirst);
}

/** The law's own best number of bits, as its paper derives it: a real number, at a cost that is linear in the bits. */
function optimumItem(
  { optimalBits }: Law,
  { parameters, tokens, weights, activations }: LawInputs,
): readonly string[] {
  if (optimalBits === undefined) return [];
  const bits = Math.max(weights.effectiveBits, activations.effectiveBits);
  const compute = trainingCompute(parameters, tokens, bits);
  const fixed = optimalBits.forParameters(parameters, compute).toFixed(1);
  const free = optimalBits.forCompute(compute).toFixed(1);
  return [
    `- Best bits by its paper, if compute were linear in them: ${fixed} with N fixed, ${free} with N and D free.`,
  ];
}

/** The formats that one law compares. A single one compares nothing, and is in the table of predictions already. */
function comparedFormats(
  title: string,
  comparison: FormatComparison | undefined,
  ordered: (rows: readonly FormatRow[]) => readonly FormatRow[] = (rows) => rows,
): string {
  if (comparison === undefined || comparison.alternatives.length === 0) return "";
  const table = formatsTable(ordered(rowsOf(comparison)), [
    [title, ({ format }) => format.label],
    ["method", ({ method }) => (method ? METHOD_NAMES[method] : "")],
    [`ΔL against 16 bit (\`${comparison.law.file.name}\`)`, deltaCell],
    ["interval", intervalCell],
    ["effective parameters", effectiveCell],
    ["critical tokens", criticalCell],
  ]);
  return formatsMarkdown(table, "left out");
}

/** The comparison of laws for every run of a file, in Markdown. */
export function comparisonReport(path: string, { assessments }: Pick<Analysis, "assessments">): string {
  if (assessments.length === 0)
    return `# ${escapeMarkdown(path)}\n\nNot a training config that Bitlaw knows.\n`;
  return assessments
    .map((assessment, i) => {
      const which = assessments.length > 1 ? `, run ${i + 1} of ${assessments.length}` : "";
      return lawComparison(assessment, `${path}${which}`);
    })
    .join("\n");
}
