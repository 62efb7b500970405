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
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { isSixteenBitOrWider } from "../../science/formats/NumberFormat.ts";
import { answersQuestion } from "../../science/lawFiles/lawFrom.ts";
import type { Interval, Law, Prediction } from "../../science/laws/Law.ts";
import { QUANTILE_90 } from "../../science/numerics/normal.ts";
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
  /** ρ as it was declared, by the name of the format. */
  readonly speedups?: ReadonlyMap<string, number>;
  /** Run noise, nats per token. */
  readonly noise: number;
}

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
  /** The largest D at which the format's speed makes up for its gap; undefined where the speed is not known. */
  readonly breakEvenTokens?: Quantiles;
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
}

/** A verdict on each of the formats of a run, under the law that leads for training among these. */
export function decideFormats(run: PlannedRun, laws: readonly Law[]): readonly FormatDecision[] {
  const known = new Map<string, FormatDecision>();
  const undecided = (format: NumberFormat) => {
    const before = known.get(format.name) ?? weigh(format, run, laws);
    known.set(format.name, before);
    return before;
  };
  return run.formats.map((format) => {
    const one = undecided(format);
    return format.bits === 16 ? one : decided(one, run, undecided);
  });
}

/** A format without the others beside it. */
function weigh(format: NumberFormat, run: PlannedRun, laws: readonly Law[]): FormatDecision {
  const speed = speedFor(format, run);
  const applied = leadingPrediction(format, run, laws);
  const gap = typeof applied === "string" ? { because: applied } : gapOf(applied, run, speed);
  const { hardware } = run;
  return {
    format,
    gap,
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
  return run.hardware && speedOf(format, run.hardware, run.parameters, run.activeParameters !== undefined);
}

/** What the law that leads for training says of a format, or why none does. */
function leadingPrediction(
  format: NumberFormat,
  { parameters, tokens }: PlannedRun,
  laws: readonly Law[],
): AppliedLaw | string {
  const inputs = { ...uniformFormats(format), parameters, tokens };
  const asked = laws
    .filter((law) => answersQuestion(law, "training"))
    .map((law) => ({ law, applicability: law.applicability(inputs) }));
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
  return reason ?? "no law of training holds here";
}

function gapOf(applied: AppliedLaw, run: PlannedRun, speed: FormatSpeed | undefined): FormatDecision["gap"] {
  const { law, inputs, prediction } = applied;
  const { delta, diverges } = prediction;
  if (diverges) return { because: `${law.file.name} predicts that it diverges` };
  if (delta === undefined || !Number.isFinite(delta))
    return { because: `${law.file.name} gives no number here` };
  const interval = trusted(prediction);
  const deviation = deviationOf(delta, interval) ?? usualDeviation(run.parameters);
  const needed = breakEven({ delta, deviation }, run.tokens);
  const deltaAt = (tokens: number) => law.predict({ ...inputs, tokens }).delta;
  return {
    applied,
    delta,
    ...(interval ? { interval } : {}),
    perplexityFactor: perplexityFactor(delta),
    breakEven: needed,
    tokensLost: {
      low: tokensLost(needed.low),
      mid: tokensLost(needed.mid),
      high: tokensLost(needed.high),
    },
    ...(speed ? { breakEvenTokens: breakEvenSize({ deltaAt, deviation, speed: speed.mid }) } : {}),
  };
}

/** An interval that its own number lies outside of says that the law is off here, and not by how much. */
function trusted({ delta = Number.NaN, interval }: Prediction): Interval | undefined {
  return interval && interval.low <= delta && delta <= interval.high ? interval : undefined;
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
          others.map((other) => offerOf(other, run)),
        );
  const { factors } = prediction.domain;
  const decision = decide({
    delta: gap.delta,
    ...(gap.interval ? { interval: gap.interval } : {}),
    isInsideTable: factors["parameters"] === undefined && factors["tokens"] === undefined,
    ...(speed ? { speed } : {}),
    breakEven: gap.breakEven,
    hasBetter: better !== undefined,
    noise: run.noise,
  });
  const beside = others.find(({ format }) => format.name === better?.name)?.format;
  return { ...one, decision, ...(beside ? { better: beside } : {}) };
}

/** Formats that a run could train in instead: those that are asked about, and the usual ones of the accelerator. */
function onOffer({ formats, hardware }: PlannedRun, law: Law): readonly NumberFormat[] {
  if (hardware === undefined) return formats.filter(({ bits }) => bits < 16);
  const usual = trainingFormats(law).filter(({ name }) => formats.every((one) => one.name !== name));
  return [...formats, ...usual].filter(
    (format) => format.bits < 16 && supportOf(hardware, format) === "native",
  );
}

function offerOf({ format, gap, speed }: FormatDecision, { hardware }: PlannedRun): Offer {
  const peak = hardware && peakRate(hardware, format);
  return {
    name: format.name,
    delta: "delta" in gap ? gap.delta : Number.POSITIVE_INFINITY,
    ...(speed ? { speed } : {}),
    ...(peak === undefined ? {} : { peak }),
  };
}
