import type { Field, Value } from "./Field.ts";

/** `#SBATCH --nodes=4`, and `-N 4`. What is behind a `#` is a comment. */
const LINE = /^#SBATCH[ \t]+(.*)$/;
const OPTION = /(?:^|[ \t])(--[a-z-]+|-[A-Za-z])(?:[ \t]*=[ \t]*|[ \t]+|(?<=-[A-Za-z]))([^\s#-][^\s#]*)/g;

/** The variables that SLURM sets, from the `#SBATCH` lines before the first command of a script. */
export function slurmVariables(text: string): ReadonlyMap<string, Value> {
  const options = new Map<string, Field>();
  let start = 0;
  for (const line of text.split("\n")) {
    if (!/^\s*(?:#|$)/.test(line)) break;
    const [, rest] = LINE.exec(line.trimEnd()) ?? [];
    if (rest !== undefined) {
      const offset = start + line.indexOf(rest);
      for (const { 1: name = "", 2: value = "", 0: whole, index } of rest.matchAll(OPTION)) {
        const at = offset + index + whole.length - value.length;
        options.set(LONG_NAMES.get(name) ?? name, [{ text: value, at, quoted: false }]);
      }
    }
    start += line.length + 1;
  }
  return variablesOf(options);
}

const LONG_NAMES: ReadonlyMap<string, string> = new Map([
  ["-N", "--nodes"],
  ["-n", "--ntasks"],
  ["-G", "--gpus"],
  ["-c", "--cpus-per-task"],
]);

function variablesOf(options: ReadonlyMap<string, Field>): ReadonlyMap<string, Value> {
  const variables = new Map<string, Value>();
  const set = (names: readonly string[], field: Field | undefined) => {
    if (field && /^\d+$/.test(field[0]?.text ?? ""))
      for (const name of names) variables.set(name, { kind: "text", pieces: field });
  };
  const gpus = options.get("--gpus-per-node") ?? ofGeneric(options.get("--gres"));
  set(["SLURM_NNODES", "SLURM_JOB_NUM_NODES"], options.get("--nodes"));
  set(["SLURM_NTASKS_PER_NODE"], options.get("--ntasks-per-node"));
  set(["SLURM_GPUS_PER_NODE", "SLURM_GPUS_ON_NODE"], gpus && afterColon(gpus));
  set(["SLURM_CPUS_PER_TASK"], options.get("--cpus-per-task"));
  set(["SLURM_GPUS"], options.get("--gpus"));
  const tasks =
    options.get("--ntasks") ?? productOf(options.get("--nodes"), options.get("--ntasks-per-node"));
  set(["SLURM_NTASKS", "SLURM_NPROCS"], tasks);
  return variables;
}

function ofGeneric(field: Field | undefined): Field | undefined {
  return field?.[0]?.text.startsWith("gpu:") ? field : undefined;
}

/** `gpu:h100:8` and `h100:8` are eight. */
function afterColon([piece]: Field): Field {
  if (piece === undefined) return [];
  const from = piece.text.lastIndexOf(":") + 1;
  return [{ ...piece, text: piece.text.slice(from), at: (piece.at ?? 0) + from }];
}

function productOf(nodes: Field | undefined, tasks: Field | undefined): Field | undefined {
  const [a, b] = [nodes?.[0], tasks?.[0]];
  if (a === undefined || b?.at === undefined) return undefined;
  const product = Number(a.text) * Number(b.text);
  if (!Number.isSafeInteger(product)) return undefined;
  return [{ text: String(product), quoted: false, use: { start: b.at, end: b.at + b.text.length } }];
}
