import { isInOwnFile, type Span } from "../../../config/document/ConfigNode.ts";
import type { Fact, FactName, Facts } from "../../../config/run/TrainingRun.ts";
import type { Law } from "../../../science/laws/Law.ts";
import { groupBy } from "../../../science/numerics/groupBy.ts";
import type { Assessment, TrainingAssessment } from "../../assessment/Assessment.ts";
import { FACT_LABELS, factValue } from "../../wording/factText.ts";
import { formatsMarkdown } from "../../wording/formatsTable.ts";
import { briefReasons, inapplicableLawsMarkdown } from "../../wording/inapplicableLaws.ts";
import { escapeMarkdown } from "../../wording/markdown.ts";
import { measuredText, publishedText, stabilityText } from "../../wording/measuredText.ts";
import { factNoise } from "../../wording/noiseText.ts";
import { type PredictionText, predictionText } from "../../wording/predictionText.ts";
import { quantizationTable } from "../../wording/quantizationTable.ts";
import { runHeadline } from "../../wording/runHeadline.ts";
import { assumedHardware, nearestPublished, verdictText } from "../../wording/trainingOptions.ts";
import type { RuleUri } from "../Style.ts";
import { gapChart, quantizationCurve } from "./curves.ts";
import { trainingTable } from "./tables.ts";

/** What a hover may contain besides text. */
export interface HoverStyle {
  readonly ruleUri: RuleUri;
  /** Whether pictures are drawn; an editor in a terminal would show their source instead. */
  readonly images: boolean;
}

/** The hover of a run: the fact under the cursor, the run, what each law predicts, the alternatives, what is missing. */
export function runMarkdown(
  assessment: Assessment,
  place: Span,
  rules: readonly string[],
  { ruleUri, images }: HoverStyle,
): string {
  const { training, quantizations, laws, config } = assessment;
  const curve = (draw: () => string) => (images ? `${draw()}\n\n` : "");
  const predictions = laws
    .filter((assessed) => assessed.applies)
    .map((assessed) => ({
      leads: isLawOfTable(assessment, assessed.law),
      text: predictionText(assessed, config.run),
    }));
  const leading = predictions.filter(({ leads }) => leads).map(({ text }) => text);
  const others = predictions.filter(({ leads }) => !leads).map(({ text }) => text);
  const blocks = [
    runHeadline(config),
    measuredLines(assessment),
    training ? escapeMarkdown(verdictText(training)) : "",
    leading
      .map((text) => (text.law === training?.law.file.name ? sourceLine(text) : predictionLine(text)))
      .join("\n\n"),
    training
      ? `${trainingTable(training)}\n\n${curve(() => gapChart(training))}${nearestLine(training)}`
      : "",
    ...quantizations.map(
      (one) => `${curve(() => quantizationCurve(one))}${formatsMarkdown(quantizationTable(one), "left out")}`,
    ),
    otherLaws(others),
    factsHere(assessment, place),
    caveats(leading),
    missingNotes(assessment),
    silentNote(assessment),
    links(rules, ruleUri),
  ];
  return blocks.filter((block) => block.trim() !== "").join("\n\n");
}

/** Whether a law is that of a table; without a table all laws come first. */
function isLawOfTable({ training, quantizations }: Assessment, law: Law): boolean {
  const shown = [training, ...quantizations].flatMap((one) => one?.law ?? []);
  return shown.length === 0 || shown.includes(law);
}

/** The published run most like this one, and on which accelerator the speeds are, where none is declared. */
function nearestLine(training: TrainingAssessment): string {
  const nearest = nearestPublished(training).map((text) => `Nearest published: ${escapeMarkdown(text)}.`);
  return [assumedHardware(training), ...nearest].filter((text) => text !== "").join(" ");
}

/** "3 other laws, ΔL in nats: `sun-2025` +0.063 (tokens 20× beyond its fit), …": the comparison of laws has the rest. */
function otherLaws(others: readonly PredictionText[]): string {
  if (others.length === 0) return "";
  const numbers = others.map(
    ({ law, outside, numbers: { diverges, delta } }) =>
      `\`${law}\` ${diverges ? "diverges" : (delta ?? "no ΔL")}${outside ? ` (${outside})` : ""}`,
  );
  const count = others.length === 1 ? "Another law" : `${others.length} other laws`;
  return `${count}, ΔL in nats: ${numbers.join("; ")}. “Bitlaw: Compare Laws” has their records.`;
}

/** Facts that a key states beside its format; `bitlaw explain` has them with their origin. */
const DETAILS: ReadonlySet<FactName> = new Set<FactName>([
  "backwardProducts",
  "hadamard",
  "stochasticRounding",
  "outlierTreatment",
  "twoDimensionalScales",
  "scaling",
]);

/** The facts that depend on the scalar under the cursor, then how tokens and size are computed. */
function factsHere({ config }: Assessment, place: Span): string {
  const facts = Object.entries(config.run.facts) as [keyof Facts, Fact<unknown>][];
  const here = facts.filter(([, { at }]) =>
    at.some((span) => isInOwnFile(span) && span.start === place.start),
  );
  const main = here.filter(([name]) => !DETAILS.has(name));
  const told = main.length > 0 ? main : here;
  const names = new Set([...told.map(([name]) => name), "tokens", "nonEmbeddingParameters"]);
  const shown = facts.filter(([name]) => names.has(name));
  // One key may state several facts: they share a line.
  const byOrigin = groupBy(
    shown,
    ([name, fact]) => `${factValue(name, fact)}|${fact.provenance}|${fact.how}`,
  );
  const factItems = [...byOrigin.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const [name, fact] = first;
    const labels = group.map(([one]) => FACT_LABELS[one]).join(", ");
    return [
      `- ${labels}: ${factValue(name, fact)} (${fact.provenance}) — ${escapeMarkdown(fact.how)}`,
      ...group.flatMap(([one, its]) => noiseLine(one, its)),
    ];
  });
  const measured = config.run.measured.map(
    ({ value }) => `- measured: ${measuredText(value)} (${value.source})`,
  );
  return [...factItems, ...measured].join("\n");
}

/** "- INT4, group 128: SQNR 20.0 dB on Gaussian weights (…)", for weights in a narrow format. */
function noiseLine(name: keyof Facts, fact: Fact<unknown>): readonly string[] {
  const noise = factNoise(name, fact);
  return noise === undefined ? [] : [`- ${factValue(name, fact)}: ${noise}`];
}

/**
 * Published results of the run's own base model in a setting like its own, and stability reports of the workspace about
 * its formats: they come before any prediction.
 */
function measuredLines({ measured, config }: Assessment): string {
  const published = measured.flatMap(({ results }) => results.map(publishedText));
  const stability = config.stability.map((one) => `${stabilityText(one)}, in ${one.path}`);
  return [...published, ...stability].map((text) => `- **measured**: ${escapeMarkdown(text)}`).join("\n");
}

/** "**ΔL +0.27 nats** against 16 bit, 80 %: …, loss 2.345 nats. [`sun-2025`](…), inside its fit; within 2× for …." */
function predictionLine(text: PredictionText): string {
  const { headline, interval, collapseRisk, effectiveParameters, loss, domain, record, numbers } = text;
  const source = text.url === undefined ? `\`${text.law}\`` : `[\`${text.law}\`](${text.url})`;
  if (numbers.diverges) return `**Predicted to diverge** under ${source}.`;
  const subject = text.about === "base" ? "base model after quantization: " : "";
  const parts = [
    headline && `${subject}**${headline}** against 16 bit`,
    interval,
    collapseRisk,
    effectiveParameters,
    numbers.criticalTokens && `D ${text.tokens} against critical ${numbers.criticalTokens}`,
    loss,
  ].filter((part) => part !== undefined);
  const status = record === undefined ? domain : `${domain}; ${record}`;
  return `${parts.join(", ")}. ${source}, ${status}.`;
}

/** The law behind a verdict that has its number already: "[`bitlaw-train`](…), inside its fit; within 2× for …." */
function sourceLine({ law, url, domain, record, numbers }: PredictionText): string {
  if (numbers.diverges) return `**Predicted to diverge** under \`${law}\`.`;
  const source = url === undefined ? `\`${law}\`` : `[\`${law}\`](${url})`;
  return `${source}, ${record === undefined ? domain : `${domain}; ${record}`}.`;
}

/** What the reader of the numbers must know. */
function caveats(predictions: readonly PredictionText[]): string {
  return predictions
    .filter((text) => text.caveats.length > 0)
    .map(({ law, caveats: said }) => `\`${law}\`: ${said.map((one) => `${escapeMarkdown(one)}.`).join(" ")}`)
    .join("\n\n");
}

/** Why no law speaks about the run; where one does, the comparison of laws says it of the others. */
function silentNote({ laws, config, training, quantizations }: Assessment): string {
  if (training !== undefined || quantizations.length > 0) return "";
  const list = inapplicableLawsMarkdown(briefReasons(laws, config.run.missing));
  return list === "" ? "" : `Not evaluated:\n\n${list}`;
}

function missingNotes({ config }: Assessment): string {
  return config.run.missing
    .map(({ fact, because, declare }) => {
      const how =
        declare && config.document.language !== "json"
          ? ` Declare it with a comment: \`# bitlaw: ${declare}\`.`
          : "";
      return `- Not known: **${FACT_LABELS[fact]}** — ${escapeMarkdown(because)}.${how}`;
    })
    .join("\n");
}

function links(rules: readonly string[], ruleUri: RuleUri): string {
  return rules
    .flatMap((rule) => {
      const uri = ruleUri(rule);
      return uri ? `[${rule}](${uri})` : [];
    })
    .join(" · ");
}
