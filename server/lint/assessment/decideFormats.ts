import { type Accelerator, isEmulated, peakRate, supportsFormat } from "../../config/run/hardware.ts";
import { betterFormat, type Offer } from "../../science/decision/betterFormat.ts";
import {
  breakEven,
  perplexityFactor,
  type Quantiles,
  tokensLost,
  usualDeviation,
} from "../../science/decision/breakEven.ts";
import { breakEvenSize } from "../../science/decision/breakEvenSize.ts";
import { type Decision, decide } from "../../science/decision/decide.ts";
import { reachedInSameTime } from "../../science/decision/sameTime.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { isSixteenBitOrWider } from "../../science/formats/NumberFormat.ts";
import { answersQuestion } from "../../science/lawFiles/lawFrom.ts";
import type { Interval, Law } from "../../science/laws/Law.ts";
import { isNear, nearestRuns } from "../../science/measurements/nearestRuns.ts";
import { memoized } from "../../science/numerics/memoized.ts";
import { QUANTILE_90 } from "../../science/numerics/normal.ts";
import { productKind } from "../../science/throughput/productKind.ts";
import { type Speed, speedOf } from "../../science/throughput/speedOf.ts";
import type { AppliedLaw } from "./Assessment.ts";
import { leadingLaws } from "./leadingLaws.ts";
import { predictWithRecord } from "./predictWithRecord.ts";
import { trainingFormats, uniformFormats } from "./standardFormats.ts";

/** A run of which only sizes, formats and the accelerator are known. */
export interface PlannedRun {
  /** All parameters. */
  readonly parameters: number;
  /** Those that a token uses, for a mixture of experts; undefined for a dense model. */
  readonly activeParameters?: number;
  readonly tokens: number;
  /** To train in, weights and activations alike. */
  readonly formats: readonly NumberFormat[];
  readonly hardware?: Accelerator;
  /** The accelerator is not stated, but the usual one of the format. */
  readonly isHardwareAssumed?: true;
  /** Names of formats that stand for operands of two widths, for whose products no speed is known. */
  readonly withoutSpeed?: ReadonlySet<string>;
  /** ρ as it was declared, by the name of the format. */
  readonly speedups?: ReadonlyMap<string, number>;
  /** Run noise, nats per token. */
  readonly noise: number;
}

/** What the law that leads says about training in a format, or why none says anything. */
export type AskLaw = (format: NumberFormat) => AppliedLaw | { readonly because: string };

/** How fast a format is against BF16: declared, or measured by published runs. */
export type FormatSpeed = Quantiles & ({ readonly from: "declared" } | Speed);

/** ΔL of a format and what it means, by the law that leads for training. */
export interface FormatGap {
  readonly applied: AppliedLaw;
  readonly delta: number;
  /** The law's 80 % interval, where it has one that contains its number. */
  readonly interval?: Interval;
  readonly perplexityFactor: number;
  /** s*. */
  readonly breakEven: Quantiles;
  /** Share of the training tokens. */
  readonly tokensLost: Quantiles;
  /** Standard deviation of ln ΔL. */
  readonly deviation: number;
}

/** What speaks for and against training in one format. */
export interface FormatDecision {
  readonly format: NumberFormat;
  /** Whether the accelerator multiplies in it; undefined where no accelerator is named. */
  readonly onHardware?: "native" | "emulated" | "missing";
  readonly speed?: FormatSpeed;
  /** Or why no law gives one. */
  readonly gap: FormatGap | { readonly because: string };
  /** Undefined for BF16 itself, which the others are held against. */
  readonly decision?: Decision;
  /** The format that has at least this one's speed at no more loss. */
  readonly better?: NumberFormat;
  /** What the format reaches in the time that BF16 takes: tokens, and nats per token above BF16. */
  readonly sameTime?: { readonly tokens: number; readonly above: number };
}

/** A verdict on each of the formats of a run. */
export function decideFormats(run: PlannedRun, ask: AskLaw): readonly FormatDecision[] {
  const known = new Map<string, FormatDecision>();
  const undecided = (format: NumberFormat) => {
    const before = known.get(format.name) ?? weigh(format, run, ask);
    known.set(format.name, before);
    return before;
  };
  return run.formats.map((format) => {
    const one = undecided(format);
    return isSixteenBitOrWider(format) ? one : decided(one, run, undecided);
  });
}

/** Asks the law that leads for training about each format alone, in weights and activations alike. */
export function leadingLawOf({ parameters, tokens }: PlannedRun, laws: readonly Law[]): AskLaw {
  const ofTraining = laws.filter((law) => answersQuestion(law, "training"));
  return (format) => {
    const inputs = { ...uniformFormats(format), parameters, tokens };
    const asked = ofTraining.map((law) => ({ law, applicability: law.applicability(inputs) }));
    const applied = asked.flatMap(({ law, applicability }): AppliedLaw[] =>
      applicability.applies
        ? [{ law, applies: true, about: "run", inputs, ...predictWithRecord(law, inputs) }]
        : [],
    );
    const first = leadingLaws("training", applied).find((one): one is AppliedLaw => one.applies);
    if (first !== undefined) return first;
    const [reason] = asked.flatMap(({ law, applicability }) =>
      applicability.applies ? [] : [`${law.file.name}: ${applicability.because}`],
    );
    return { because: reason ?? "no law of training holds here" };
  };
}

/**
 * The largest D at which a format's speed makes up for its gap, with its 10 and 90 % points; undefined where its speed or
 * its gap is not known.
 */
export const breakEvenTokens = memoized(({ gap, speed }: FormatDecision): Quantiles | undefined => {
  if ("because" in gap || speed === undefined) return undefined;
  const { law, inputs } = gap.applied;
  const deltaAt = (tokens: number) => law.predict({ ...inputs, tokens }).delta;
  return breakEvenSize({ deltaAt, deviation: gap.deviation, speed: speed.mid });
});

/** A format without the others beside it. */
function weigh(format: NumberFormat, run: PlannedRun, ask: AskLaw): FormatDecision {
  const speed = speedFor(format, run);
  const applied = ask(format);
  const { hardware } = run;
  return {
    format,
    gap: "because" in applied ? applied : gapOf(applied, run),
    ...(speed ? { speed } : {}),
    ...(hardware ? { onHardware: supportOf(hardware, format) } : {}),
  };
}

function supportOf(hardware: Accelerator, format: NumberFormat): FormatDecision["onHardware"] {
  if (!supportsFormat(hardware, format)) return "missing";
  return isEmulated(hardware, format) ? "emulated" : "native";
}

function speedFor(format: NumberFormat, run: PlannedRun): FormatSpeed | undefined {
  if (isSixteenBitOrWider(format)) return undefined;
  const declared = run.speedups?.get(format.name);
  if (declared !== undefined) return { from: "declared", low: declared, mid: declared, high: declared };
  if (run.withoutSpeed?.has(format.name)) return undefined;
  return run.hardware && speedOf(format, run.hardware, run.parameters, run.activeParameters !== undefined);
}

function gapOf(applied: AppliedLaw, run: PlannedRun): FormatDecision["gap"] {
  const { law, prediction } = applied;
  const { delta, diverges, interval } = prediction;
  if (diverges) return { because: `${law.file.name} predicts that it diverges` };
  if (delta === undefined || !Number.isFinite(delta))
    return { because: `${law.file.name} gives no number here` };
  const deviation = deviationOf(delta, withoutNoise(interval)) ?? usualDeviation(run.parameters);
  const needed = breakEven({ delta, deviation }, run.tokens);
  return {
    applied,
    delta,
    deviation,
    ...(interval ? { interval } : {}),
    perplexityFactor: perplexityFactor(delta),
    breakEven: needed,
    tokensLost: {
      low: tokensLost(needed.low),
      mid: tokensLost(needed.mid),
      high: tokensLost(needed.high),
    },
  };
}

/** What a format does, without what two runs in one format differ by: run noise is counted by itself. */
function withoutNoise<T extends Interval | undefined>(interval: T): T {
  if (interval?.noise === undefined) return interval;
  const { low, high, noise } = interval;
  return { ...interval, low: low + noise, high: high - noise };
}

/** Standard deviation of ln ΔL that an 80 % interval stands for; of its upper half where the lower one reaches zero. */
function deviationOf(delta: number, interval: Interval | undefined): number | undefined {
  if (interval === undefined || !(delta > 0 && interval.high > delta)) return undefined;
  const { low, high } = interval;
  return low > 0 ? Math.log(high / low) / (2 * QUANTILE_90) : Math.log(high / delta) / QUANTILE_90;
}

/** The format with its verdict, beside the others asked about and those that the accelerator has. */
function decided(
  one: FormatDecision,
  run: PlannedRun,
  weighed: (format: NumberFormat) => FormatDecision,
): FormatDecision {
  const { gap, speed } = one;
  if ("because" in gap) {
    const isNoFaster = speed !== undefined && speed.mid <= 1;
    const decision: Decision = isNoFaster
      ? { verdict: "does not pay", because: "no faster" }
      : { verdict: "not shown", because: "gap not known" };
    return { ...one, decision };
  }
  const { law, prediction } = gap.applied;
  const others = onOffer(run, law)
    .map(weighed)
    // ΔL of one law is not held against that of another.
    .filter(({ gap: its }) => "applied" in its && its.applied.law === law);
  const better =
    one.onHardware === "missing"
      ? undefined
      : betterFormat(
          offerOf(one, run),
          others.map((other) => withoutUnscaledPeak(offerOf(other, run), other.format)),
          run.noise,
        );
  const { factors } = prediction.domain;
  const isInsideTable = factors["parameters"] === undefined && factors["tokens"] === undefined;
  const published = gap.interval === undefined || !isInsideTable ? publishedGap(one.format, run) : undefined;
  const decision = decide({
    delta: gap.delta,
    ...(gap.interval ? { interval: withoutNoise(gap.interval) } : {}),
    isInsideTable,
    ...(published === undefined ? {} : { published }),
    ...(speed ? { speed } : {}),
    breakEven: gap.breakEven,
    hasBetter: better !== undefined,
    noise: run.noise,
  });
  const beside = others.find(({ format }) => format.name === better?.name)?.format;
  const sameTime = speed && sameTimeOf(gap, run, speed);
  return {
    ...one,
    decision,
    ...(beside ? { better: beside } : {}),
    ...(sameTime ? { sameTime } : {}),
  };
}

function sameTimeOf(
  { applied }: FormatGap,
  { tokens }: PlannedRun,
  speed: Quantiles,
): FormatDecision["sameTime"] {
  const { law, inputs } = applied;
  const deltaAt = (more: number) => law.predict({ ...inputs, tokens: more }).delta;
  return reachedInSameTime({ deltaAt, tokens, speed: speed.mid });
}

/** The gap, or its bound, of the nearest published run in a format, nats per token; undefined where none is near. */
function publishedGap(format: NumberFormat, { parameters, tokens }: PlannedRun): number | undefined {
  const [nearest] = nearestRuns({ format, parameters, tokens }, 1).filter(isNear);
  return nearest?.gapNats ?? nearest?.boundNats;
}

/** Formats that a run could train in instead: those that are asked about, and the usual ones of the accelerator. */
function onOffer({ formats, hardware }: PlannedRun, law: Law): readonly NumberFormat[] {
  if (hardware === undefined) return formats.filter(({ bits }) => bits < 16);
  const kinds = new Set(formats.map(({ kind }) => kind));
  const usual = trainingFormats(law).filter(
    ({ name, kind }) => kinds.has(kind) && formats.every((one) => one.name !== name),
  );
  return [...formats, ...usual].filter(
    (format) => format.bits < 16 && supportOf(hardware, format) === "native",
  );
}

/**
 * A peak rate is that of products of one scale per tensor, or of the blocks that the accelerator scales itself. Finer scales
 * of FP8 take time of their own, so that their peak does not show that they are as fast as another format.
 */
function withoutUnscaledPeak(offer: Offer, format: NumberFormat): Offer {
  const kind = productKind(format);
  if (kind !== "fp8 in blocks" && kind !== "fp8 per channel") return offer;
  const { peak: _, ...rest } = offer;
  return rest;
}

function offerOf({ format, gap, speed }: FormatDecision, { hardware }: PlannedRun): Offer {
  const peak = hardware && peakRate(hardware, format);
  return {
    name: format.name,
    bits: format.bits,
    delta: "delta" in gap ? gap.delta : Number.POSITIVE_INFINITY,
    ...(speed ? { speed } : {}),
    ...(peak === undefined ? {} : { peak }),
  };
}
