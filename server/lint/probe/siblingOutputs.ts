import { spelling } from "../../config/dialect/readKey.ts";
import type { ConfigNode, ScalarNode } from "../../config/document/ConfigNode.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import type { TextEdit } from "../edits/TextEdit.ts";

/** Keys with the output paths and the name of a run, in the order in which they may refer to each other. */
const OUTPUT_KEYS = ["runName", "outputDirectory", "checkpointDirectory"] as const;
export type OutputKey = (typeof OUTPUT_KEYS)[number];

/** How siblings get different output paths and names. */
export interface SiblingOutputs {
  /** What a suffix is put behind. */
  readonly suffixed: readonly { readonly key: OutputKey; readonly node: ScalarNode }[];
  /** Keys that are not stated, with the framework's default. */
  readonly added: readonly { readonly key: OutputKey; readonly value: string }[];
  /** What siblings share, in sentences. */
  readonly notes: readonly string[];
}

/** Finds the keys of a config that need a different value in every sibling. */
export function siblingOutputs(config: TrainingConfig): SiblingOutputs {
  const { dialect, ownReadings, readings } = config;
  const suffixed: { key: OutputKey; node: ScalarNode }[] = [];
  const added: { key: OutputKey; value: string }[] = [];
  const notes: string[] = [];
  const moved: OutputKey[] = [];
  for (const key of OUTPUT_KEYS) {
    if (dialect.keys[key] === undefined) continue;
    const node = ownReadings.stated(key)?.located.node;
    const word = readings.word(key);
    if (node?.kind === "scalar" && ownReadings.isStated(key)) {
      if (mentions(config, node.text, moved)) moved.push(key);
      else if (mayTakeSuffix(config, key, node)) {
        suffixed.push({ key, node });
        moved.push(key);
      } else
        notes.push(
          `\`${spelling(readings, key)}\` is shared with another place of the file, so all siblings write to the same place: change it by hand.`,
        );
    } else if (typeof word === "string" && !readings.isStated(key)) {
      if (mentions(config, word, moved)) continue;
      added.push({ key, value: word });
      moved.push(key);
    } else if (key === "outputDirectory")
      notes.push(
        `\`${spelling(readings, key)}\` is not stated in this file: give every sibling its own where the runs would write to the same place.`,
      );
  }
  if (!OUTPUT_KEYS.some((key) => dialect.keys[key] !== undefined))
    notes.push(
      `Where a run of ${dialect.name} writes is not in its config: start every sibling with a place of its own.`,
    );
  else if (moved.length === 0 && notes.length === 0)
    notes.push("The runs have no name in this file: start every sibling with a name of its own.");
  return { suffixed, added, notes: [...notes, ...sharedOutputNotes(config, suffixed)] };
}

/** Whether a value refers to a key that has a value of its own in every sibling: `${run_name}`, `{run_name}`. */
function mentions({ dialect }: TrainingConfig, text: string, moved: readonly OutputKey[]): boolean {
  const paths = moved.flatMap((key) => dialect.keys[key]?.paths ?? []);
  return paths.some((path) => text.includes(`{${path}}`));
}

function mayTakeSuffix({ ownReadings, document }: TrainingConfig, key: OutputKey, node: ScalarNode): boolean {
  const located = ownReadings.stated(key)?.located;
  const own = located?.via.length === 0 && !document.aliased.has(node);
  return own && node.style !== "block" && node.span.start < node.span.end;
}

/** Other values that lead to the config's own place, such as the one that a run resumes from. */
function sharedOutputNotes(config: TrainingConfig, suffixed: SiblingOutputs["suffixed"]): readonly string[] {
  const own = suffixed.filter(({ key, node }) => key !== "runName" && node.text.length > 1);
  const nodes = new Set(suffixed.map(({ node }) => node));
  return scalarsOf(config.document.root).flatMap(({ name, node }) => {
    const place = own.find(({ node: { text } }) => isAtOrBelow(node.text, text));
    return place && !nodes.has(node)
      ? [`\`${name}: ${node.text}\` stays as it is in every sibling: see whether they may share it.`]
      : [];
  });
}

function isAtOrBelow(text: string, place: string): boolean {
  const folder = place.replace(/\/+$/, "");
  return folder !== "" && (text === folder || text.startsWith(`${folder}/`));
}

/** The scalars of a tree, each once, with the name of the entry that holds it. */
function scalarsOf(root: ConfigNode): readonly { readonly name: string; readonly node: ScalarNode }[] {
  const found = new Map<ScalarNode, string>();
  const seen = new Set<ConfigNode>();
  const walk = (node: ConfigNode, name: string): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === "scalar") found.set(node, name);
    else if (node.kind === "list") for (const { value } of node.items) walk(value, name);
    else for (const { key, value } of node.entries) walk(value, key);
  };
  walk(root, "");
  return Array.from(found, ([node, name]) => ({ name, node }));
}

/** The edit that puts a suffix behind a value, inside its quotes and before a slash at its end. */
export function suffixEdit(text: string, { span, style }: ScalarNode, suffix: string): TextEdit {
  const end = style === "plain" ? span.end : span.end - 1;
  const start = style === "plain" ? span.start : span.start + 1;
  const written = text.slice(start, end);
  const suffixed = withSuffix(written, suffix);
  // All that is added is in one place: what is before it, and a slash behind it, are those of the value.
  const kept = isRoot(written) ? written.length : written.replace(/\/+$/, "").length;
  const offset = start + kept;
  const newText = suffixed.slice(kept, suffixed.length - (written.length - kept));
  return { span: { start: offset, end: offset }, newText };
}

/** A value with a suffix: `out` becomes `out-bf16.lr3e-4.seed1`, and `.` becomes `./bf16.lr3e-4.seed1`. */
export function withSuffix(value: string, suffix: string): string {
  if (isRoot(value)) return `${value}${value.endsWith("/") ? "" : "/"}${suffix}`;
  const [, path = value, slashes = ""] = /^(.*?)(\/*)$/.exec(value) ?? [];
  return `${path}-${suffix}${slashes}`;
}

/** Places that have no name to put a suffix behind: `.`, `/`, `~/`, `gs://bucket`. */
function isRoot(value: string): boolean {
  return /^(?:[.~]{0,2}\/?|\w+:\/\/[^/]*\/?)$/.test(value);
}
