import { isSixteenBitOrWider } from "../../science/formats/NumberFormat.ts";
import { memoized } from "../../science/numerics/memoized.ts";
import type { DialectFile } from "../dialect/Dialect.ts";
import type { Siblings, TrainingConfig } from "../run/TrainingConfig.ts";
import type { TrainingRun } from "../run/TrainingRun.ts";
import { folderOf } from "../workspace/findFile.ts";
import type { Workspace, WorkspaceFile } from "../workspace/Workspace.ts";
import { PROBE_MANIFEST } from "./ProbeManifest.ts";

/** More files in a folder are not looked at. */
const MOST_ENTRIES = 200;

/** Longer texts are not copies of a config for another seed. */
const LONGEST_TEXT = 64 * 1024;

/**
 * The configs in the folder of a config that differ from it in the seed or the format alone. Looked for only where it
 * matters, in pre-training in reduced precision. Undefined elsewhere, where the folder is not known, and where not all
 * is known yet.
 */
export function readSiblings(
  config: TrainingConfig,
  workspace: Workspace,
  read: (file: WorkspaceFile) => TrainingConfig | undefined,
): Siblings | undefined {
  if (!isReduced(config.run) || config.run.facts.stage?.value !== "pretrain") return undefined;
  const folder = folderOf(workspace.path);
  const name = workspace.path.slice(folder === "" ? 0 : folder.length + 1);
  const names = workspace.list(folder);
  // A folder without the config itself is not the one that it is saved in, or cannot be listed.
  if (names === undefined || !names.includes(name)) return undefined;
  const below = (path: string) => (folder === "" ? path : `${folder}/${path}`);
  const manifest = manifestPath(names, name, below, workspace);
  if (manifest !== undefined)
    return manifest.known ? { name, seeds: [], formats: [], manifest: manifest.path } : undefined;
  const answers = [...names]
    .sort()
    .filter((other) => other !== name && extensionOf(other) === extensionOf(name))
    .slice(0, MOST_ENTRIES)
    .map((other) => workspace.read(below(other)));
  if (answers.includes(undefined)) return undefined;
  const others = answers.flatMap((answer) => {
    if (answer?.kind !== "file" || answer.file.text.length > LONGEST_TEXT) return [];
    const other = read(answer.file);
    return other && isSameRun(config, other) ? [{ path: answer.file.path, other }] : [];
  });
  return {
    name,
    seeds: others.flatMap(({ path, other }) => (hasOtherSeed(config, other) ? [path] : [])),
    formats: others.flatMap(({ path, other }) => (hasOtherFormat(config, other) ? [path] : [])),
  };
}

/**
 * The manifest of such a comparison, in the folder of the config or in the folder named after it, if there is one;
 * unknown as long as the workspace has not loaded it.
 */
function manifestPath(
  names: readonly string[],
  name: string,
  below: (path: string) => string,
  workspace: Workspace,
): { readonly path: string; readonly known: boolean } | undefined {
  if (names.includes(PROBE_MANIFEST)) return { path: below(PROBE_MANIFEST), known: true };
  const path = below(`${name.replace(/(?<=.)\.[A-Za-z0-9]+$/, "")}.probe/${PROBE_MANIFEST}`);
  const answer = workspace.read(path);
  return answer?.kind === "missing" ? undefined : { path, known: answer !== undefined };
}

function extensionOf(name: string): string | undefined {
  return /\.(?:ya?ml|jsonc?|hjson|toml)$/i.exec(name)?.[0].toLowerCase();
}

function isReduced({ facts }: TrainingRun): boolean {
  return [facts.weights, facts.activations].some((fact) => fact && !isSixteenBitOrWider(fact.value));
}

function hasOtherSeed(config: TrainingConfig, other: TrainingConfig): boolean {
  return (
    config.readings.word("seed") !== other.readings.word("seed") &&
    COMPARED.every((tensor) => config.run.facts[tensor]?.value.name === other.run.facts[tensor]?.value.name)
  );
}

function hasOtherFormat(config: TrainingConfig, other: TrainingConfig): boolean {
  return COMPARED.some((tensor) => {
    const [own, their] = [config.run.facts[tensor], other.run.facts[tensor]];
    return own && their && own.value.name !== their.value.name;
  });
}

/** The tensors whose formats a comparison is about. */
const COMPARED = ["weights", "activations"] as const;

/** Properties of a run that say in which formats it trains. */
const FORMATS = ["weights", "activations", "gradients", "masterWeights", "optimizerState", "kvCache"];

/** Whether two configs of a dialect agree in every key but the seed, the formats and the name; what is not known agrees. */
function isSameRun({ dialect, readings }: TrainingConfig, other: TrainingConfig): boolean {
  if (other.dialect !== dialect) return false;
  const free = freeKeys(dialect);
  return Object.keys(dialect.keys).every((key) => {
    if (free.has(key)) return true;
    const own = readings.word(key);
    const their = other.readings.word(key);
    return own === undefined || their === undefined || own === their;
  });
}

/** The keys in which sibling configs of the same run differ: the seed, names, and output paths. */
const OWN_TO_EACH = ["seed", "modelName", "runName", "outputDirectory", "checkpointDirectory"];

/** Keys in which configs for comparison may differ: the seed, names and folders, and all that settings and choices of formats read. */
const freeKeys = memoized((dialect: DialectFile): ReadonlySet<string> => {
  const settings = dialect.settings.filter(({ set }) => FORMATS.some((format) => format in set));
  const inserted = settings.flatMap(({ set }) =>
    Object.values(set).flatMap((value) =>
      typeof value === "string" ? Array.from(value.matchAll(/\{([\w.]+)\}/g), ([, key = ""]) => key) : [],
    ),
  );
  const chosen = (dialect.choices.training ?? []).flatMap(({ set }) => Object.keys(set));
  const keys = settings.flatMap(({ when }) => Object.keys(when ?? {}));
  return new Set([...OWN_TO_EACH, ...keys, ...inserted, ...chosen]);
});
