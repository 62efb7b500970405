import { breakEvenTokens, type FormatDecision } from "../../lint/assessment/decideFormats.ts";
import { publishedRunText } from "../../lint/wording/publishedRunText.ts";
import type { Quantiles } from "../../science/decision/breakEven.ts";
import { isNear, type PublishedRun } from "../../science/measurements/nearestRuns.ts";
import { bytesOf, MIXED_PRECISION_SOURCE, mixedPrecision } from "../../science/memory/trainingMemory.ts";
import { speedSource } from "../../science/throughput/measuredSpeeds.ts";
import type { PredictAnswer } from "./predictText.ts";

/** What `bitlaw predict --format json` prints, in the shape of schemas/predict.schema.json. */
export function predictJson({
  run,
  worldSize,
  model,
  notes,
  decisions,
  published,
  time,
}: PredictAnswer): unknown {
  return {
    version: 1,
    run: {
      model: model ?? null,
      parameters: run.parameters,
      activeParameters: run.activeParameters ?? null,
      tokens: run.tokens,
      hardware: run.hardware?.name ?? null,
      worldSize: worldSize ?? null,
      noise: run.noise,
    },
    time: time
      ? {
          acceleratorDays: range(time.acceleratorDays),
          days: time.days ? range(time.days) : null,
          runs: time.runs,
        }
      : null,
    memory: memoryJson(run.parameters),
    formats: decisions.map((one) => ({
      ...formatJson(one, run.tokens),
      weightBytes: bytesOf(run.parameters, one.format),
      published: (published.get(one.format.name) ?? []).map(publishedRunJson),
    })),
    notes,
  };
}

function formatJson(one: FormatDecision, tokens: number): Readonly<Record<string, unknown>> {
  const { format, decision, better, onHardware, speed, gap } = one;
  const known = "because" in gap ? undefined : gap;
  const border = breakEvenTokens(one);
  return {
    format: format.name,
    verdict: decision?.verdict ?? null,
    because: decision?.because ?? null,
    better: better?.name ?? null,
    onHardware: onHardware ?? null,
    speed: speed ? speedJson(speed) : null,
    /** What the format sees in the time that BF16 takes for `tokens`. */
    tokensInSameTime: speed ? range(speed, (ratio) => tokens * ratio) : null,
    law: known?.applied.law.file.name ?? null,
    insideFit: known?.applied.prediction.domain.inside ?? null,
    noGap: "because" in gap ? gap.because : null,
    delta: known?.delta ?? null,
    interval: known?.interval ? { low: known.interval.low, high: known.interval.high, level: 0.8 } : null,
    perplexityFactor: known?.perplexityFactor ?? null,
    breakEven: known ? range(known.breakEven) : null,
    tokensLost: known ? range(known.tokensLost) : null,
    breakEvenTokens: border ? range(border) : null,
  };
}

/** Of a run in BF16 with Adam in mixed precision. */
function memoryJson(parameters: number): unknown {
  const { bytes, parts } = mixedPrecision(parameters);
  return {
    assumed: MIXED_PRECISION_SOURCE,
    bytes,
    bytesPerParameter: bytes / parameters,
    parts: Object.fromEntries(parts.map((one) => [one.part, one.bytes])),
  };
}

/** A published run; what its source does not state is null. */
function publishedRunJson(run: PublishedRun): unknown {
  return {
    text: publishedRunText(run),
    parameters: run.parameters,
    activeParameters: run.activeParameters ?? null,
    tokens: run.tokens ?? null,
    format: run.format.name,
    activations: run.activations.name,
    backwardNarrow: run.isBackwardNarrow,
    wideShare: run.wideShare ?? null,
    recipe: run.recipe ?? null,
    gap: run.gapNats ?? null,
    bound: run.boundNats ?? null,
    percentOf: run.percentOf?.loss ?? null,
    approximate: run.isApproximate,
    reference: run.reference?.name ?? null,
    citation: run.citation,
    url: run.url ?? null,
    near: isNear(run),
  };
}

function speedJson(speed: NonNullable<FormatDecision["speed"]>): unknown {
  const measured = speed.from === "declared" ? undefined : speed;
  return {
    ...range(speed),
    from: speed.from,
    pairs: measured?.pairs ?? null,
    note: measured?.note ?? null,
    sources: (measured?.sources ?? []).map((name) => speedSource(name) ?? name),
  };
}

interface RangeJson {
  readonly low: number | null;
  readonly mid: number | null;
  readonly high: number | null;
}

/** Infinity is no number of JSON; it is null, which the schema explains. */
function range({ low, mid, high }: Quantiles, change = (value: number) => value): RangeJson {
  const finite = (value: number) => (Number.isFinite(value) ? change(value) : null);
  return { low: finite(low), mid: finite(mid), high: finite(high) };
}
