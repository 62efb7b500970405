import { type ConfigDocument, locate } from "../../config/document/ConfigDocument.ts";
import type { ListNode, MapEntry, MapNode, Span } from "../../config/document/ConfigNode.ts";
import { languageOf } from "../../config/document/languageOf.ts";
import { parseConfig } from "../../config/document/parseConfig.ts";
import type { WorkspaceFile } from "../../config/workspace/Workspace.ts";
import type { Setting } from "../project/ProjectFile.ts";
import { isRuleName } from "../project/ruleNames.ts";
import { textOf, textsIn } from "../project/sections.ts";

/** An entry of `suppressions:` with its place in the project file. */
export interface ProjectEntry {
  /** Patterns, as they are written. */
  readonly files: readonly Setting<string>[];
  /** Names of rules that there are. */
  readonly rules: readonly Setting<string>[];
  readonly key?: string;
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

/** The entries that stand in the file itself, neither shared by an anchor nor merged. */
export function projectEntries({ path, text }: WorkspaceFile): readonly ProjectEntry[] {
  if (!text.includes("suppressions")) return [];
  const section = sectionIn(path, text);
  if (section === undefined) return [];
  const { document, list } = section;
  return list.items.flatMap(({ value: node, aliasSpan }, index): readonly ProjectEntry[] => {
    if (node.kind !== "map" || aliasSpan || document.aliased.has(node) || node.merges.length > 0) return [];
    const textsAt = (key: string) => textsIn(node, key, document.language)?.texts ?? [];
    const files = textsAt("files");
    const rules = textsAt("rules").filter(({ value }) => isRuleName(value));
    if (files.length === 0 || rules.length === 0) return [];
    const key = textOf(locate(node, ["key"])?.node, document.language)?.value;
    const span = { ...node.span, file: path };
    return [{ files, rules, ...(key === undefined ? {} : { key }), span, node, index, section }];
  });
}

function sectionIn(path: string, text: string): EntrySection | undefined {
  const parsed = parseConfig(text, languageOf(path, text));
  const [document, second] = parsed.ok ? parsed.documents : [];
  if (document?.root.kind !== "map" || document.departure || second) return undefined;
  const { root } = document;
  const found = locate(root, ["suppressions"]);
  if (found?.node.kind !== "list" || found.owner !== root || found.entry === undefined) return undefined;
  if (found.entry.aliasSpan || document.aliased.has(found.node)) return undefined;
  return { document, root, entry: found.entry, list: found.node };
}
