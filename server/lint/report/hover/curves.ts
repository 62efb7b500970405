import { formatQuantity } from "../../../config/run/quantity.ts";
import type { NumberFormat } from "../../../science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../../science/formats/parseNumberFormat.ts";
import type { Law, LawInputs, Prediction } from "../../../science/laws/Law.ts";
import type {
  FormatPrediction,
  QuantizationAssessment,
  TrainingAssessment,
} from "../../assessment/Assessment.ts";
import { predictWithRecord } from "../../assessment/predictWithRecord.ts";
import { signedNats } from "../../wording/numbers.ts";
import { type Curve, plot } from "../plot.ts";

/** How many points draw a curve. */
const POINTS = 48;

/** Predicted loss over tokens of the run's format, BF16 and the best alternative, with this run marked. */
export function lossCurve({ law, inputs, current, alternatives, tokens }: TrainingAssessment): string {
  const critical = current.prediction.criticalTokens;
  const from = Math.log10(Math.min(tokens.value, critical ?? tokens.value) / 30);
  const to = Math.log10(Math.max(tokens.value, Math.min(critical ?? 0, tokens.value * 1e3)) * 10);
  const xs = Array.from({ length: POINTS }, (_, i) => from + ((to - from) * i) / (POINTS - 1));
  const curve = (format: { weights: NumberFormat; activations: NumberFormat }, label: string): Curve => ({
    label,
    points: xs.flatMap((x) => {
      const { loss } = law.predict({ ...inputs, ...format, tokens: 10 ** x });
      return loss === undefined ? [] : [{ x, y: loss }];
    }),
  });
  const shown = comparisons(current, alternatives);
  const curves = [
    curve(inputs, current.format.label),
    ...shown.map(({ format }) => curve({ weights: format, activations: format }, format.label)),
  ];
  const { loss } = current.prediction;
  return image(
    `Predicted loss over tokens: ${curves.map(({ label }) => label).join(", ")}; this run at ${formatQuantity(tokens.value)} tokens`,
    plot({
      curves,
      ...(loss === undefined
        ? {}
        : {
            mark: {
              x: Math.log10(tokens.value),
              y: loss,
              label: `this run, ${formatQuantity(tokens.value)}`,
            },
          }),
      ...(critical && Math.log10(critical) <= to
        ? { line: { x: Math.log10(critical), label: `critical ${formatQuantity(critical)}` } }
        : {}),
      xTicks: Array.from({ length: Math.floor(to) - Math.ceil(from) + 1 }, (_, i) => Math.ceil(from) + i),
      xLabel: "training tokens",
      yLabel: `loss, nats (${law.file.name})`,
      xText: (x) => formatQuantity(10 ** x),
      yText: (y) => y.toFixed(2),
    }),
  );
}

/** The formats to draw besides the run's own: 16 bit, and the one with the lowest loss at the same compute. */
function comparisons(
  current: FormatPrediction,
  alternatives: readonly FormatPrediction[],
): readonly FormatPrediction[] {
  const loss = ({ equalCompute }: FormatPrediction) =>
    equalCompute?.prediction.loss ?? Number.POSITIVE_INFINITY;
  const isWide = ({ format }: FormatPrediction) => format.bits >= 16;
  // All formats of 16 bits and more have one curve.
  const others = isWide(current) ? alternatives.filter((candidate) => !isWide(candidate)) : alternatives;
  const best = [...others].sort((a, b) => loss(a) - loss(b))[0];
  return [...new Set([others.find(isWide), best])].filter((candidate) => candidate !== undefined);
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
