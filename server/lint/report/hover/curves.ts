import { parseNumberFormat } from "../../../science/formats/parseNumberFormat.ts";
import type { Law, LawInputs, Prediction } from "../../../science/laws/Law.ts";
import type {
  FormatPrediction,
  QuantizationAssessment,
  TrainingAssessment,
} from "../../assessment/Assessment.ts";
import { predictWithRecord } from "../../assessment/predictWithRecord.ts";
import { gapOf } from "../../assessment/trainingChoices.ts";
import { signedNats } from "../../wording/numbers.ts";
import { chartedOptions } from "../../wording/trainingOptions.ts";
import { type IntervalRow, intervalPlot } from "../intervalPlot.ts";
import { type Curve, plot } from "../plot.ts";

/** ΔL of the run's format and of those that could stand in its place, with their intervals and the run noise. */
export function gapChart(training: TrainingAssessment): string {
  const rows = chartedOptions(training).flatMap((option): IntervalRow[] => {
    const gap = gapOf(option);
    if (gap === undefined) return [];
    const { delta, interval } = gap;
    const own = option === training.current;
    return [{ label: option.format.label, middle: delta, own, ...(interval ? { interval } : {}) }];
  });
  if (rows.length === 0) return "";
  const { noise } = training.plan;
  return image(
    `ΔL against 16 bits: ${rows.map(({ label, middle }) => `${label} ${signedNats(middle)}`).join(", ")}; run noise ${noise} nats`,
    intervalPlot({
      rows,
      band: { size: noise, label: `run noise ±${noise}` },
      xLabel: `ΔL against 16 bits, nats (${training.law.file.name}, 80 % interval)`,
    }),
  );
}

/** Predicted ΔL over the bits of the quantized weights with its interval, all else as planned, the planned width marked. */
export function quantizationCurve({ law, inputs, current }: QuantizationAssessment): string {
  const candidates = widthsOf(law, inputs, current).sort((a, b) => a.format.bits - b.format.bits);
  const curve = (label: string, pick: (prediction: Prediction) => number | undefined): Curve => ({
    label,
    points: candidates.flatMap(({ format, prediction }) => {
      const value = pick(prediction);
      return value === undefined || value <= 0 ? [] : [{ x: format.bits, y: Math.log10(value) }];
    }),
  });
  const { delta, interval } = current.prediction;
  const middle = curve("ΔL against 16 bit", (prediction) => prediction.delta);
  if (middle.points.length < 2 || delta === undefined || delta <= 0) return "";
  const bounds = [
    curve("80 %: up to", (prediction) => prediction.interval?.high),
    curve("80 %: from", (prediction) => prediction.interval?.low),
  ].filter(({ points }) => points.length > 1);
  const range = interval ? `, 80 % between ${signedNats(interval.low)} and ${signedNats(interval.high)}` : "";
  return image(
    `Predicted loss from quantization over bits: ${signedNats(delta)} nats at ${current.format.bits} bits${range}`,
    plot({
      curves: [middle, ...bounds],
      mark: {
        x: current.format.bits,
        y: Math.log10(delta),
        label: `${current.format.label}, ${signedNats(delta)}`,
      },
      xLabel: "bits of a weight",
      yLabel: `ΔL, nats (${law.file.name})`,
      xText: (x) => x.toFixed(0),
      yText: (y) => String(Number((10 ** y).toPrecision(1))),
    }),
  );
}

/** The format at the usual widths, scaled as it is. */
function widthsOf(law: Law, inputs: LawInputs, current: FormatPrediction): FormatPrediction[] {
  const { scaling, bits: own } = current.format;
  const suffix = scaling?.granularity === "block" ? `:g${scaling.size}` : ":channel";
  const others = [2, 3, 4, 8]
    .filter((bits) => bits !== own)
    .flatMap((bits) => parseNumberFormat(`int${bits}${suffix}`) ?? [])
    .filter((format) => law.applicability({ ...inputs, quantization: format }).applies);
  return [
    current,
    ...others.map((format) => ({
      format,
      prediction: predictWithRecord(law, { ...inputs, quantization: format }).prediction,
    })),
  ];
}

/** Markdown of an inline picture. The text alternative says in words what the picture shows. */
function image(alternative: string, svg: string): string {
  return `![${alternative}](data:image/svg+xml;base64,${btoa(unescape(encodeURIComponent(svg)))})`;
}
