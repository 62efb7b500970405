import { shortList } from "../../../science/listText.ts";
import type { FormatJudgement, StabilityJudgement } from "../../../science/stability/judgeStability.ts";
import { thinned } from "../../../science/stability/Series.ts";
import { type Curve, plot } from "../plot.ts";
import { countText, lossText, rateText } from "./stabilityNumbers.ts";
import { NO_FORMAT } from "./stabilityText.ts";

/** Points that draw a curve; the chart is not wider. */
const POINTS = 400;

/** The loss curves of one format. */
export interface LossPlot {
  readonly format: string;
  readonly svg: string;
  /** A loss above the chart is drawn at its upper edge. */
  readonly capped: boolean;
}

/** A chart for each format, all with the same axes. Curves differ by learning rate; a diverged run does not hide the others. */
export function lossPlots({ formats, settings }: StabilityJudgement): readonly LossPlot[] {
  const all = formats.flatMap(({ runs }) => runs);
  const starts = all.map(({ ends }) => ends.start).filter(Number.isFinite);
  const top = Math.max(...starts) + settings.margin;
  const rates = [...new Set(all.map(({ run }) => run.learningRate))].sort(byRate);
  const drawn = formats.map((format) => ({ format, curves: curvesOf(format, rates) }));
  const points = drawn.flatMap(({ curves }) => curves.flatMap((curve) => curve.points));
  if (points.length === 0) return [];
  const bounds = (values: readonly number[]): [number, number] => [
    values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
    values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
  ];
  const xRange = bounds(points.map(({ x }) => x));
  const [low, high] = bounds(points.map(({ y }) => y));
  const yRange: [number, number] = [low, Math.min(high, top)];
  return drawn.map(({ format, curves }) => ({
    format: format.format ?? NO_FORMAT,
    capped: curves.some((curve) => curve.points.some(({ y }) => y > yRange[1])),
    svg: plot({
      curves: curves.map((curve) => ({
        ...curve,
        points: curve.points.map(({ x, y }) => ({ x, y: Math.min(y, yRange[1]) })),
      })),
      xRange,
      yRange,
      description: described(format),
      xLabel: "step",
      yLabel: "loss, nats",
      xText: (x) => Math.round(x).toLocaleString("en-US"),
      yText: (y) => y.toFixed(2),
    }),
  }));
}

/** A learning rate looks the same in every chart. */
function curvesOf({ runs }: FormatJudgement, rates: readonly (number | undefined)[]): readonly Curve[] {
  const sorted = [...runs].sort((a, b) => byRate(a.run.learningRate, b.run.learningRate));
  return sorted.flatMap(({ run }) => {
    const label = run.learningRate === undefined ? "no learning rate" : `lr ${rateText(run.learningRate)}`;
    const points = thinned(run.loss, POINTS);
    return points.length < 2 ? [] : [{ label, look: rates.indexOf(run.learningRate), points }];
  });
}

/** The lowest first, and what is not known last. */
function byRate(a: number | undefined, b: number | undefined): number {
  return (a ?? Number.MAX_VALUE) - (b ?? Number.MAX_VALUE);
}

function described({ format, runs, count }: FormatJudgement): string {
  const finals = runs.map(({ run, ends }) => `${run.name} ends at ${lossText(ends.final)}`);
  return `Loss over steps in ${format ?? NO_FORMAT}: ${countText(count.runs, "run")}, ${count.failed} failed. ${shortList(finals, 10)}.`;
}
