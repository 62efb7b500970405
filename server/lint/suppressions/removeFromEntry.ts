import { locate } from "../../config/document/ConfigDocument.ts";
import type { Setting } from "../../config/project/ProjectFile.ts";
import { removeEntry } from "../edits/removeEntry.ts";
import { removeItem } from "../edits/removeItem.ts";
import type { TextEdit } from "../edits/TextEdit.ts";
import type { ProjectEntry } from "./projectEntries.ts";

/**
 * Takes one value out of a list of an entry, or the whole entry where all of them go. Undefined where something would be
 * lost with it.
 */
export function removeFromEntry(
  entry: ProjectEntry,
  key: "files" | "rules",
  removed: readonly Setting<string>[],
): TextEdit | undefined {
  const { text } = entry.section.document;
  const node = locate(entry.node, [key])?.node;
  if (node?.kind !== "list") return undefined;
  const [one, ...others] = removed;
  if (node.items.length === removed.length) return wholeEntry(entry);
  if (one === undefined || others.length > 0) return undefined;
  return removeItem(
    text,
    node,
    node.items.findIndex(({ value }) => value.span.start === one.at.start),
  );
}

function wholeEntry({ index, section: { document, root, entry, list } }: ProjectEntry): TextEdit | undefined {
  if (list.items.length > 1) return removeItem(document.text, list, index);
  return removeEntry(document.text, root, entry) ?? { span: list.span, newText: "[]" };
}
