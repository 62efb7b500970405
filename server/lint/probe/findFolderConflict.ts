import { PROBE_MANIFEST, readManifest } from "../../config/companions/ProbeManifest.ts";
import { shortList } from "../../science/listText.ts";

/** What is in the folder that siblings are to be written to. */
export interface FolderContent {
  readonly names: ReadonlySet<string>;
  /** Text of the manifest that is there. */
  readonly manifest: string | undefined;
}

export type FolderConflict =
  /** Nothing is in the way. */
  | { readonly kind: "free" }
  /** Files of an earlier probe are in the way, which may be replaced when a person says so. */
  | { readonly kind: "replaceable"; readonly names: readonly string[] }
  /** Files are in the way that are not to be replaced. */
  | { readonly kind: "foreign"; readonly because: string };

/**
 * Whether files in the folder conflict with these new files. Only files that a manifest lists were written by a probe.
 */
export function findFolderConflict(
  { names, manifest }: FolderContent,
  files: readonly string[],
): FolderConflict {
  const there = [...files, PROBE_MANIFEST].filter((name) => names.has(name));
  if (there.length === 0) return { kind: "free" };
  const listed = manifest === undefined ? new Set<string>() : listedFiles(manifest);
  if (listed === undefined)
    return {
      kind: "foreign",
      because: `\`${PROBE_MANIFEST}\` is there and is not a manifest that Bitlaw wrote`,
    };
  const foreign = there.filter((name) => name !== PROBE_MANIFEST && !listed.has(name));
  if (foreign.length > 0)
    return {
      kind: "foreign",
      because: `${shortNameList(foreign)} ${foreign.length === 1 ? "is" : "are"} there and listed in no manifest, so Bitlaw did not write ${foreign.length === 1 ? "it" : "them"}`,
    };
  return { kind: "replaceable", names: there };
}

/** Files of an earlier probe that the new one does not replace. */
export function leftoverFiles(
  { names, manifest }: FolderContent,
  files: readonly string[],
): readonly string[] {
  const listed = manifest === undefined ? undefined : listedFiles(manifest);
  return [...(listed ?? [])].filter((name) => names.has(name) && !files.includes(name));
}

/** The names of the configs that a manifest lists; undefined for a text that is no manifest of a probe. */
function listedFiles(text: string): ReadonlySet<string> | undefined {
  const manifest = readManifest(text);
  if ("problem" in manifest || manifest.config === undefined) return undefined;
  return new Set(manifest.runs.map(({ file }) => file));
}

/** A few names, and how many more there are. */
export function shortNameList(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  return shortList(quoted, 3);
}
