import type { ListNode, MapEntry, MapNode, Span } from "../../config/document/ConfigNode.ts";
import { disjointEdits } from "./disjointEdits.ts";
import { endOfEntry, endOfLine, startOfLine } from "./lines.ts";
import type { TextEdit } from "./TextEdit.ts";

/**
 * Removes an entry of a map: between braces with a neighbouring comma, else with its lines; a comment behind it stays,
 * on a line of its own. Undefined where the entry is the only one of its map, where another entry is on its line, and
 * between braces next to a comment: what would be left is not the same map.
 */
export function removeEntry(text: string, map: MapNode, entry: MapEntry): TextEdit | undefined {
  return removeEntries(text, map, [entry])?.[0];
}

/** Removes some entries of a map, in its order, as `removeEntry` does. Undefined where that removes one of them not. */
export function removeEntries(
  text: string,
  map: MapNode,
  entries: readonly MapEntry[],
): readonly TextEdit[] | undefined {
  if (map.entries.length + map.merges.length <= entries.length) return undefined;
  const spans = map.flow
    ? runsOf(map.entries, entries).map(([first, last]) =>
        betweenCommas(text, map.entries.map(spanOf), first, last),
      )
    : entries.map((entry) => withItsLines(text, map, entry));
  const edits = spans.flatMap((span) => (span ? [{ span, newText: "" }] : []));
  return edits.length === spans.length ? disjointEdits(edits) : undefined;
}

function spanOf(entry: MapEntry): Span {
  return { start: entry.keySpan.start, end: endOfEntry(entry) };
}

/** The first and last place of each run of neighbours. */
function runsOf<T>(all: readonly T[], some: readonly T[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const place of some.map((one) => all.indexOf(one))) {
    const last = runs.at(-1);
    if (last && place === last[1] + 1) last[1] = place;
    else runs.push([place, place]);
  }
  return runs;
}

function withItsLines(text: string, map: MapNode, entry: MapEntry): Span | undefined {
  const start = entry.keySpan.start;
  const end = endOfEntry(entry);
  const lineStart = startOfLine(text, start);
  const next = map.entries.find(({ keySpan }) => keySpan.start >= end);
  if (text.slice(lineStart, start).trim() !== "") return next && { start, end: next.keySpan.start };
  if (text[end - 1] === "\n") return { start: lineStart, end };
  const comment = text.slice(end, endOfLine(text, end)).indexOf("#");
  if (comment >= 0) return { start, end: end + comment };
  const newline = text.indexOf("\n", end);
  if (newline >= 0) return { start: lineStart, end: newline + 1 };
  const before = endOfLine(text, Math.max(0, startOfLine(text, Math.max(0, lineStart - 1))));
  return { start: Math.min(before, lineStart), end: text.length };
}

/**
 * Removes an item of a list: between brackets with a neighbouring comma, else with its lines. Undefined for the only
 * item, and for an item next to a comment or other text that would be lost.
 */
export function removeItem(text: string, list: ListNode, index: number): TextEdit | undefined {
  const spans = list.items.map(({ value, aliasSpan }) => aliasSpan ?? value.span);
  if (spans.length < 2) return undefined;
  const span = list.flow ? betweenCommas(text, spans, index, index) : withLines(text, spans[index]);
  return span && { span, newText: "" };
}

/** The items from the first place to the last, with the comma behind them, or before them where nothing follows. */
function betweenCommas(text: string, spans: readonly Span[], first: number, last: number): Span | undefined {
  const [before, start, end, next] = [spans[first - 1], spans[first], spans[last], spans[last + 1]];
  const commas = spans.slice(next ? first : first - 1, next ? last + 2 : last + 1);
  const clean = commas.every(({ end: from }, i) => {
    const following = commas[i + 1];
    return following === undefined || /^\s*,\s*$/.test(text.slice(from, following.start));
  });
  if (!start || !end || !(before || next) || !clean) return undefined;
  return next ? { start: start.start, end: next.start } : before && { start: before.end, end: end.end };
}

function withLines(text: string, span: Span | undefined): Span | undefined {
  if (span === undefined) return undefined;
  const start = startOfLine(text, span.start);
  // Some values end behind their line break.
  const last = span.start + text.slice(span.start, span.end).trimEnd().length;
  const end = endOfLine(text, last);
  const isAlone =
    /^[ \t]*-[ \t]+$/.test(text.slice(start, span.start)) && text.slice(last, end).trim() === "";
  if (!isAlone) return undefined;
  const newline = text.indexOf("\n", end);
  if (newline >= 0) return { start, end: newline + 1 };
  return { start: endOfLine(text, Math.max(0, start - 1)), end: text.length };
}
