import { formatName } from "../../science/stability/logs/RunCollector.ts";

/** What a file's name says about a run. */
export interface NameFacts {
  readonly format?: string;
  readonly seed?: number;
  readonly learningRate?: number;
}

const FORMAT =
  /(?:^|[^a-z0-9])((?:mx|nv)fp[468](?:_e\dm\d)?|fp8(?:[_-]?e[45]m[23])?|e\dm\d+|bf16|bfloat16|fp16|float16|fp32|float32|tf32|int[48])(?![a-z0-9])/i;
const SEED = /(?:^|[^a-z0-9])(?:seed|s)[-_=]?(\d+)(?![a-z0-9])/i;
const LEARNING_RATE = /(?:^|[^a-z0-9])lr[-_=]?(\d+(?:\.\d+)?(?:e-?\d+)?)(?![a-z0-9])/i;

/** Reads format, seed and learning rate out of a name such as `run-fp8_e4m3-lr3e-4-seed2.csv`, as far as they are there. */
export function factsFromName(name: string): NameFacts {
  const format = FORMAT.exec(name)?.[1];
  const seed = SEED.exec(name)?.[1];
  const rate = LEARNING_RATE.exec(name)?.[1];
  return {
    format: format && formatName(format.replace(/^fp8-/i, "fp8_")),
    seed: seed === undefined ? undefined : Number(seed),
    learningRate: rate === undefined ? undefined : Number(rate),
  };
}
