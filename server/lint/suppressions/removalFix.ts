import { locate } from "../../config/document/ConfigDocument.ts";
import type { Setting } from "../../config/project/ProjectFile.ts";
import { removeEntry } from "../edits/removeEntry.ts";
import { removeItem } from "../edits/removeItem.ts";
import type { TextEdit } from "../edits/TextEdit.ts";
import type { Fix } from "../Finding.ts";
import type { ProjectEntry } from "./projectEntries.ts";

/**
 * The fix that takes one value out of a list of an entry, or the whole entry where all of them go. None where something
 * would be lost with it.
 */
export function removalFix(
  entry: ProjectEntry,
  key: "files" | "rules",
  removed: readonly Setting<string>[],
  safe: boolean,
): readonly Fix[] {
  const list = locate(entry.node, [key])?.node;
  const [one, ...others] = removed;
  if (list?.kind !== "list" || one === undefined) return [];
  if (list.items.length === removed.length) return fixOf("Remove this entry", wholeEntry(entry), safe);
  if (others.length > 0) return [];
  const index = list.items.findIndex(({ value }) => value.span.start === one.at.start);
  return fixOf(`Remove \`${one.value}\``, removeItem(entry.section.document.text, list, index), safe);
}

function fixOf(title: string, edit: TextEdit | undefined, safe: boolean): readonly Fix[] {
  return edit === undefined ? [] : [{ title, edits: [edit], safe, preferred: safe }];
}

function wholeEntry({ index, section: { document, root, entry, list } }: ProjectEntry): TextEdit | undefined {
  if (list.items.length > 1) return removeItem(document.text, list, index);
  const { start, end } = list.span;
  const shown = document.text.slice(start, end).trimEnd();
  return (
    removeEntry(document.text, root, entry) ?? { span: { start, end: start + shown.length }, newText: "[]" }
  );
}
