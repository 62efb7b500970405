import { type ConfigDocument, locate } from "../../config/document/ConfigDocument.ts";
import type { ListNode, MapNode } from "../../config/document/ConfigNode.ts";
import { languageOf } from "../../config/document/languageOf.ts";
import { parseConfig } from "../../config/document/parseConfig.ts";
import { folderOf } from "../../config/workspace/findFile.ts";
import { addToList } from "../edits/addToList.ts";
import { insertEntries } from "../edits/insertEntries.ts";
import { endOfLine, indentAt, lineBreakOf, startOfLine } from "../edits/lines.ts";
import { scalarText } from "../edits/scalarText.ts";
import type { TextEdit } from "../edits/TextEdit.ts";
import { suppressionEntry } from "../project/suppressionEntry.ts";

/** What a new entry of a project file silences. */
export interface WantedEntry {
  /** The config, below the workspace's root. */
  readonly config: string;
  readonly rule: string;
  /** Dotted path of a key; without it, the whole file. */
  readonly key?: string;
}

/**
 * The edits of a project file that silence a rule: its name in an entry for the same place without a reason of its own,
 * or a new entry in the style of the others. Undefined where there is no room for one. Not yet tried.
 */
export function disableInProject(
  path: string,
  text: string,
  wanted: WantedEntry,
): readonly TextEdit[] | undefined {
  const language = languageOf(path, text);
  const pattern = patternOf(wanted.config, path);
  const parsed = parseConfig(text, language);
  if (!parsed.ok || parsed.documents.length > 1) return undefined;
  const [document] = parsed.documents;
  const parts = partsOf(pattern, wanted, language);
  if (document === undefined || (document.root.kind === "scalar" && document.root.text === ""))
    return language === "json" ? undefined : [newSection(text, "", parts)];
  const { root } = document;
  if (root.kind !== "map") return undefined;
  const found = locate(root, ["suppressions"]);
  if (found === undefined) {
    if (!root.flow) return [newSection(text, indentAt(text, root.entries[0]?.keySpan.start ?? 0), parts)];
    return insertEntries(document, root, new Map([["suppressions", `[${flowItem(parts)}]`]]));
  }
  const { node, entry, owner } = found;
  if (owner !== root || entry?.aliasSpan || document.aliased.has(node) || node.kind !== "list")
    return undefined;
  const same = node.items.flatMap(({ value, aliasSpan }) =>
    value.kind === "map" && !aliasSpan && isFor(document, value, pattern, wanted.key) ? [value] : [],
  )[0];
  return same ? addToList(document, same, "rules", wanted.rule) : appended(document, node, parts);
}

/** A path as a pattern of .gitignore that matches it alone, relative to the folder of the project file. */
function patternOf(config: string, projectPath: string): string {
  const folder = folderOf(projectPath);
  const relative = folder === "" ? config : config.slice(folder.length + 1);
  const escaped = relative.replace(/[\\*?[\]]/g, "\\$&").replace(/ $/, "\\ ");
  // A name alone would match in every folder, and the first of these marks is none of the path.
  return !escaped.includes("/") || /^[#!]/.test(escaped) ? `/${escaped}` : escaped;
}

/** The keys of an entry with their values, as they will be in the text. */
type Parts = readonly (readonly [string, string])[];

function partsOf(pattern: string, { rule, key }: WantedEntry, language: ConfigDocument["language"]): Parts {
  const word = (text: string) => scalarText(text, language);
  const parts: Parts = [
    ["files", `[${word(pattern)}]`],
    ["rules", `[${word(rule)}]`],
    ...(key === undefined ? [] : [["key", word(key)] as const]),
  ];
  return language === "json" ? parts.map(([name, value]) => [JSON.stringify(name), value]) : parts;
}

function flowItem(parts: Parts): string {
  return `{ ${parts.map(([name, value]) => `${name}: ${value}`).join(", ")} }`;
}

function blockItem(parts: Parts, dash: string, lineBreak: string): string {
  const indent = dash.replace("-", " ");
  return parts.map(([name, value], i) => `${i === 0 ? dash : indent}${name}: ${value}`).join(lineBreak);
}

/** A whole section behind everything else. */
function newSection(text: string, indent: string, parts: Parts): TextEdit {
  const lineBreak = lineBreakOf(text);
  const before = text === "" || text.endsWith("\n") ? "" : lineBreak;
  const item = blockItem(parts, `${indent}  - `, lineBreak);
  const newText = `${before}${indent}suppressions:${lineBreak}${item}${lineBreak}`;
  return { span: { start: text.length, end: text.length }, newText };
}

/** Whether an entry is for this place, and says nothing of why. */
function isFor(
  { language }: ConfigDocument,
  map: MapNode,
  pattern: string,
  key: string | undefined,
): boolean {
  const entry = suppressionEntry(map, language);
  const [file, ...others] = entry.files ?? [];
  return (
    others.length === 0 &&
    file?.value.replace(/^\//, "") === pattern.replace(/^\//, "") &&
    (pattern.replace(/^\//, "").includes("/") || file.value.startsWith("/")) &&
    entry.key === key &&
    entry.reason === undefined
  );
}

function appended(
  { text, language }: ConfigDocument,
  list: ListNode,
  parts: Parts,
): readonly TextEdit[] | undefined {
  const insertion = (at: number, newText: string) => [{ span: { start: at, end: at }, newText }];
  const last = list.items.at(-1);
  if (last === undefined) return list.flow ? insertion(list.span.start + 1, flowItem(parts)) : undefined;
  const { start, end } = last.aliasSpan ?? last.value.span;
  const lineBreak = lineBreakOf(text);
  const before = text.slice(startOfLine(text, start), start);
  if (list.flow) {
    const between = before.trim() === "" ? `,${lineBreak}${before}` : ", ";
    return insertion(end, `${between}${flowItem(parts)}`);
  }
  if (language === "json" || !/^[ \t]*-[ \t]+$/.test(before)) return undefined;
  const isFlow = last.value.kind === "map" && last.value.flow;
  const item = isFlow ? before + flowItem(parts) : blockItem(parts, before, lineBreak);
  if (text[end - 1] === "\n") return insertion(end, item + lineBreak);
  return insertion(endOfLine(text, end), lineBreak + item);
}
