import { type Field, fieldText, placeOfField, whyUnknown } from "./Field.ts";
import { type Launch, optionsIn } from "./Launch.ts";

/**
 * How many processes a launcher starts, in its own words: per node and nodes, or all of them. Empty where it does not say
 * so, as with `deepspeed` alone, which takes every GPU that it finds.
 */
export function worldSizeOf({ launcher, args, program, variables }: Launch): ReadonlyMap<string, Field> {
  const words = program.startsWith("tune ") ? args : launcher;
  const options = optionsIn(words);
  const names = launcher.map((field) => fieldText(field).replace(/^.*\//, ""));
  const pick = (...pairs: readonly (readonly [name: string, field: Field | undefined])[]) =>
    new Map(pairs.flatMap(([name, field]) => (field ? [[name, field] as const] : [])));
  const variable = (name: string) => {
    const value = variables.get(name);
    return value?.kind === "text" ? value.pieces : undefined;
  };
  if (
    names.some((name) => /^(?:torchrun|torch\.distributed\.(?:run|launch))$/.test(name)) ||
    program.startsWith("tune ")
  ) {
    const perNode = options.get("nproc_per_node");
    const isOpen = words.some((field) => whyUnknown(field) !== undefined && !isValue(field, options));
    // Without the option one process is started, unless a word that is not known here is the option.
    const one: Field = [{ text: "1", quoted: false }];
    return pick(["nproc_per_node", perNode ?? (isOpen ? undefined : one)], ["nnodes", options.get("nnodes")]);
  }
  if (names.includes("accelerate") || names.includes("accelerate.commands.launch"))
    return pick(["num_processes", options.get("num_processes")], ["config_file", options.get("config_file")]);
  if (names.includes("deepspeed") || names.includes("deepspeed.launcher.runner")) {
    const included = options.get("include");
    if (included) return pick(["num_gpus", slotsOf(included)]);
    // The lines of the file are the nodes, unless the command says how many of them.
    const isListed = ["hostfile", "H", "exclude", "e"].some((name) => options.has(name));
    if (isListed && !options.has("num_nodes")) return new Map();
    return pick(["num_gpus", options.get("num_gpus")], ["num_nodes", options.get("num_nodes")]);
  }
  if (/^(?:llamafactory-cli|swift|megatron) /.test(program))
    return pick(["nproc_per_node", variable("NPROC_PER_NODE")], ["nnodes", variable("NNODES")]);
  if (names.some((name) => name === "mpirun" || name === "mpiexec"))
    return pick(["np", options.get("np") ?? options.get("n")]);
  if (!names.includes("srun")) return new Map();
  const total = options.get("ntasks") ?? options.get("n");
  if (total) return pick(["ntasks", total]);
  const perNode = options.get("ntasks_per_node");
  const nodes = options.get("nodes") ?? options.get("N") ?? variable("SLURM_NNODES");
  if (perNode) return pick(["ntasks_per_node", perNode], ["nodes", nodes]);
  return pick(["ntasks", variable("SLURM_NTASKS")]);
}

function isValue(field: Field, options: ReadonlyMap<string, Field>): boolean {
  return [...options.values()].includes(field) || /^--?\w/.test(fieldText(field));
}

/** `host1:0,1@host2:0,1` are four. */
function slotsOf(field: Field): Field | undefined {
  if (whyUnknown(field) !== undefined) return field;
  const hosts = fieldText(field).split("@");
  if (!hosts.every((host) => /^[\w.-]+:\d+(?:,\d+)*$/.test(host))) return undefined;
  const slots = hosts.reduce((total, host) => total + host.slice(host.indexOf(":")).split(",").length, 0);
  const use = placeOfField(field);
  return [{ text: String(slots), quoted: false, ...(use ? { use } : {}) }];
}
