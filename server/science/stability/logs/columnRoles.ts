import { shortList } from "../../listText.ts";
/** What a column of a log means to Bitlaw. */
export type Role = "step" | "loss" | "gradientNorm" | "learningRate" | "peakRate" | "seed" | "format" | "run";

/**
 * The names of each role, the preferred one first, in small letters with `_` for blanks and hyphens. They are those of
 * Hugging Face Trainer, W&B, Lightning, Megatron-LM, GPT-NeoX, nanotron, Composer, LitGPT and torchtitan.
 */
const NAMES: Readonly<Record<Role, readonly string[]>> = {
  step: [
    "train/global_step",
    "trainer/global_step",
    "global_step",
    "step",
    "steps",
    "iteration",
    "iter",
    "iteration_step",
    "_step",
  ],
  loss: [
    "loss",
    "train_loss",
    "train/loss",
    "training_loss",
    "train/lm_loss",
    "lm_loss",
    "loss/train",
    "training/loss",
    "loss/train/total",
    "train/ce_loss",
    "train/crossentropyloss",
    "lm_loss_training/lm_loss",
    "loss_metrics/global_avg_loss",
    "train_loss_step",
    "train/loss_step",
  ],
  gradientNorm: [
    "grad_norm",
    "gradient_norm",
    "train/grad_norm",
    "train/gradient_norm",
    "grad_norm/train",
    "l2_norm/grad/global",
    "total_grad_norm",
    "optim/total_grad_norm",
    "gnorm",
  ],
  learningRate: [
    "lr",
    "learning_rate",
    "train/learning_rate",
    "train/lr",
    "learning_rate/learning_rate",
    "optim/lr",
    "lr_adamw/group0",
    "lr_adamw",
  ],
  peakRate: ["peak_lr", "max_lr", "base_lr", "peak_learning_rate", "max_learning_rate", "base_learning_rate"],
  seed: ["seed", "random_seed", "config/seed"],
  format: ["format", "number_format", "precision", "dtype"],
  run: ["run", "run_name", "run_id", "experiment", "name"],
};

const RANKS: ReadonlyMap<string, { readonly role: Role; readonly rank: number }> = new Map(
  Object.entries(NAMES).flatMap(([role, names]) =>
    names.map((name, rank) => [name, { role: role as Role, rank }] as const),
  ),
);

/** The columns of one run in a record. */
export interface RunColumns {
  /** From a column that names its run, as `RUN - train/loss` in W&B's CSV export. */
  readonly run?: string;
  readonly columns: Readonly<Partial<Record<Role, string>>>;
}

/**
 * Which column has which role. Where several names of a role are there, the preferred one counts. Columns that name
 * their run (`RUN - train/loss`) make one entry for each run, and take the step from the columns that do not.
 */
export function columnRoles(columns: readonly string[]): readonly RunColumns[] {
  const plain = new Roles();
  const byRun = new Map<string, Roles>();
  for (const column of columns) {
    if (plain.take(column, column)) continue;
    const [, run, name] = /^(.+) - (.+)$/.exec(column) ?? [];
    if (run === undefined || name === undefined) continue;
    const roles = byRun.get(run) ?? new Roles();
    if (roles.take(name, column)) byRun.set(run, roles);
  }
  if (byRun.size === 0) return [{ columns: plain.columns }];
  return [...byRun].map(([run, roles]) => ({ run, columns: { step: plain.columns.step, ...roles.columns } }));
}

class Roles {
  readonly columns: Partial<Record<Role, string>> = {};
  readonly #ranks: Partial<Record<Role, number>> = {};

  /** Whether the name has a role. */
  take(name: string, column: string): boolean {
    const found = RANKS.get(
      name
        .trim()
        .toLowerCase()
        .replace(/[\s-]+/g, "_"),
    );
    if (found === undefined) return false;
    if (found.rank < (this.#ranks[found.role] ?? Number.POSITIVE_INFINITY)) {
      this.columns[found.role] = column;
      this.#ranks[found.role] = found.rank;
    }
    return true;
  }
}

/** The role of a single name, such as the tag of a TensorBoard scalar. */
export function roleOf(name: string): Role | undefined {
  const [{ columns } = { columns: {} }] = columnRoles([name]);
  const [role] = Object.keys(columns);
  return role as Role | undefined;
}

/** Names that are listed if no column is the loss. */
const NAMED = 12;

/** The message for a log without losses: the names that were found in it, and those that are expected. */
export function noLossesText(found: readonly string[]): string {
  if (found.length === 0) return "There is no loss: nothing is logged in it.";
  const names = found.map((name) => `\`${name.slice(0, 40)}\``);
  return `There is no loss: found ${shortList(names, NAMED)}; call it \`loss\`, \`train_loss\` or \`train/loss\`.`;
}
