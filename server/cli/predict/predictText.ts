import { formatInteger, formatQuantity } from "../../config/run/quantity.ts";
import { breakEvenTokens, type FormatDecision } from "../../lint/assessment/decideFormats.ts";
import { type TrainingTime, timeAtSpeed } from "../../lint/assessment/trainingTime.ts";
import type { Style } from "../../lint/report/Style.ts";
import {
  breakEvenSizeText,
  decisionText,
  gapSource,
  perplexityText,
  speedText,
  speedUpText,
  timeSavedRange,
  tokensLostText,
} from "../../lint/wording/decisionText.ts";
import { markdownTable } from "../../lint/wording/markdown.ts";
import { bytesText, MEMORY_SCOPE, memoryText } from "../../lint/wording/memoryText.ts";
import { signedNats } from "../../lint/wording/numbers.ts";
import { publishedRunText } from "../../lint/wording/publishedRunText.ts";
import { daysText } from "../../lint/wording/trainingTimeText.ts";
import type { PublishedRun } from "../../science/measurements/nearestRuns.ts";
import { bytesOf, MIXED_PRECISION_SOURCE, mixedPrecision } from "../../science/memory/trainingMemory.ts";
import type { TrainingQuestion } from "./plannedRun.ts";
import { textTable, wrapped } from "./textTable.ts";

/** A question with its answer. */
export interface PredictAnswer extends TrainingQuestion {
  readonly decisions: readonly FormatDecision[];
  /** The published runs nearest to each format at this N and D, by the name of the format. */
  readonly published: ReadonlyMap<string, readonly PublishedRun[]>;
  readonly time: TrainingTime | undefined;
}

const HEAD = ["format", "verdict", "less time", "ΔL", "ppl", "tokens lost", "break-even"];
/** The same on two lines, so that a table of long names fits a terminal. */
const TWO_LINES = [
  ["", "", "less", "", "", "tokens", "break-"],
  ["format", "verdict", "time", "ΔL", "ppl", "lost", "even"],
];

/** A table, then for each format why, and what its numbers rest on. */
export function predictText(answer: PredictAnswer, style: Style): string {
  const rows = answer.decisions.map((one) => cellsOf(one, one.format.name));
  const reasons = answer.decisions.flatMap((one) =>
    paragraphs(one, answer).map((text, i) => wrapped(text, i === 0 ? "" : "  ")),
  );
  return [
    style.strong(headline(answer)),
    "",
    ...textTable(TWO_LINES, rows, style),
    "",
    ...reasons,
    ...[...timeLines(answer), ...memoryLines(answer)].map((text) => wrapped(text, "")),
    "",
  ].join("\n");
}

/** The same in Markdown. */
export function predictMarkdown(answer: PredictAnswer): string {
  const rows = answer.decisions.map((one) => cellsOf(one, one.format.label));
  const reasons = answer.decisions.flatMap((one) => {
    const [first, ...more] = paragraphs(one, answer);
    return first === undefined ? [] : [`- ${[first, ...more].join(" ")}`];
  });
  const parts = [
    `## ${headline(answer)}`,
    markdownTable(HEAD, rows, "kept"),
    reasons.join("\n"),
    [...timeLines(answer), ...memoryLines(answer)].join("\n\n"),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function headline({ run, worldSize, model }: PredictAnswer): string {
  const { parameters, activeParameters, tokens, hardware } = run;
  const size = `${formatQuantity(parameters)} parameters${activeParameters === undefined ? "" : ` (${formatQuantity(activeParameters)} active)`}`;
  const machines = worldSize === undefined ? "" : `${formatInteger(worldSize)} × `;
  const where = hardware ? `, ${machines}${hardware.label}` : ", no accelerator named";
  return `${model === undefined ? "" : `${model}: `}${size}, ${formatQuantity(tokens)} tokens${where}`;
}

/** Verdict first; what is not known is a dash. */
function cellsOf({ format, decision, gap, speed }: FormatDecision, name: string): readonly string[] {
  const isReference = format.bits === 16;
  const known = "because" in gap || isReference ? undefined : gap;
  const cell = <T>(value: T | undefined, text: (value: T) => string) =>
    value === undefined ? "–" : text(value);
  return [
    name,
    isReference ? "reference" : (decision?.verdict ?? "–"),
    cell(speed, timeSavedRange),
    cell(known, ({ delta }) => signedNats(delta)),
    cell(known, ({ perplexityFactor }) => perplexityText(perplexityFactor)),
    cell(known, ({ tokensLost }) => tokensLostText(tokensLost.mid)),
    cell(known, ({ breakEven }) => speedUpText(breakEven.mid)),
  ];
}

/** Why, then what it rests on. */
function paragraphs(one: FormatDecision, { run, published }: PredictAnswer): readonly string[] {
  const { gap, speed } = one;
  const why = decisionText(one, run);
  if (one.format.bits === 16) return why === "" ? [] : [why];
  const known = "because" in gap ? undefined : gap;
  // A border is only as good as the gap that it follows from.
  const border = one.decision?.because === "gap not known" ? undefined : breakEvenTokens(one);
  return [
    why,
    ...(speed ? [`Speed: ${speedText(speed)}.`] : []),
    ...(known ? [`ΔL: ${gapSource(known)}.`] : []),
    ...(border ? [`It makes up for its gap at this speed ${breakEvenSizeText(border)}.`] : []),
    ...(published.get(one.format.name) ?? []).map((near) => `Published: ${publishedRunText(near)}.`),
  ];
}

function timeLines({ time, run, decisions }: PredictAnswer): readonly string[] {
  if (time === undefined) return [];
  const { acceleratorDays, days, runs } = time;
  const calendar = days ? `, ${daysText(days)} days` : "";
  const others = decisions.flatMap(({ format, speed }) => {
    const faster = speed && timeAtSpeed(time, speed);
    return faster ? [`${format.label} ${daysText(faster.days ?? faster.acceleratorDays)}`] : [];
  });
  return [
    `In BF16 about ${daysText(acceleratorDays)} ${run.hardware?.label}-days${calendar}, by what ${runs} published runs reach on ${run.hardware?.generation}.`,
    ...(others.length === 0
      ? []
      : [`${days ? "Days" : `${run.hardware?.label}-days`} in other formats: ${others.join(", ")}.`]),
  ];
}

function memoryLines({ run }: PredictAnswer): readonly string[] {
  const weights = run.formats.map(
    (format) => `${format.label} ${bytesText(bytesOf(run.parameters, format))}`,
  );
  return [
    `Memory in BF16 with Adam in mixed precision (${MIXED_PRECISION_SOURCE}): ${memoryText(mixedPrecision(run.parameters))}; ${MEMORY_SCOPE}.`,
    `Weights as operands, with the scales of their blocks: ${weights.join(", ")}.`,
  ];
}
