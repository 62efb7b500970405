import { isSixteenBitOrWider } from "../../formats/NumberFormat.ts";
import { operandError } from "../../laws/train/operandError.ts";
import type { RecipeSwitch } from "../../measurements/RecipeSwitch.ts";
import type { TrainingMeasurement } from "../../measurements/TrainingMeasurement.ts";
import { trainingTechniques } from "../../measurements/trainingTechniques.ts";
import type { TrainObservation } from "./TrainObservation.ts";

/** Flags of rows that do not tell what a format costs, with the reason in words. */
const EXCLUDED: Readonly<Record<string, string>> = {
  suspect: "flagged suspect",
  dup: "flagged dup",
  superseded: "flagged dup",
  "impl-bug": "a bug in the implementation",
  unstable: "unstable or diverged",
  diverged: "unstable or diverged",
  collapsed: "unstable or diverged",
  bound: "a bound only",
  "optimizer-only": "only optimizer state in low precision",
  "hparams-differ": "hyper-parameters differ from the reference",
  sparse: "sparse weights",
  "no-master-weights": "no master weights",
  "weak-method": "a weak method of quantization",
  "mixed-precision": "several formats in one pass",
  ablation: "a part of the recipe taken out",
  "token-overhead": "no difference of losses",
  short: "too short to tell",
  "optimizer-too": "optimizer state in low precision too",
};

/** Older schemes that round by rules of their own (LUQ rounds to powers of two, LSS splits outliers bit by bit). */
const OWN_RULES = /^(?:LUQ|LSS|HALO|Jetfire)-/;

/** Recipes in which a part of the run or of the model has another format than the one that the row names. */
const MIXED: readonly RecipeSwitch[] = ["16-bit-end", "mixed-modules", "partial"];

/** What a fit uses of a table, and how many rows it leaves out, by reason. */
export interface TrainSelection {
  readonly observations: readonly TrainObservation[];
  readonly leftOut: Readonly<Record<string, number>>;
}

/** The runs that the law of training is fitted to. */
export function trainObservations(measurements: readonly TrainingMeasurement[]): TrainSelection {
  const observations: TrainObservation[] = [];
  const leftOut: Record<string, number> = {};
  for (const one of measurements) {
    const found = observationOf(one);
    if (typeof found === "string") leftOut[found] = (leftOut[found] ?? 0) + 1;
    else observations.push(found);
  }
  return { observations, leftOut };
}

function observationOf(one: TrainingMeasurement): TrainObservation | string {
  const { flags, delta, parameters, tokens, weights, activations, gradients } = one;
  const flag = flags.find((name) => EXCLUDED[name] !== undefined);
  if (flag !== undefined) return EXCLUDED[flag] ?? flag;
  if (delta === undefined) return "no difference of losses";
  if (parameters === undefined) return "parameters not known";
  if (tokens === undefined) return "tokens not known";
  if (OWN_RULES.test(one.scheme ?? "")) return "a scheme with rounding rules of its own";
  if (activations === undefined) return "format of the activations not stated";
  if (one.recipe?.some((name) => MIXED.includes(name))) return "several formats in one pass";
  const techniques = trainingTechniques(one);
  if (techniques.techniques?.outliers === true) return "a treatment of outliers, which has no factor";
  const operands = [weights, activations, gradients];
  if (operands.every(isSixteenBitOrWider)) return "16 bits in both passes";
  if (operands.some((format) => format.kind === "codebook" || operandError(format) === undefined))
    return "a format whose error is not known";
  return {
    question: { parameters, tokens, weights, activations, backward: gradients, ...techniques },
    measured: delta,
    source: one.source ?? "",
    lab: one.lab ?? one.source ?? "",
    ...(one.id === undefined ? {} : { id: one.id }),
  };
}
