import type { CountedQuantity } from "../dialect/Dialect.ts";
import { spelling } from "../dialect/readKey.ts";
import {
  declaredNumber,
  type NumberReading,
  type NumberResult,
  numberHereOrInCompanion,
  optionalNumber,
  type RunSources,
  readPositive,
  unusableCount,
} from "./factReader.ts";
import { type Duration, formatInteger, formatQuantity, LARGEST_COUNT, parseDuration } from "./quantity.ts";
import type { Fact } from "./TrainingRun.ts";

export type TokensResult =
  | { readonly ok: true; readonly fact: Fact<number>; readonly perStep?: number }
  | { readonly ok: false; readonly because: string; readonly declare: string };

/**
 * D, the training tokens: stated, or steps × global batch × sequence length, or samples × sequence length. The global
 * batch is stated, or micro batch × accumulation × data-parallel size. Declared tokens count if the file gives none.
 */
export function readTokens(sources: RunSources): TokensResult {
  const stated = wholeNumber(sources, "tokens") ?? durationIn(sources, "tokens");
  if (stated) {
    const { value, provenance, shown, at } = stated;
    return { ok: true, fact: { value, provenance, how: shown, at } };
  }
  const derived = deriveTokens(sources);
  const declared = derived.ok ? undefined : declaredNumber(sources, "tokens");
  if (declared === undefined) return derived;
  const { value, shown, at } = declared;
  return { ok: true, fact: { value, provenance: "declared", how: shown, at } };
}

function wholeNumber(sources: RunSources, key: string): NumberReading | undefined {
  return unusableCount(sources, [key]) === undefined ? optionalNumber(sources, key) : undefined;
}

function deriveTokens(sources: RunSources): TokensResult {
  const unusable = unusableCount(sources, ["tokens", "samples"]);
  if (unusable !== undefined) return { ok: false, because: unusable, declare: "tokens=…" };
  const length = lengthOf(sources);
  const samples = optionalNumber(sources, "samples") ?? durationIn(sources, "samples");
  if (samples && length.ok) return product(sources, [samples, length.number]);
  const open = sources.properties.unknown.get("tokens");
  if (open !== undefined) return { ok: false, because: open, declare: "tokens=…" };
  const steps = stepsOf(sources);
  if (!steps.ok) return { ok: false, because: steps.because, declare: "tokens=…" };
  if (!length.ok) return { ok: false, because: length.because, declare: "sequence_length=…" };
  const batch = batchOf(sources);
  if (!batch.ok) return batch;
  return product(sources, [steps.number, ...batch.factors, length.number], steps.number.value);
}

function stepsOf(sources: RunSources): NumberResult {
  const { readings } = sources;
  if (hasDuration(readings)) {
    const steps = durationIn(sources, "steps");
    if (steps) return { ok: true, number: steps };
    return { ok: false, because: durationWithoutSteps(readings), at: [] };
  }
  if (readings.dialect.keys["steps"] === undefined)
    return { ok: false, because: "this config states no steps", at: [] };
  const steps = readPositive(sources, "steps", "whole");
  const given = readings.isStated("steps") || readings.stated("steps")?.unresolved !== undefined;
  const epochs = readings.word("epochs");
  if (steps.ok || given || epochs === null || epochs === undefined) return steps;
  return {
    ok: false,
    because: `\`${spelling(readings, "epochs")}\` counts epochs, and the size of the data set is not in this file`,
    at: [],
  };
}

/** Whether a duration says how long the run is: not where steps are stated, which end it earlier or later. */
function hasDuration(readings: RunSources["readings"]): boolean {
  return readings.dialect.keys["duration"] !== undefined && !readings.isStated("steps");
}

function durationOf(readings: RunSources["readings"]): Duration | undefined {
  const word = readings.word("duration");
  if (typeof word !== "string" && typeof word !== "number") return undefined;
  return parseDuration(word, readings.dialect.keys["duration"]?.units ?? {});
}

/** Why a duration gives no steps. */
function durationWithoutSteps(readings: RunSources["readings"]): string {
  const name = spelling(readings, "duration");
  const reading = readings.stated("duration");
  if (reading?.unresolved !== undefined) return `\`${name}\`: ${reading.unresolved}`;
  const word = readings.word("duration");
  if (word === undefined || word === null) return `\`${name}\` is not set`;
  return durationOf(readings)?.counts === "epochs"
    ? `\`${name}: ${word}\` counts epochs, and the size of the data set is not in this file`
    : `\`${name}: ${word}\` states no steps or tokens`;
}

function durationIn({ readings }: RunSources, counts: CountedQuantity): NumberReading | undefined {
  const duration = hasDuration(readings) ? durationOf(readings) : undefined;
  if (duration?.counts !== counts || duration.amount <= 0 || duration.amount > LARGEST_COUNT)
    return undefined;
  const name = spelling(readings, "duration");
  const stated = readings.isStated("duration");
  const at = stated ? readings.stated("duration")?.span : undefined;
  const text = duration.unit === "" ? formatInteger(duration.amount) : String(readings.word("duration"));
  return {
    value: duration.amount,
    name,
    at: at ? [at] : [],
    provenance: stated ? "stated" : "default",
    shown: `${name} ${text}${stated ? "" : " (default)"}`,
  };
}

function lengthOf(sources: RunSources): NumberResult {
  const length = sources.readings.dialect.keys["sequenceLength"]
    ? readPositive(sources, "sequenceLength", "whole")
    : undefined;
  if (length?.ok) return length;
  const declared = declaredNumber(sources, "sequence_length");
  if (declared) return { ok: true, number: declared };
  return length ?? { ok: false, because: "this config states no sequence length", at: [] };
}

type BatchResult =
  | { readonly ok: true; readonly factors: readonly NumberReading[] }
  | { readonly ok: false; readonly because: string; readonly declare: string };

function batchOf(sources: RunSources): BatchResult {
  const unusable = unusableCount(sources, ["globalBatch"]);
  if (unusable !== undefined) return { ok: false, because: unusable, declare: "tokens=…" };
  const global = numberHereOrInCompanion(sources, "globalBatch");
  if (global) return { ok: true, factors: [global] };
  const key = sources.readings.dialect.keys["microBatch"];
  const micro = key && readPositive(sources, "microBatch", key.fractional ? "any" : "whole");
  if (!micro?.ok)
    return { ok: false, because: micro?.because ?? "this config states no batch size", declare: "tokens=…" };
  const unusableFactor = unusableCount(sources, ["accumulation"]);
  if (unusableFactor !== undefined) return { ok: false, because: unusableFactor, declare: "tokens=…" };
  const replicas = replicasOf(sources);
  if (!replicas.ok) return replicas;
  const accumulation = optionalNumber(sources, "accumulation");
  return { ok: true, factors: [micro.number, ...(accumulation ? [accumulation] : []), ...replicas.factors] };
}

/** What divides the world size, besides data parallelism. */
const SHARDING = ["tensorParallel", "pipelineParallel", "contextParallel", "expertParallel"] as const;

/**
 * Data-parallel size: stated, or world size over the sizes of tensor, pipeline and context parallelism, and of expert
 * parallelism where the framework counts it apart (nanotron).
 */
export function replicasOf(sources: RunSources): BatchResult {
  const unusable = unusableCount(sources, ["dataParallel", "dataParallelReplicas", ...SHARDING]);
  if (unusable !== undefined) return { ok: false, because: unusable, declare: "tokens=…" };
  const dataParallel = optionalNumber(sources, "dataParallel");
  const replicas = optionalNumber(sources, "dataParallelReplicas");
  if (dataParallel) return { ok: true, factors: [dataParallel, ...(replicas ? [replicas] : [])] };
  const world = worldOf(sources);
  if (!world)
    return {
      ok: false,
      because: "the number of GPUs (world size) is not in this file",
      declare: "world_size=…",
    };
  const sharding = SHARDING.flatMap((key) => optionalNumber(sources, key) ?? []);
  const modelParallel = sharding.reduce((total, size) => total * size.value, 1);
  const value = world.value / modelParallel;
  if (!Number.isInteger(value))
    return {
      ok: false,
      because: `${world.shown} is not a multiple of ${modelParallel} model-parallel ranks`,
      declare: "world_size=…",
    };
  if (modelParallel === 1) return { ok: true, factors: [world] };
  return {
    ok: true,
    factors: [{ ...world, value, shown: `data parallel ${value} (${world.shown} / ${modelParallel})` }],
  };
}

/** The number of processes, where it is declared or stated. */
export function readWorldSize(sources: RunSources): Fact<number> | undefined {
  const world = worldOf(sources);
  return world && { value: world.value, provenance: world.provenance, how: world.shown, at: world.at };
}

function worldOf(sources: RunSources): NumberReading | undefined {
  return declaredNumber(sources, "world_size") ?? statedWorld(sources);
}

/** The number of processes: stated, or those of a node times the nodes. */
function statedWorld(sources: RunSources): NumberReading | undefined {
  const world = numberHereOrInCompanion(sources, "worldSize");
  if (unusableCount(sources, ["nodes"]) !== undefined) return undefined;
  const nodes = optionalNumber(sources, "nodes");
  if (world === undefined || nodes === undefined) return world;
  const shown = `${world.shown} × ${nodes.shown}`;
  return { ...world, value: world.value * nodes.value, shown, at: [...world.at, ...nodes.at] };
}

function product(sources: RunSources, factors: readonly NumberReading[], steps?: number): TokensResult {
  const value = factors.reduce((total, factor) => total * factor.value, 1);
  const padded = sources.properties.known.get("padded")?.value === true;
  const how = `${factors.map((factor) => factor.shown).join(" × ")} = ${formatQuantity(value)}${padded ? " at most (batches are padded)" : ""}`;
  if (!(value >= 1 && value <= LARGEST_COUNT))
    return { ok: false, because: `${how} is not a usable number of tokens`, declare: "tokens=…" };
  const fact = {
    value,
    provenance: "derived",
    how,
    at: factors.flatMap((factor) => factor.at),
    ...(padded ? { upperBound: true } : {}),
  } as const;
  return { ok: true, fact, ...(steps ? { perStep: value / steps } : {}) };
}

/**
 * Micro-batches whose gradients are summed before a step: stated, or global batch / (micro batch × data-parallel size)
 * where the file, a companion or a declaration gives all three. Undefined where it is not known.
 */
export function accumulationOf(sources: RunSources): NumberReading | undefined {
  const stated = optionalNumber(sources, "accumulation");
  if (stated?.provenance === "stated") return stated;
  const global = optionalNumber(sources, "globalBatch");
  const micro = optionalNumber(sources, "microBatch");
  const replicas = replicasOf(sources);
  if (!global || !micro || !replicas.ok) return undefined;
  const value = replicas.factors.reduce((rest, { value }) => rest / value, global.value / micro.value);
  if (!Number.isInteger(value)) return undefined;
  const shown = `${global.shown} / (${[micro, ...replicas.factors].map((factor) => factor.shown).join(" × ")})`;
  return { ...global, value, shown };
}
