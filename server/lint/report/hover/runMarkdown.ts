import { isHere, type Span } from "../../../config/document/ConfigNode.ts";
import { formatQuantity } from "../../../config/run/quantity.ts";
import type { Fact, Facts } from "../../../config/run/TrainingRun.ts";
import type { Documentation } from "../../../lsp/documentation.ts";
import type { Assessment, LawAssessment } from "../../assessment/Assessment.ts";
import { countCaveats } from "../../assessment/parametersFor.ts";
import { extrapolation } from "../../wording/domain.ts";
import { escapeMarkdown } from "../../wording/escapeMarkdown.ts";
import { FACT_LABELS, factValue } from "../../wording/factText.ts";
import { measuredText, publishedText, stabilityText } from "../../wording/measuredText.ts";
import { factNoise } from "../../wording/noiseText.ts";
import { percent, risk, signedNats } from "../../wording/numbers.ts";
import { intervalOf, recordText } from "../../wording/recordText.ts";
import { runHeadline } from "../../wording/runHeadline.ts";
import { briefReasons, silentLawsMarkdown } from "../../wording/silentLaws.ts";
import { lossCurve, quantizationCurve } from "./curves.ts";
import { formatTable, quantizationTable } from "./tables.ts";

/** What a hover may hold beside its words. */
export interface HoverStyle {
  readonly documentation: Documentation;
  /** Whether pictures are drawn; an editor in a terminal would show their source instead. */
  readonly images: boolean;
}

/** The hover of a run: the fact under the cursor, the run, what each law predicts, the alternatives, what is missing. */
export function runMarkdown(
  assessment: Assessment,
  place: Span,
  rules: readonly string[],
  { documentation, images }: HoverStyle,
): string {
  const { training, quantizations } = assessment;
  const curve = (draw: () => string) => (images ? `${draw()}\n\n` : "");
  const blocks = [
    runHeadline(assessment.config),
    measuredLines(assessment),
    predictions(assessment),
    training ? `${curve(() => lossCurve(training))}${formatTable(training)}` : "",
    ...quantizations.map((one) => `${curve(() => quantizationCurve(one))}${quantizationTable(one)}`),
    otherPredictions(assessment),
    factsHere(assessment, place),
    caveats(assessment),
    missingNotes(assessment),
    silentNote(assessment),
    links(rules, documentation),
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

/** The facts that rest on the scalar under the cursor, then how tokens and size come about. */
function factsHere({ config }: Assessment, place: Span): string {
  const facts = Object.entries(config.run.facts) as [keyof Facts, Fact<unknown>][];
  const here = facts.filter(([, { at }]) => at.some((span) => isHere(span) && span.start === place.start));
  const names = new Set([...here.map(([name]) => name), "tokens", "nonEmbeddingParameters"]);
  const told = facts
    .filter(([name]) => names.has(name))
    .flatMap(([name, fact]) => [
      `- ${FACT_LABELS[name]}: ${factValue(name, fact)} (${fact.provenance}) — ${escapeMarkdown(fact.how)}`,
      ...noiseLine(name, fact),
    ]);
  const measured = config.run.measured.map(
    ({ value }) => `- measured: ${measuredText(value)} (${value.source})`,
  );
  return [...told, ...measured].join("\n");
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

/** One line a law: ΔL with its interval, effective parameters, D against critical D, loss, domain, record. */
function predictions(assessment: Assessment): string {
  const { laws } = assessment;
  return laws
    .flatMap((law) => (law.applies && isFirst(assessment, law) ? [predictionLine(law)] : []))
    .join("\n\n");
}

/** The laws that stand beside those of the tables, a line each. */
function otherPredictions(assessment: Assessment): string {
  const applied = assessment.laws.filter((law) => law.applies);
  const others = applied.filter((law) => !isFirst(assessment, law)).map((law) => `- ${predictionLine(law)}`);
  const closing = applied.length > 1 ? "Losses of different laws do not compare." : "";
  return [others.join("\n"), closing].filter((text) => text !== "").join("\n\n");
}

/** Whether a law is that of a table; without a table all laws come first. */
function isFirst({ training, quantizations }: Assessment, { law }: LawAssessment): boolean {
  const shown = [training, ...quantizations].flatMap((one) => one?.law ?? []);
  return shown.length === 0 || shown.includes(law);
}

type Applied = LawAssessment & { readonly applies: true };

function predictionLine({ law, prediction, inputs, about, record }: Applied): string {
  const { name, citation } = law.file;
  const source = citation.url === undefined ? `\`${name}\`` : `[\`${name}\`](${citation.url})`;
  if (prediction.diverges) return `**Predicted to diverge** under ${source}.`;
  const parts = [
    prediction.delta === undefined
      ? ""
      : `${about === "base" ? "base model after quantization: " : ""}**ΔL ${signedNats(prediction.delta)} nats** against 16 bit`,
    intervalOf(prediction),
    prediction.collapseRisk === undefined ? "" : `risk of more than 1 nat ${risk(prediction.collapseRisk)}`,
    prediction.effectiveParameters === undefined
      ? ""
      : `effective parameters ${percent(prediction.effectiveParameters / inputs.parameters)}`,
    prediction.criticalTokens === undefined
      ? ""
      : `D ${formatQuantity(inputs.tokens)} against critical ${formatQuantity(prediction.criticalTokens)}`,
    prediction.loss === undefined ? "" : `loss ${prediction.loss.toFixed(3)} nats`,
  ];
  const outside = extrapolation(prediction.domain);
  const said = [
    outside ? `extrapolated: ${outside}` : "inside its fit",
    ...(record ? [recordText(record)] : []),
  ];
  return `${parts.filter((part) => part !== "").join(", ")}. ${source}, ${said.join("; ")}.`;
}

/** What the reader of the numbers must know. */
function caveats({ laws, config }: Assessment): string {
  const lines = laws.flatMap((assessed) => {
    if (!assessed.applies) return [];
    const said = [...assessed.prediction.caveats, ...countCaveats(assessed.law, config.run)];
    return said.length === 0
      ? []
      : [`\`${assessed.law.file.name}\`: ${said.map((text) => `${escapeMarkdown(text)}.`).join(" ")}`];
  });
  return lines.join("\n\n");
}

/** At the end, because it is the longest and matters least. */
function silentNote({ laws, config }: Assessment): string {
  const list = silentLawsMarkdown(briefReasons(laws, config.run.missing));
  return list === "" ? "" : `Not evaluated:\n\n${list}`;
}

function missingNotes({ config }: Assessment): string {
  return config.run.missing
    .map(({ fact, because, declare }) => {
      const how =
        declare && config.document.language === "yaml"
          ? ` Declare it with a comment: \`# bitlaw: ${declare}\`.`
          : "";
      return `- Not known: **${FACT_LABELS[fact]}** — ${escapeMarkdown(because)}.${how}`;
    })
    .join("\n");
}

function links(rules: readonly string[], documentation: Documentation): string {
  return rules
    .flatMap((rule) => (documentation.rulePage(rule) ? [`[${rule}](${documentation.rulePage(rule)})`] : []))
    .join(" · ");
}
