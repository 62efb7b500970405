import { formatQuantity } from "../../../config/run/quantity.ts";
import type {
  FormatOutlook,
  QuantizationAssessment,
  TrainingAssessment,
} from "../../assessment/Assessment.ts";
import { markdownTable } from "../../wording/escapeMarkdown.ts";
import { percent, signedNats } from "../../wording/numbers.ts";

/** The formats of a pre-training run, at the same N and D and at the same compute; the run's own first and in bold. */
export function formatTable(training: TrainingAssessment): string {
  const { law, current, alternatives, inputs } = training;
  const rows = [current, ...alternatives].map((outlook) => {
    const cells = [
      label(outlook),
      delta(outlook),
      effective(outlook, inputs.parameters),
      critical(outlook),
      atSameCompute(training, outlook),
    ];
    return row(outlook === current ? cells.map((cell) => `**${cell}**`) : cells);
  });
  return [
    row([
      "format",
      `ΔL at the same N, D (${law.file.name})`,
      "effective parameters",
      "critical tokens",
      "loss at the same compute",
    ]),
    "|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}

/** Widths of the quantized weights; the planned one in bold. */
export function quantizationTable({ law, current, alternatives, inputs }: QuantizationAssessment): string {
  const rows = [...alternatives, current].sort((a, b) => b.format.bits - a.format.bits);
  const cells = rows.map((outlook) => {
    const { interval, collapseRisk, effectiveParameters, criticalTokens } = outlook.prediction;
    const own = [
      outlook.format.label,
      delta(outlook),
      interval ? `${signedNats(interval.low)} to ${signedNats(interval.high)}` : "—",
      collapseRisk === undefined ? "—" : percent(collapseRisk),
      effectiveParameters === undefined ? "—" : percent(effectiveParameters / inputs.parameters),
      criticalTokens === undefined ? "—" : formatQuantity(criticalTokens),
    ];
    return outlook === current ? own.map((cell) => `**${cell}**`) : own;
  });
  const head = ["weights after training", `ΔL against 16 bit (${law.file.name})`, "80 % interval"];
  return markdownTable([...head, "risk of > 1 nat", "effective parameters", "critical tokens"], cells);
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function label({ format, onHardware }: FormatOutlook): string {
  return onHardware === false ? `${format.label} (not on this hardware)` : format.label;
}

function delta({ prediction }: FormatOutlook): string {
  return prediction.delta === undefined ? "diverges" : signedNats(prediction.delta);
}

function effective({ prediction }: FormatOutlook, parameters: number): string {
  return prediction.effectiveParameters === undefined
    ? ""
    : percent(prediction.effectiveParameters / parameters);
}

function critical({ prediction, format }: FormatOutlook): string {
  if (prediction.criticalTokens === undefined) return "none";
  return (
    formatQuantity(prediction.criticalTokens) +
    (format.kind === "float" && format.bits >= 16 ? " (as block 128)" : "")
  );
}

function atSameCompute({ inputs, current }: TrainingAssessment, outlook: FormatOutlook): string {
  if (outlook === current)
    return `${lossText(current.prediction.loss)} (${formatQuantity(inputs.tokens)} tokens)`;
  const { equalCompute } = outlook;
  return equalCompute === undefined
    ? ""
    : `${lossText(equalCompute.prediction.loss)} (${formatQuantity(equalCompute.tokens)})`;
}

function lossText(loss: number | undefined): string {
  return loss === undefined ? "diverges" : loss.toFixed(3);
}
