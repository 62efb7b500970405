import type { Combination } from "./ProbeRequest.ts";

/** The part of a name that distinguishes a sibling, for files, folders and runs: `bf16.lr3e-4.seed1`. */
export function siblingSuffix({ seed, learningRate, format }: Combination): string {
  // A colon is no character for the name of a file.
  return `${format.replaceAll(":", "-")}.lr${shortRate(learningRate)}.seed${seed}`;
}

/** The name of a sibling's file: `run.bf16.lr3e-4.seed1.yaml`. */
export function siblingName(config: string, combination: Combination): string {
  const [, stem = config, extension = ""] = /^(.+?)(\.[A-Za-z0-9]+)?$/.exec(config) ?? [];
  return `${stem}.${siblingSuffix(combination)}${extension}`;
}

/** The name of the folder of siblings, in the folder of their config: `run.probe`. */
export function probeFolderName(config: string): string {
  return `${config.replace(/(?<=.)\.[A-Za-z0-9]+$/, "")}.probe`;
}

/** `3e-4`, `1.5e-3`. */
function shortRate(rate: number): string {
  return rate.toExponential().replace("e+", "e");
}
