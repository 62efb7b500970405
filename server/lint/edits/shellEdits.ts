import type { ConfigDocument } from "../../config/document/ConfigDocument.ts";
import type { MapEntry, MapNode, Span } from "../../config/document/ConfigNode.ts";
import type { NewEntries } from "./insertEntries.ts";
import { endOfEntry, endOfLine, lineBreakOf, startOfLine } from "./lines.ts";
import { pathTo } from "./pathTo.ts";
import type { TextEdit } from "./TextEdit.ts";

/**
 * Adds arguments to a command: behind `after`, else behind its last argument that is written out. An argument alone on
 * its line gets new lines like its own. Empty where the command has no argument to stand behind.
 */
export function insertIntoCommand(
  document: ConfigDocument,
  map: MapNode,
  entries: NewEntries,
  after?: MapEntry,
): readonly TextEdit[] {
  const { text, root, command } = document;
  const sibling = after ?? lastWritten(map) ?? (root.kind === "map" ? lastWritten(root) : undefined);
  const path = pathTo(root, map);
  if (sibling === undefined || path === undefined || command === undefined) return [];
  const words = argumentsOf(entries, path, command.form);
  if (words.length === 0) return [];
  const { start, end } = wordsOf(text, sibling);
  const eol = lineBreakOf(text);
  const before = text.slice(startOfLine(text, start), start);
  const behind = text.slice(end, endOfLine(text, end));
  const isAlone = /^[ \t]+$/.test(before) && /^[ \t]*\\?$/.test(behind);
  // The last line of a command ends it: the line before needs a backslash, as the lines above have.
  const continues = behind.trim() === "\\" || !isContinued(text, start);
  const newText =
    isAlone && continues
      ? words.map((word) => `${behind}${eol}${before}${word}`).join("")
      : words.map((word) => ` ${word}`).join("");
  return [{ span: { start: end, end }, newText }];
}

/** Removes an argument with its value; undefined where the two are in different places. */
export function removeFromCommand(text: string, entry: MapEntry): TextEdit | undefined {
  const { start, end } = wordsOf(text, entry);
  if (end < start || entry.keySpan.end > end) return undefined;
  if (
    !/^(?:[ \t]+|=|[ \t]*\\\r?\n[ \t]*|)["']?(?:\$\{[^}]*\}|[^\s"']*)["']?$/.test(
      text.slice(entry.keySpan.end, end),
    )
  )
    return undefined;
  const lineStart = startOfLine(text, start);
  const lineEnd = endOfLine(text, end);
  const isAlone = text.slice(lineStart, start).trim() === "";
  const behind = text.slice(end, lineEnd).trim();
  const next = text.indexOf("\n", lineEnd);
  if (isAlone && next >= 0 && (behind === "\\" || (behind === "" && !isContinued(text, start))))
    return { span: { start: lineStart, end: next + 1 }, newText: "" };
  if (isAlone && behind !== "") {
    const blanks = /^[ \t]*/.exec(text.slice(end, lineEnd))?.[0].length ?? 0;
    return { span: { start, end: end + blanks }, newText: "" };
  }
  // The blanks before go as well, with the backslash that leads to a last line.
  const led = /(?:[ \t]*\\\r?\n)?[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  return { span: { start: start - led, end }, newText: "" };
}

/** Whether an argument is a word alone, such as `--bf16`. */
export function isSwitch({ keySpan, value, aliasSpan }: MapEntry): boolean {
  return aliasSpan === undefined && value.span.start === keySpan.start && value.span.end === keySpan.end;
}

/** Whether the line before the one at `offset` ends in a backslash. */
function isContinued(text: string, offset: number): boolean {
  const start = startOfLine(text, offset);
  return /\\\r?\n$/.test(text.slice(0, start));
}

/** An argument and its value, with the quotes around them. */
function wordsOf(text: string, entry: MapEntry): Span {
  const { start } = entry.keySpan;
  const end = endOfEntry(entry);
  const quote = text[start - 1] ?? "";
  if (/["']/.test(quote) && text[end] === quote) return { ...entry.keySpan, start: start - 1, end: end + 1 };
  const closing = text[end] ?? "";
  const opened = text.slice(entry.keySpan.end, end);
  const isValueQuoted = /["']/.test(closing) && opened.includes(closing);
  return { ...entry.keySpan, start, end: isValueQuoted ? end + 1 : end };
}

function lastWritten(map: MapNode): MapEntry | undefined {
  return map.entries.findLast(
    ({ key, value, keySpan }) =>
      value.kind === "scalar" && !NO_ARGUMENTS.has(key) && keySpan.start < keySpan.end,
  );
}

/** Entries of a command's root that are no arguments with a name. */
const NO_ARGUMENTS: ReadonlySet<string> = new Set(["launcher", "command_config"]);

function argumentsOf(
  entries: NewEntries,
  path: readonly string[],
  form: NonNullable<ConfigDocument["command"]>["form"],
): readonly string[] {
  return Array.from(entries).flatMap(([key, value]) => {
    const whole = [...path, key];
    if (typeof value !== "string") return argumentsOf(value, whole, form);
    switch (form) {
      case "dashed":
        if (!key.startsWith("--") || value === "false") return [];
        return value === "true" ? [key] : [`${key} ${value}`];
      case "assignment":
        return [`${whole.join(".")}=${value}`];
      default:
        return [`--${whole.join(".")} ${value}`];
    }
  });
}
