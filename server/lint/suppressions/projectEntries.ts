import { type ConfigDocument, locate } from "../../config/document/ConfigDocument.ts";
import type { ListNode, MapEntry, MapNode, Span } from "../../config/document/ConfigNode.ts";
import { languageOf } from "../../config/document/languageOf.ts";
import { parseConfig } from "../../config/document/parseConfig.ts";
import type { WorkspaceFile } from "../../config/workspace/Workspace.ts";
import type { ProjectSetting } from "../project/ProjectFile.ts";
import { type SuppressionEntry, suppressionEntry } from "../project/suppressionEntry.ts";

/** An entry of `suppressions:` with its place in the project file. */
export interface ProjectEntry extends SuppressionEntry {
  readonly files: readonly ProjectSetting<string>[];
  /** Its `file` is the project file. */
  readonly span: Span;
  readonly node: MapNode;
  readonly index: number;
  readonly section: EntrySection;
}

/** The list of all entries. */
export interface EntrySection {
  readonly document: ConfigDocument;
  readonly root: MapNode;
  readonly entry: MapEntry;
  readonly list: ListNode;
}

/** The entries that are in the file itself, neither shared by an anchor nor merged. */
export function projectEntries({ path, text }: WorkspaceFile): readonly ProjectEntry[] {
  if (!text.includes("suppressions")) return [];
  const section = sectionIn(path, text);
  if (section === undefined) return [];
  const { document, list } = section;
  return list.items.flatMap(({ value: node, aliasSpan }, index): readonly ProjectEntry[] => {
    if (node.kind !== "map" || aliasSpan || document.aliased.has(node) || node.merges.length > 0) return [];
    const { files = [], ...rest } = suppressionEntry(node, document.language);
    if (files.length === 0 || rest.rules.length === 0) return [];
    const span = { ...node.span, file: path };
    return [{ files, ...rest, span, node, index, section }];
  });
}

function sectionIn(path: string, text: string): EntrySection | undefined {
  const parsed = parseConfig(text, languageOf(path, text));
  const [document, second] = parsed.ok ? parsed.documents : [];
  if (document?.root.kind !== "map" || document.nonStandardJson || second) return undefined;
  const { root } = document;
  const found = locate(root, ["suppressions"]);
  if (found?.node.kind !== "list" || found.owner !== root || found.entry === undefined) return undefined;
  if (found.entry.aliasSpan || document.aliased.has(found.node)) return undefined;
  return { document, root, entry: found.entry, list: found.node };
}
