import type { ConfigDocument } from "../../config/document/ConfigDocument.ts";
import type { ConfigNode, ListNode, MapNode } from "../../config/document/ConfigNode.ts";
import { insertEntries } from "./insertEntries.ts";
import { endOfLine, lineBreakOf, startOfLine } from "./lines.ts";
import { scalarText } from "./scalarText.ts";
import type { TextEdit } from "./TextEdit.ts";

/**
 * The edits that add a name to the list at `key` of a map, or write such a list where the map has none. Undefined where
 * something else is there, or where the list or the map is in other places too.
 */
export function addToList(
  document: ConfigDocument,
  map: MapNode,
  key: string,
  name: string,
): readonly TextEdit[] | undefined {
  if (document.aliased.has(map)) return undefined;
  const entry = map.entries.findLast((one) => one.key === key);
  const text = scalarText(name, document.language);
  if (entry === undefined) return insertEntries(document, map, new Map([[key, `[${text}]`]]));
  const { value, aliasSpan } = entry;
  if (aliasSpan || document.aliased.has(value)) return undefined;
  if (value.kind === "list") return appended(document, value, text);
  if (!isNull(value)) return undefined;
  const space = /\s/.test(document.text[value.span.start - 1] ?? "") ? "" : " ";
  return [{ span: value.span, newText: `${space}[${text}]` }];
}

function isNull(node: ConfigNode): boolean {
  return node.kind === "scalar" && node.style === "plain" && /^(?:|~|null)$/i.test(node.text);
}

function appended(document: ConfigDocument, list: ListNode, text: string): readonly TextEdit[] | undefined {
  const last = list.items.at(-1);
  if (last === undefined) {
    const start = list.span.start + 1;
    return list.flow ? [{ span: { start, end: start }, newText: text }] : undefined;
  }
  const { start, end } = last.aliasSpan ?? last.value.span;
  if (list.flow) return [{ span: { start: end, end }, newText: `, ${text}` }];
  const dash = document.text.slice(startOfLine(document.text, start), start);
  // A value that ends its own line, as `|` does, or a list inside a list has no line to repeat.
  if (dash.trim() !== "-" || document.text[end - 1] === "\n") return undefined;
  const place = endOfLine(document.text, end);
  return [{ span: { start: place, end: place }, newText: `${lineBreakOf(document.text)}${dash}${text}` }];
}
