import type { TrainingMeasurement } from "./TrainingMeasurement.ts";

/** Flags of runs that say nothing about their formats alone, or have no difference of losses. */
const EXCLUDED: Readonly<Record<string, string>> = {
  suspect: "flagged suspect",
  dup: "flagged dup",
  "impl-bug": "a bug in the implementation",
  unstable: "unstable or diverged",
  diverged: "unstable or diverged",
  collapsed: "unstable or diverged",
  short: "too short to tell",
  "token-overhead": "tokens to a loss, no difference of losses",
  "weak-method": "an earlier method, run for comparison",
  "mixed-precision": "modules in different formats",
  "no-master-weights": "no master weights",
  "optimizer-only": "only optimizer state in low precision",
  "optimizer-too": "optimizer state in low precision too",
  "hparams-differ": "hyper-parameters differ from the reference",
  sparse: "sparse weights",
};

/** Why a run says nothing about its formats alone, by its flags; undefined for one that does. */
export function whyExcluded({ flags }: Pick<TrainingMeasurement, "flags">): string | undefined {
  const flag = flags.find((one) => EXCLUDED[one] !== undefined);
  return flag && EXCLUDED[flag];
}
