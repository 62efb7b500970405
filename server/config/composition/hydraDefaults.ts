import type { ConfigNode, Span } from "../document/ConfigNode.ts";

/** One entry of a Hydra defaults list: another config that is composed into this one. */
export interface HydraDefault {
  /** File below the folder of config groups, with its suffix: `optim/fsdp.yaml`. */
  readonly path: string;
  /** Whether the path starts at the primary config's folder, not at the folder of the file with the list. */
  readonly absolute: boolean;
  /** Key path that the config is placed at; the file's own `# @package` counts where `explicit` is false. */
  readonly mount: readonly string[];
  readonly explicit: boolean;
  readonly optional: boolean;
  readonly span: Span;
}

/** `_self_` stands for the file's own keys; what comes later wins. */
export type DefaultsEntry =
  | HydraDefault
  | "self"
  | { readonly open: string; readonly mount: readonly string[]; readonly span: Span };

/**
 * The defaults list of a Hydra config, in the order of composition. Without `_self_` the file's own keys come last
 * (Hydra 1.1 and later). `parent` is where the file itself is placed. Undefined where there is no such list.
 * https://hydra.cc/docs/advanced/defaults_list/
 */
export function hydraDefaults(
  root: ConfigNode,
  parent: readonly string[] = [],
): readonly DefaultsEntry[] | undefined {
  const list =
    root.kind === "map" ? root.entries.findLast(({ key }) => key === "defaults")?.value : undefined;
  if (list?.kind !== "list") return undefined;
  const entries = list.items.flatMap(({ value }) => entriesOf(value, parent));
  return entries.includes("self") ? entries : [...entries, "self"];
}

function entriesOf(item: ConfigNode, parent: readonly string[]): readonly DefaultsEntry[] {
  if (item.kind === "scalar")
    return item.text === "_self_" ? ["self"] : configEntry(item.text, item.span, parent);
  if (item.kind !== "map") return [];
  return item.entries.flatMap(({ key, keySpan, value }) => groupEntries(key, value, keySpan, parent));
}

/** `- ref`, `- /base/model@model`: a config without a choice. */
function configEntry(text: string, span: Span, parent: readonly string[]): readonly DefaultsEntry[] {
  const [name = "", target] = text.replace(/^optional\s+/, "").split("@");
  const group = name.replace(/^\//, "").split("/").slice(0, -1);
  return [entry(name, group, target, span, parent, text.startsWith("optional "))];
}

/** `- optim: fsdp`, `- optional /engine@actor.engine: [a, b]`: an option of a group, or several. */
function groupEntries(
  key: string,
  value: ConfigNode,
  keySpan: Span,
  parent: readonly string[],
): readonly DefaultsEntry[] {
  const words = key.trim().split(/\s+/);
  const [group = "", target] = (words.at(-1) ?? "").split("@");
  // An override changes a choice that another entry makes; Hydra's own groups set nothing of the run.
  if (words.includes("override") || group.replace(/^\//, "").startsWith("hydra/")) return [];
  const segments = group.replace(/^\//, "").split("/");
  const options = value.kind === "list" ? value.items.map((item) => item.value) : [value];
  return options.flatMap((option): readonly DefaultsEntry[] => {
    if (option.kind !== "scalar" || /^(?:|~|null|Null|NULL)$/.test(option.text)) return [];
    const span = option.span.start < option.span.end ? option.span : keySpan;
    if (option.text === "???" || option.text.includes("${")) {
      const open = `the choice of \`${group}\` is made when the run starts`;
      return [{ open, mount: mountOf(segments, target, parent), span }];
    }
    return [entry(`${group}/${option.text}`, segments, target, span, parent, words.includes("optional"))];
  });
}

function entry(
  name: string,
  group: readonly string[],
  target: string | undefined,
  span: Span,
  parent: readonly string[],
  optional: boolean,
): HydraDefault {
  const file = name.replace(/^\//, "");
  return {
    path: /\.ya?ml$/.test(file) ? file : `${file}.yaml`,
    absolute: name.startsWith("/"),
    mount: mountOf(group, target, parent),
    explicit: target !== undefined,
    optional,
    span,
  };
}

/** Where a config is placed: `@package` words count from the parent, `_global_` from the root, else its group decides. */
function mountOf(
  group: readonly string[],
  target: string | undefined,
  parent: readonly string[],
): readonly string[] {
  if (target === undefined) return [...parent, ...group];
  return packagePath(target, group, parent);
}

/** The key path of a package as Hydra writes it: `a.b`, `_global_`, `_here_`, `_group_`. */
export function packagePath(
  text: string,
  group: readonly string[],
  parent: readonly string[],
): readonly string[] {
  const [first = "", ...rest] = text.split(".").filter((segment) => segment !== "");
  if (first === "_global_") return rest;
  if (first === "_here_") return [...parent, ...rest];
  if (first === "_group_") return [...group, ...rest];
  return first === "" ? parent : [...parent, first, ...rest];
}

/** The package that a file gives itself in its head: `# @package _global_`. */
export function packageHeader(text: string): string | undefined {
  return /^#\s*@package\s+([\w.]+)\s*$/m.exec(text.slice(0, 2000))?.[1];
}
