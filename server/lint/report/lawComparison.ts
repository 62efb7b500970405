import { formatQuantity } from "../../config/run/quantity.ts";
import type { Fact, FactName } from "../../config/run/TrainingRun.ts";
import type { Analysis } from "../Analysis.ts";
import type { Assessment, LawAssessment } from "../assessment/Assessment.ts";
import { type FormatRow, quantizationRows, trainingRows } from "../assessment/formatRows.ts";
import { countCaveats } from "../assessment/parametersFor.ts";
import { extrapolation } from "../wording/domain.ts";
import { escapeMarkdown, markdownTable } from "../wording/escapeMarkdown.ts";
import { FACT_LABELS, factValue } from "../wording/factText.ts";
import { measuredText, publishedText } from "../wording/measuredText.ts";
import { percent, risk, signedNats } from "../wording/numbers.ts";
import { intervalText, recordText } from "../wording/recordText.ts";
import { runHeadline } from "../wording/runHeadline.ts";
import { silentLawsMarkdown } from "../wording/silentLaws.ts";

type Applied = LawAssessment & { readonly applies: true };

/**
 * A report in Markdown on everything that the laws say about one run: facts, one row a law, then each law with its
 * source, its limits and its table of formats, and the laws that do not apply. `name` is how a person calls the file.
 */
export function lawComparison(assessment: Assessment, name: string): string {
  const { laws, config } = assessment;
  const applied = laws.filter((assessed) => assessed.applies);
  const sections = [
    `# Laws compared: ${escapeMarkdown(name)}`,
    runHeadline(config),
    section("Facts used", factTable(assessment)),
    section("Measured on this model", measuredList(assessment)),
    section("Predictions", predictionTable(applied)),
    ...applied.map((assessed) => lawSection(assessed, assessment)),
    section("Laws that do not apply", silentLawsMarkdown(laws)),
  ];
  return `${sections.filter((text) => text !== "").join("\n\n")}\n`;
}

function section(title: string, text: string): string {
  return text === "" ? "" : `## ${title}\n\n${text}`;
}

/** Facts that no law takes. */
const NOT_USED: ReadonlySet<FactName> = new Set<FactName>([
  "seed",
  "learningRate",
  "gradients",
  "masterWeights",
  "optimizerState",
  "computeBudget",
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

function predictionTable(applied: readonly Applied[]): string {
  if (applied.length === 0) return "No law that is known here applies to this run.";
  const rows = applied.map(({ law, prediction, inputs, about, record }) => [
    `\`${law.file.name}\``,
    about === "base" ? "the base model after quantization" : "this run",
    ...outcome(prediction, inputs.parameters),
    extrapolation(prediction.domain) ?? "inside its fit",
    record ? recordText(record) : "—",
  ]);
  const head = ["law", "about", "ΔL against 16 bit, nats", "interval", "effective parameters"];
  const tables = markdownTable([...head, "critical tokens", "fitted domain", "record"], rows);
  return applied.length > 1 ? `${tables}\n\nLosses of different laws do not compare.` : tables;
}

/** Cells of a prediction: ΔL, its interval, effective parameters, critical tokens. */
function outcome(prediction: FormatRow["prediction"], parameters: number): readonly string[] {
  const { diverges, delta, interval, effectiveParameters, criticalTokens } = prediction;
  if (diverges) return ["predicted to diverge", "—", percent(0), "—"];
  return [
    delta === undefined ? "—" : signedNats(delta),
    interval ? intervalText(interval) : "—",
    effectiveParameters === undefined ? "—" : percent(effectiveParameters / parameters),
    criticalTokens === undefined ? "none" : formatQuantity(criticalTokens),
  ];
}

function lawSection(assessed: Applied, { config }: Assessment): string {
  const { law, prediction, inputs, about } = assessed;
  const { name, summary, citation } = law.file;
  const { authors, year, title, url, where } = citation;
  const notes = [...prediction.caveats, ...countCaveats(law, config.run)];
  const parts = [
    `## \`${name}\``,
    `${escapeMarkdown(summary)}. ${escapeMarkdown(authors)} ${year}, ${url ? `[${escapeMarkdown(title)}](${url})` : escapeMarkdown(title)}, ${escapeMarkdown(where)}.`,
    [...told(assessed), ...notes.map((note) => `- ${escapeMarkdown(note)}.`)].join("\n"),
    formatTable(name, "training format", about === "run" ? trainingRows(law, inputs) : [], inputs.parameters),
    formatTable(name, "weights after training", quantizationRows(law, inputs), inputs.parameters),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** What the tables leave out: N and D, the loss, the risk of a collapse. */
function told({ law, inputs, prediction, record }: Applied): readonly string[] {
  const { loss, collapseRisk } = prediction;
  const counted = law.file.counts === "parameters" ? "parameters" : "parameters without embeddings";
  return [
    `- For ${formatQuantity(inputs.parameters)} ${counted} and ${formatQuantity(inputs.tokens)} tokens.`,
    ...(loss === undefined ? [] : [`- Predicted loss ${loss.toFixed(3)} nats under \`${law.file.name}\`.`]),
    ...(collapseRisk === undefined
      ? []
      : [`- Probability of a loss of more than 1 nat: ${risk(collapseRisk)} under \`${law.file.name}\`.`]),
    ...(record
      ? [`- Record: ${recordText(record)}.`]
      : ["- No record: no published measurements are like this."]),
  ];
}

/** A single row compares nothing, and is in the table of predictions already. */
function formatTable(law: string, title: string, rows: readonly FormatRow[], parameters: number): string {
  if (rows.length < 2) return "";
  const cells = rows.map(({ format, prediction, own }) => {
    const row = [format.label, ...outcome(prediction, parameters)];
    return own ? row.map((cell) => `**${cell}**`) : row;
  });
  return markdownTable(
    [title, `ΔL against 16 bit (\`${law}\`)`, "interval", "effective parameters", "critical tokens"],
    cells,
  );
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
