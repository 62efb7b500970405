import type { Series } from "./Series.ts";
import { SeriesBuilder } from "./SeriesBuilder.ts";

/** The log of one training run. Each quantity has steps of its own, because trainers log them at different times. */
export interface RunLog {
  readonly name: string;
  /** The number format as Bitlaw names it (`bf16`, `fp8_e4m3`), or as the log spells it where that is no format; undefined where nothing says it. */
  readonly format?: string;
  readonly seed?: number;
  /** The peak of the schedule. */
  readonly learningRate?: number;
  /** Training loss in nats per token. */
  readonly loss: Series;
  /** Norm of the gradient before clipping, as trainers log it. */
  readonly gradientNorm?: Series;
}

/** One run that was logged in two places, or in two parts. Of a step that both have, the second one's value counts. */
export function mergeRuns(first: RunLog, second: RunLog): RunLog {
  const { gradientNorm } = first;
  const norms = [gradientNorm, second.gradientNorm].filter((series) => series !== undefined);
  return {
    name: first.name,
    format: first.format ?? second.format,
    seed: first.seed ?? second.seed,
    learningRate: highest(first.learningRate, second.learningRate),
    loss: mergeSeries([first.loss, second.loss]),
    gradientNorm: norms.length === 0 ? undefined : mergeSeries(norms),
  };
}

function mergeSeries(all: readonly Series[]): Series {
  const builder = new SeriesBuilder();
  for (const { steps, values } of all)
    for (let i = 0; i < steps.length; i++) builder.add(steps[i] ?? Number.NaN, values[i] ?? Number.NaN);
  return builder.build();
}

/** The peak of a schedule that was logged in two parts is the higher of the two. */
function highest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
}
