import type { Quantiles } from "../../../science/decision/breakEven.ts";
import { speedSource } from "../../../science/throughput/measuredSpeeds.ts";
import { breakEvenTokens, type FormatDecision } from "../../assessment/decideFormats.ts";

/** A verdict with what it rests on, as `predict` and `explain` print it in JSON; what is not known is null. */
export function decisionJson(one: FormatDecision, tokens: number): Readonly<Record<string, unknown>> {
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
    /** Nats per token above BF16 then; below zero it ends lower. */
    aboveInSameTime: one.sameTime?.above ?? null,
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
export function range({ low, mid, high }: Quantiles, change = (value: number) => value): RangeJson {
  const finite = (value: number) => (Number.isFinite(value) ? change(value) : null);
  return { low: finite(low), mid: finite(mid), high: finite(high) };
}
