import data from "../../data/optimizers/states.json" with { type: "json" };

/** How many numbers an optimizer keeps for each parameter. */
export interface OptimizerStates {
  readonly states: number;
  /** Of embeddings and output matrix, where these have another optimizer. */
  readonly others?: number;
  readonly source: string;
}

/** As in server/data/optimizers/states.json. */
interface Optimizer extends OptimizerStates {
  readonly names: readonly string[];
}

const optimizers: readonly Optimizer[] = data.optimizers;

/**
 * The states of an optimizer by the name that a config has for it: `adamw_torch_fused`, `torch.optim.AdamW`, `FusedAdam`.
 * Undefined for one that the table does not have, such as `galore_adamw`, and for SGD, whose name does not say whether it
 * has a momentum.
 */
export function optimizerStates(name: string): OptimizerStates | undefined {
  const [word, ...more] = wordsOf(name).filter((one) => !data.decorations.includes(one));
  return more.length > 0
    ? undefined
    : optimizers.find(({ names }) => word !== undefined && names.includes(word));
}

/** The words of the last part of a dotted name; capitals begin words, but not within a name such as `AdamW`. */
function wordsOf(name: string): readonly string[] {
  const last = name.split(/[./:]/).at(-1) ?? name;
  return last
    .replace(/(adam|lion)_?w/gi, "_$1w_")
    .replace(/ademamix/gi, "_ademamix_")
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}
