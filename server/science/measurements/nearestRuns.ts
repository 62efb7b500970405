import sources from "../../data/measurements/sources.json" with { type: "json" };
import { isSixteenBitOrWider, type NumberFormat } from "../formats/NumberFormat.ts";
import { groupBy } from "../numerics/groupBy.ts";
import { bundledTraining } from "./bundledMeasurements.ts";
import { whyExcluded } from "./excludedRuns.ts";
import type { RecipeSwitch } from "./RecipeSwitch.ts";
import type { BaseLoss, TrainingMeasurement } from "./TrainingMeasurement.ts";

/** The run whose neighbours are looked for. */
export interface RunQuestion {
  /** Of weights and activations; a layout or scaling that it leaves open fits any. */
  readonly format: NumberFormat;
  /** All parameters, those of every expert among them. */
  readonly parameters: number;
  readonly tokens: number;
  /** Of several recipes in one experiment the most similar is taken. Runs that end in 16 bits are found only with it. */
  readonly recipe?: readonly RecipeSwitch[];
}

/** A published run in low precision beside one in a wider format with the same parameters and tokens. */
export interface PublishedRun {
  /** Its row in server/data/measurements/training.csv. */
  readonly id: string;
  /** Of the weights, and of the activations where these have another. */
  readonly format: NumberFormat;
  readonly activations: NumberFormat;
  /** Whether the products of the backward pass are in low precision too. */
  readonly isBackwardNarrow: boolean;
  readonly parameters: number;
  /** Those that a token meets, of a mixture of experts, where the source states them. */
  readonly activeParameters?: number;
  /** Undefined where the source does not say. */
  readonly tokens?: number;
  /** Parameters of linear layers that stay in 16 bits / those of all linear layers: 0 to 1. */
  readonly wideShare?: number;
  readonly recipe?: readonly RecipeSwitch[];
  /**
   * ΔL against the reference, nats per token: as measured, or a stated percentage times `percentOf`. Undefined where the
   * source gives a bound only.
   */
  readonly gapNats?: number;
  /** ΔL is at most this, nats per token; a bound in percent is multiplied by `percentOf`. */
  readonly boundNats?: number;
  /** The loss of the reference, where the source states the gap as a percentage of it. */
  readonly percentOf?: BaseLoss;
  /** Whether the source gives the gap in round figures or in words. */
  readonly isApproximate: boolean;
  /** The format of the reference, where it is narrower than 16 bits. */
  readonly reference?: NumberFormat;
  /** "NVIDIA 2025, Pretraining LLMs with NVFP4". */
  readonly citation: string;
  readonly url?: string;
  /** √((Δ ln N)² + (Δ ln D)²) to the planned run; tokens that are not stated count as a factor of 30. */
  readonly distance: number;
}

/** Beyond this factor, in N and D together, a published run says nothing about another. */
const FARTHEST = Math.log(30);

/** What a factor counts where the published run is smaller or shorter, since gaps are extrapolated upwards badly. */
const SMALLER = 1.5;

/** How much farther a bound counts than a figure: it tells less. */
const BOUND = 0.5;

/** Recipes in which a part of the run or of the model has another format than the one that the row names. */
const MIXED: readonly RecipeSwitch[] = ["mixed-modules", "partial"];

const citations: Readonly<Record<string, { readonly citation: string; readonly url?: string | null }>> =
  sources.sources;

/**
 * The published runs most like a planned one, the nearest first, at most `count` and one for each source and size of
 * model. Runs in the very format come before those in another scaling of its element, runs with a narrow backward pass
 * before those without; then those near in ln N and ln D, where a smaller or shorter run counts as farther than a larger
 * one. Runs that diverged, were cut short or say nothing about their format alone are left out.
 */
export function nearestRuns(question: RunQuestion, count: number): readonly PublishedRun[] {
  const { format, parameters, tokens } = question;
  if (isSixteenBitOrWider(format) || !(parameters > 0 && tokens > 0)) return [];
  const candidates = runsLike(format)
    .flatMap((one) => candidateOf(one, question) ?? [])
    .sort((a, b) => a.rank - b.rank || a.away - b.away || a.unlike - b.unlike || a.gap - b.gap);
  return onePerSize(candidates)
    .slice(0, count)
    .map(({ run }) => run);
}

/** Whether a published run is near enough to stand for a planned one: within a factor of 30, in N and D together. */
export function isNear({ distance, tokens }: PublishedRun): boolean {
  return tokens !== undefined && distance <= FARTHEST;
}

/** A run with the keys of its order, each from low to high. */
interface Candidate {
  readonly run: PublishedRun;
  /** Of its source and size, without that of the run's length. */
  readonly size: string;
  readonly rank: number;
  readonly away: number;
  /** Recipe switches that one of the two has and the other has not. */
  readonly unlike: number;
  readonly gap: number;
}

/** A published run as far as it does not depend on the planned one. */
interface RankedRun {
  readonly run: Omit<PublishedRun, "distance">;
  readonly source: string | undefined;
  /** Whether it ends in 16 bits. */
  readonly endsWide: boolean;
  /** The very format with a narrow backward pass first. */
  readonly rank: number;
}

const ranked = new Map<string, readonly RankedRun[]>();

/** The runs in a format or in another scaling of its element; put together once for each format. */
function runsLike(format: NumberFormat): readonly RankedRun[] {
  const known = ranked.get(format.name);
  if (known !== undefined) return known;
  const runs = publishedRuns().flatMap((one): RankedRun[] => {
    const rank = formatRank(one.run, format);
    return rank === undefined ? [] : [{ ...one, rank: 2 * rank + (one.run.isBackwardNarrow ? 0 : 1) }];
  });
  ranked.set(format.name, runs);
  return runs;
}

let published: readonly Omit<RankedRun, "rank">[] | undefined;

/** The rows of the table that stand for a whole run in one format. */
function publishedRuns(): readonly Omit<RankedRun, "rank">[] {
  published ??= bundledTraining().measurements.flatMap((one) => publishedRun(one) ?? []);
  return published;
}

function candidateOf(
  { run, source, endsWide, rank }: RankedRun,
  question: RunQuestion,
): Candidate | undefined {
  const { recipe } = question;
  if (endsWide !== (recipe?.includes("16-bit-end") ?? false)) return undefined;
  return {
    run: { ...run, distance: distanceTo(run, question, 1) },
    size: `${source}|${run.parameters}`,
    rank,
    away: distanceTo(run, question, SMALLER) + (run.boundNats === undefined ? 0 : BOUND),
    unlike: recipe === undefined ? 0 : difference(recipe, run.recipe ?? []),
    gap: run.gapNats ?? run.boundNats ?? 0,
  };
}

function publishedRun(one: TrainingMeasurement): Omit<RankedRun, "rank"> | undefined {
  const { id, parameters, tokens, activations, recipe, flags, delta, bound, base, source } = one;
  if (id === undefined || parameters === undefined || activations === undefined) return undefined;
  if (delta === undefined && bound === undefined) return undefined;
  if (whyExcluded(one) !== undefined || flags.includes("ablation")) return undefined;
  if (recipe?.some((name) => MIXED.includes(name))) return undefined;
  const { citation = source ?? id, url } = citations[source ?? ""] ?? {};
  const run = {
    id,
    format: one.weights,
    activations,
    isBackwardNarrow: !isSixteenBitOrWider(one.gradients),
    parameters,
    ...(one.activeParameters === undefined ? {} : { activeParameters: one.activeParameters }),
    ...(tokens === undefined ? {} : { tokens }),
    ...(one.wideShare === undefined ? {} : { wideShare: one.wideShare }),
    ...(recipe === undefined ? {} : { recipe }),
    ...(delta === undefined ? {} : { gapNats: delta }),
    ...(bound === undefined ? {} : { boundNats: bound }),
    ...(base === undefined ? {} : { percentOf: base }),
    isApproximate: flags.includes("approx"),
    ...(one.referenceFormat === undefined ? {} : { reference: one.referenceFormat }),
    citation,
    ...(url ? { url } : {}),
  };
  return { run, source, endsWide: recipe?.includes("16-bit-end") ?? false };
}

/** 0 in the format itself, 1 in another scaling of its element; undefined in any other. */
function formatRank(
  { format, activations }: Pick<PublishedRun, "format" | "activations">,
  asked: NumberFormat,
): 0 | 1 | undefined {
  if (!sameElement(format, asked) || !sameElement(activations, asked)) return undefined;
  const isOpen = asked.scaling === undefined && asked.bits >= 8;
  return isOpen || (format.name === asked.name && activations.name === asked.name) ? 0 : 1;
}

/** An exponent that one of the two leaves open fits any. */
function sameElement(one: NumberFormat, other: NumberFormat): boolean {
  if (one.kind !== other.kind || one.bits !== other.bits) return false;
  return one.exponent === undefined || other.exponent === undefined || one.exponent === other.exponent;
}

function distanceTo(
  { parameters, tokens }: Pick<PublishedRun, "parameters" | "tokens">,
  asked: RunQuestion,
  smaller: number,
): number {
  const away = (log: number) => (log > 0 ? log * smaller : -log);
  return Math.hypot(
    away(Math.log(asked.parameters / parameters)),
    tokens === undefined ? FARTHEST * smaller : away(Math.log(asked.tokens / tokens)),
  );
}

function difference(one: readonly string[], other: readonly string[]): number {
  return [...one, ...other].filter((name) => one.includes(name) !== other.includes(name)).length;
}

/** The first of each source and size; of several at one place that differ in nothing else the one with the middle gap. */
function onePerSize(sorted: readonly Candidate[]): readonly Candidate[] {
  const bySize = groupBy(sorted, ({ size }) => size);
  return [...bySize.values()].flatMap((ofSize) => {
    const [first] = ofSize;
    if (first === undefined) return [];
    const alike = ofSize.filter(
      ({ rank, away, unlike }) => rank === first.rank && away === first.away && unlike === first.unlike,
    );
    return alike[Math.floor((alike.length - 1) / 2)] ?? first;
  });
}
