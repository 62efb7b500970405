import type { Fact, FactName } from "../../../config/run/TrainingRun.ts";
import type { Analysis } from "../../Analysis.ts";
import type { Assessment } from "../../assessment/Assessment.ts";
import { runMemory } from "../../assessment/runMemory.ts";
import { runTimes } from "../../assessment/runTimes.ts";
import { FACT_LABELS, factValue } from "../../wording/factText.ts";
import { withoutEmptyColumns } from "../../wording/formatsTable.ts";
import { inapplicableLaws } from "../../wording/inapplicableLaws.ts";
import { measuredText, publishedText, stabilityText } from "../../wording/measuredText.ts";
import { MEMORY_SCOPE, memoryText } from "../../wording/memoryText.ts";
import { factNoise } from "../../wording/noiseText.ts";
import { percent } from "../../wording/numbers.ts";
import { type PredictionText, predictionText } from "../../wording/predictionText.ts";
import { quantizationTable } from "../../wording/quantizationTable.ts";
import { quantizedModelText } from "../../wording/quantizationText.ts";
import {
  assumedHardware,
  breakEvenText,
  nearestPublished,
  OPTION_HEAD,
  optionRows,
  verdictSource,
  verdictText,
} from "../../wording/trainingOptions.ts";
import { timeRows, timeTitle } from "../../wording/trainingTimeText.ts";
import { type PathOf, placesIn, type ReportedPlace } from "../places.ts";
import type { Style } from "../Style.ts";
import { columns } from "../Style.ts";
import { ignoredText, ignoringPattern } from "../settings/ignoringPattern.ts";

/**
 * What Bitlaw knows about a file: its facts and where they come from, predictions, what is missing and how to declare
 * it.
 */
export function explainText(
  path: string,
  analysis: Analysis,
  style: Style,
  pathOf: PathOf = (file) => file,
): string {
  if (analysis.assessments.length === 0) {
    const ignored = ignoringPattern(analysis);
    const because = ignored ? ignoredText(ignored, pathOf) : "not a training config that Bitlaw knows";
    return `${style.strong(path)}: ${because}\n`;
  }
  const locate = placesIn(path, analysis, pathOf);
  const placeOf = (fact: Fact<unknown>): string => {
    const [first] = fact.at;
    return first === undefined ? "" : placeText(path, locate(first));
  };
  return analysis.assessments.map((assessment) => explainRun(path, assessment, style, placeOf)).join("\n");
}

/** `line 9`, or `ds/zero3.json:1` for a place in a companion. */
function placeText(here: string, { path, line }: ReportedPlace): string {
  return path === here ? `line ${line}` : `${path}:${line}`;
}

function explainRun(
  path: string,
  assessment: Assessment,
  style: Style,
  placeOf: (fact: Fact<unknown>) => string,
): string {
  const { dialect, confidence, run } = assessment.config;
  const described = quantizedModelText(run.facts);
  const facts = (Object.entries(run.facts) as [FactName, Fact<unknown>][]).map(([name, fact]) => [
    FACT_LABELS[name],
    factValue(name, fact),
    fact.provenance,
    placeOf(fact),
    [fact.how, factNoise(name, fact)].filter((text) => text !== undefined).join("; "),
  ]);
  const measured = run.measured.map((fact) => [
    "measured",
    measuredText(fact.value),
    fact.provenance,
    placeOf(fact),
    fact.how,
  ]);
  const missing = run.missing.map(({ fact, because }) => [FACT_LABELS[fact], because]);
  const sections = [
    `${style.strong(path)}: ${described ? `${described} · ` : ""}${dialect.name} (confidence ${percent(confidence)})`,
    section("Facts", columns([...facts, ...measured], style), style),
    section("Memory of weights, gradients and optimizer", memoryLines(assessment), style),
    ...timeSection(assessment, style),
    section("Measured on this model", publishedLines(assessment), style),
    section("Measured in this workspace", stabilityLines(assessment), style),
    section("Verdict", decisionLines(assessment, style), style),
    section("Predictions", predictionLines(assessment, style), style),
    section("Quantized weights", quantizationLines(assessment, style), style),
    section("Not known", columns(missing, style), style),
    ...declareHint(assessment, style),
  ];
  return `${sections.filter((text) => text !== "").join("\n\n")}\n`;
}

/** Accelerator-days and days, in the run's own format and in others. */
function timeSection({ config }: Assessment, style: Style): readonly string[] {
  const times = runTimes(config.run);
  return times === undefined ? [] : [section(timeTitle(times), columns(timeRows(times), style), style)];
}

/** What the parameters of a run take, on all accelerators together. */
function memoryLines({ config }: Assessment): readonly string[] {
  const memory = runMemory(config.run);
  return memory === undefined ? [] : [`  ${memoryText(memory)}; ${MEMORY_SCOPE}`];
}

/** What the run's training format costs and saves, what could stand in its place, and published runs like it. */
function decisionLines({ training }: Assessment, style: Style): readonly string[] {
  if (training === undefined) return [];
  const verdict = verdictText(training);
  const rows = optionRows(training).map(({ cells }) => [...cells]);
  const table = rows.length < 2 ? [] : columns([[...OPTION_HEAD], ...rows], style);
  const nearest = nearestPublished(training, 3).map((text) => `published: ${text}`);
  const source = `ΔL by ${verdictSource(training)}`;
  const notes = [source, breakEvenText(training), assumedHardware(training), ...nearest].filter(
    (text) => text !== "",
  );
  return [
    ...(verdict === "" ? [] : [`  ${verdict}`]),
    ...table,
    ...notes.map((text) => `  ${style.faint(text)}`),
  ];
}

/** Stability reports of the workspace about the run's formats. */
function stabilityLines({ config }: Assessment): readonly string[] {
  return config.stability.map((one) => `  ${stabilityText(one)}, in ${one.path}`);
}

/** Published results of the run's own base model in a setting like its own. */
function publishedLines({ measured }: Assessment): readonly string[] {
  return measured.flatMap(({ results }) => results.map((one) => `  ${publishedText(one)}`));
}

function section(title: string, lines: readonly string[], style: Style): string {
  return lines.length === 0 ? "" : [style.strong(title), ...lines].join("\n");
}

function predictionLines({ laws, config }: Assessment, style: Style): readonly string[] {
  const applied = laws.flatMap((assessed) =>
    assessed.applies ? predictionLinesOf(predictionText(assessed, config.run), style) : [],
  );
  const silent = inapplicableLaws(laws).map(
    ({ names, because }) => `  ${style.faint(`not evaluated: ${names.join(", ")}: ${because}`)}`,
  );
  return [...applied, ...silent];
}

/** The base model as loaded and the weights after training, each beside other settings, with ">" before its own. */
function quantizationLines({ quantizations }: Assessment, style: Style): readonly string[] {
  return quantizations.flatMap((one, i) => {
    const { head, rows } = withoutEmptyColumns(quantizationTable(one));
    const marked = [["", ...head], ...rows.map(({ own, cells }) => [own ? ">" : "", ...cells])];
    return [...(i > 0 ? [""] : []), ...columns(marked, style)];
  });
}

/** The law and its first number on a line, what belongs to it below. */
function predictionLinesOf(text: PredictionText, style: Style): readonly string[] {
  const { headline, interval, collapseRisk, effectiveParameters, loss, domain, numbers } = text;
  const name = style.strong(text.law);
  const notes = [text.record, ...text.caveats]
    .filter((note) => note !== undefined)
    .map((note) => `    ${style.faint(note)}`);
  if (numbers.diverges) return [`  ${name}  ${headline}`, ...notes];
  const subject = text.about === "base" ? ", for the quantized base model" : "";
  const parts = [
    headline && `${headline} against 16 bit${subject}`,
    interval,
    collapseRisk,
    effectiveParameters,
    numbers.criticalTokens && `${text.tokens} of critical ${numbers.criticalTokens} tokens`,
    loss && `${loss} under this law`,
    domain,
  ].filter((part) => part !== undefined);
  return [`  ${name}  ${parts.join("; ")}`, ...notes];
}

/** One comment with everything that can be declared, ready to be copied. */
function declareHint({ config }: Assessment, style: Style): readonly string[] {
  const { missing, facts } = config.run;
  const quantized = facts.baseWeights ?? facts.quantization;
  const fromTrained = facts.stage !== undefined && facts.stage.value !== "pretrain";
  const lacksPretraining = fromTrained && quantized !== undefined && facts.pretrainingTokens === undefined;
  const keys = [
    ...new Set([
      ...missing.flatMap(({ declare }) => declare ?? []),
      ...(lacksPretraining ? ["pretraining_tokens=…"] : []),
    ]),
  ];
  if (keys.length === 0 || config.document.language === "json") return [];
  return [`Declare what you know in a comment of the file: ${style.strong(`# bitlaw: ${keys.join(" ")}`)}`];
}
