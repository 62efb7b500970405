import { type RunSources, readPositive } from "./factReader.ts";
import type { Fact, Facts } from "./TrainingRun.ts";

type OptimizationFacts = Pick<
  Facts,
  "optimizer" | "learningRateSchedule" | "finalLearningRate" | "weightDecay"
>;

/**
 * How the weights are updated besides the learning rate: no law predicts from it, and it is shown. Keys: `optimizerName`,
 * `learningRateSchedule`, `minimumLearningRate` or `finalLearningRateShare` of the learning rate, `weightDecay`.
 */
export function readOptimization(sources: RunSources): OptimizationFacts {
  const optimizer = textOf(sources, "optimizerName");
  const schedule = textOf(sources, "learningRateSchedule");
  const final = numberOf(sources, "minimumLearningRate") ?? finalByShare(sources);
  const decay = numberOf(sources, "weightDecay");
  return {
    ...(optimizer ? { optimizer } : {}),
    ...(schedule ? { learningRateSchedule: schedule } : {}),
    ...(final ? { finalLearningRate: final } : {}),
    ...(decay ? { weightDecay: decay } : {}),
  };
}

/** A name as the file writes it. */
function textOf({ readings }: RunSources, key: string): Fact<string> | undefined {
  if (readings.dialect.keys[key] === undefined || readings.isUnknownWord(key)) return undefined;
  const word = readings.word(key);
  if (typeof word !== "string" || word === "") return undefined;
  const reading = readings.isStated(key) ? readings.stated(key) : undefined;
  const name = shownPath(reading?.path ?? readings.dialect.keys[key]?.paths[0]?.split(".") ?? []);
  return {
    value: word,
    provenance: reading ? "stated" : "default",
    how: `${name} ${word}${reading ? "" : " (default)"}`,
    at: reading ? [reading.span] : [],
  };
}

/** The last two steps, because `name` and `type` alone say nothing; a flag says enough. */
function shownPath(path: readonly string[]): string {
  const last = path.at(-1) ?? "";
  return last.startsWith("--") ? last : path.slice(-2).join(".");
}

/** A number that may be zero. */
function numberOf(sources: RunSources, key: string): Fact<number> | undefined {
  const { readings } = sources;
  if (readings.dialect.keys[key] === undefined) return undefined;
  const result = readPositive(sources, key);
  if (result.ok) {
    const { value, provenance, shown, at } = result.number;
    return { value, provenance, how: shown, at };
  }
  if (readings.word(key) !== 0) return undefined;
  const reading = readings.isStated(key) ? readings.stated(key) : undefined;
  const name = reading?.path.at(-1) ?? key;
  return {
    value: 0,
    provenance: reading ? "stated" : "default",
    how: `${name} 0${reading ? "" : " (default)"}`,
    at: result.at,
  };
}

function finalByShare(sources: RunSources): Fact<number> | undefined {
  const share = numberOf(sources, "finalLearningRateShare");
  const peak = numberOf(sources, "learningRate");
  if (share === undefined || peak === undefined) return undefined;
  return {
    value: peak.value * share.value,
    provenance: share.provenance === "default" ? "default" : "derived",
    how: `${peak.how} × ${share.how}`,
    at: [...share.at, ...peak.at],
  };
}
