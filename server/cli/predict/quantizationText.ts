import { formatQuantity } from "../../config/run/quantity.ts";
import type { WeighedQuantization } from "../../lint/assessment/weighQuantizations.ts";
import type { Style } from "../../lint/report/Style.ts";
import { perplexityText } from "../../lint/wording/decisionText.ts";
import { extrapolation } from "../../lint/wording/domain.ts";
import { boundsText } from "../../lint/wording/intervalText.ts";
import { markdownTable } from "../../lint/wording/markdown.ts";
import { publishedText } from "../../lint/wording/measuredText.ts";
import { bytesText } from "../../lint/wording/memoryText.ts";
import { risk, signedNats } from "../../lint/wording/numbers.ts";
import type { QuantizationQuestion } from "./plannedQuantization.ts";
import { textTable, wrapped } from "./textTable.ts";

/** A question about quantization with its answer. */
export interface QuantizationAnswer extends QuantizationQuestion {
  readonly rows: readonly WeighedQuantization[];
}

const HEAD = ["weights", "method", "size", "ΔL", "80 % interval", "ppl", ">1 nat"];

/** What is asked about first, then what could be in its place; below, the law and published results. */
export function quantizationText(answer: QuantizationAnswer, style: Style): string {
  return [
    style.strong(headline(answer)),
    "",
    ...textTable(
      [HEAD],
      answer.rows.map((row) => cellsOf(row, row.format.name)),
      style,
    ),
    "",
    ...remarks(answer).map((text) => wrapped(text, "")),
    "",
  ].join("\n");
}

/** The same in Markdown. */
export function quantizationMarkdown(answer: QuantizationAnswer): string {
  const rows = answer.rows.map((row) => cellsOf(row, row.format.label));
  const parts = [
    `## ${headline(answer)}`,
    markdownTable(HEAD, rows, "kept"),
    remarks(answer)
      .map((text) => `- ${text}`)
      .join("\n"),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function headline({ plan }: QuantizationAnswer): string {
  const { model, parameters, activeParameters, tokens } = plan;
  const active = activeParameters === undefined ? "" : ` (${formatQuantity(activeParameters)} active)`;
  const named = model === undefined ? "" : `${model}: `;
  return `${named}${formatQuantity(parameters)} parameters${active}, trained on ${formatQuantity(tokens)} tokens, quantized afterwards`;
}

/** What is not known is a dash. */
function cellsOf({ method, gap, weightBytes }: WeighedQuantization, name: string): readonly string[] {
  const known = "because" in gap ? undefined : gap;
  const interval = known?.prediction.interval;
  const collapse = known?.prediction.collapseRisk;
  return [
    name,
    method ?? "any",
    bytesText(weightBytes),
    known ? signedNats(known.delta) : "–",
    interval ? boundsText(interval) : "–",
    known ? perplexityText(known.perplexityFactor) : "–",
    collapse === undefined ? "–" : risk(collapse),
  ];
}

function remarks({ rows }: QuantizationAnswer): readonly string[] {
  const asked = rows.filter(({ isAsked }) => isAsked);
  return [
    ...new Set([
      ...asked.flatMap(lawRemark),
      ...asked.flatMap(({ measured }) => measured.map((one) => `Published: ${publishedText(one)}.`)),
    ]),
  ];
}

/** "ΔL by bitlaw-ptq, inside its fit.", its caveats, or why there is no number. */
function lawRemark({ gap, format }: WeighedQuantization): readonly string[] {
  if ("because" in gap) return [`${format.label} has no number: ${gap.because}.`];
  const { domain, caveats } = gap.prediction;
  return [
    `ΔL by ${gap.law.file.name}, ${extrapolation(domain) ?? "inside its fit"}.`,
    ...caveats.map((caveat) => `${caveat}.`),
  ];
}
