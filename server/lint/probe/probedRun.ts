import { spelling } from "../../config/dialect/readKey.ts";
import { isInOwnFile } from "../../config/document/ConfigNode.ts";
import { readPositive } from "../../config/run/factReader.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import type { Fact } from "../../config/run/TrainingRun.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { listText } from "../../science/listText.ts";
import type { Analysis } from "../Analysis.ts";
import type { ProbeSource } from "./ProbeRequest.ts";
import { probeFolderName } from "./siblingName.ts";

/** The run from which siblings are made, with the keys that a sibling changes. */
export interface ProbedRun {
  readonly config: TrainingConfig;
  /** Undefined where neither the config nor the framework says one. */
  readonly seed: number | undefined;
  readonly learningRate: number;
  /** The narrower of weights and activations; undefined where it is not known. */
  readonly format: Fact<NumberFormat> | undefined;
}

export type ProbedRunResult =
  | { readonly ok: true; readonly probed: ProbedRun }
  | { readonly ok: false; readonly because: string };

/**
 * The folder of siblings, relative to the config's folder: a new one there, or the same folder if included files are in
 * it.
 */
export function probeFolder(name: string, { assessments }: Analysis): string {
  const config = assessments[0]?.config;
  return config && includedBeside(config).length > 0 ? "." : probeFolderName(name);
}

/** Loaders that look for included files in the folder of the config. */
const BESIDE = new Set(["hydra", "tag"]);

/** The one run of a file, or why no siblings can be made of it. */
export function probedRun({ name, analysis, inOwnFolder }: ProbeSource): ProbedRunResult {
  const no = (because: string) => ({ ok: false, because }) as const;
  if (analysis.failure) return no(`${name} cannot be read: ${analysis.failure.message}`);
  const [assessment, ...more] = analysis.assessments;
  if (assessment === undefined) return no(`${name} is not a training config that Bitlaw knows.`);
  if (more.length > 0)
    return no(`${name} holds ${more.length + 1} runs; siblings are made of a file with one.`);
  const { config } = assessment;
  const missing = missingKey(config);
  if (missing) return no(missing);
  const included = inOwnFolder ? [] : includedBeside(config);
  if (included.length > 0)
    return no(
      `${name} includes ${included.map((file) => `\`${file}\``).join(", ")}, which ${config.dialect.loader.name} looks for beside it: write the siblings into its own folder.`,
    );
  const rate = readPositive(config, "learningRate");
  if (!rate.ok) return no(`There is no learning rate to scale: ${rate.because}.`);
  const { facts } = config.run;
  const { readings } = config;
  const seed = facts.seed?.value;
  if (seed === undefined && readings.stated("seed")?.value !== undefined && readings.isStated("seed"))
    return no(`\`${spelling(readings, "seed")}\` is no seed to count from.`);
  return {
    ok: true,
    probed: { config, seed, learningRate: rate.number.value, format: matrixProductFormat(config) },
  };
}

/** The format of the run's matrix products: the narrower of weights and activations. */
export function matrixProductFormat({ run }: TrainingConfig): Fact<NumberFormat> | undefined {
  const { weights, activations } = run.facts;
  if (weights === undefined || activations === undefined) return undefined;
  return activations.value.bits < weights.value.bits ? activations : weights;
}

/** The other file that states a format, so that all siblings would share it; undefined if this file states it. */
export function otherFileWithFormat(config: TrainingConfig): string | undefined {
  const paths = new Set(config.companions.flatMap(({ path }) => path ?? []));
  return matrixProductFormat(config)?.at.find((span) => !isInOwnFile(span) && paths.has(span.file ?? ""))
    ?.file;
}

function missingKey({ dialect }: TrainingConfig): string | undefined {
  const lacks = (["seed", "learningRate"] as const).filter((key) => dialect.keys[key] === undefined);
  if (lacks.length === 0) return undefined;
  const names = lacks.map((key) => (key === "seed" ? "the seed" : "the learning rate"));
  return `A config of ${dialect.name} has no key for ${listText(names, "or")}, so its siblings would not differ in it.`;
}

function includedBeside({ dialect, companions, references }: TrainingConfig): readonly string[] {
  if (!BESIDE.has(dialect.loader.includes ?? "")) return [];
  return [...references.keys()].filter((file) => !companions.some(({ path }) => path === file));
}
