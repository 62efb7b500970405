import type { ConfigDocument } from "../../config/document/ConfigDocument.ts";
import type { Span } from "../../config/document/ConfigNode.ts";
import type { TextEdit } from "../edits/TextEdit.ts";
import { removedBy } from "./itemSegments.ts";
import { SEGMENT_SEPARATOR, type ValueAtPath, valuesByPath } from "./valuesByPath.ts";

/** A value that edits change although they do not touch the place where its key is written. */
export interface ChangedValue {
  /** The number of the document, then the keys. */
  readonly path: readonly string[];
  /** Where the value stood before; undefined where it is new. */
  readonly span: Span | undefined;
}

/** The values that differ although no edit touches their place, such as another use of an anchor. */
export function valuesChangedOutside(
  before: readonly ConfigDocument[],
  after: readonly ConfigDocument[],
  edits: readonly TextEdit[],
): readonly ChangedValue[] {
  const [old, now] = [valuesByPath(before, removedBy(edits)), valuesByPath(after)];
  const written = writtenBy(edits);
  const isTouched = (path: string): boolean => {
    const [was, is] = [old.get(path), now.get(path)];
    if (was?.place) return edits.some(({ span }) => overlaps(was, was.place, span) || isRenamed(was, span));
    return (
      is?.place !== undefined && written.some((span) => overlaps(is, is.place, span) || isRenamed(is, span))
    );
  };
  const different = [...new Set([...old.keys(), ...now.keys()])].filter(
    (path) => old.get(path)?.content !== now.get(path)?.content,
  );
  const touched = different.filter(isTouched);
  return different
    .filter((path) => !touched.some((one) => one === path || isAbove(path, one) || isAbove(one, path)))
    .map((path) => ({ path: path.split(SEGMENT_SEPARATOR), span: old.get(path)?.span }));
}

/** A map that has become empty, or is no longer empty, is above what was removed or added. */
function isAbove(above: string, path: string): boolean {
  return path.startsWith(`${above}${SEGMENT_SEPARATOR}`);
}

/** Where the new texts are after the edits. */
function writtenBy(edits: readonly TextEdit[]): readonly Span[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)
    .map(({ span, newText }) => {
      const start = span.start + shift;
      shift += newText.length - (span.end - span.start);
      return { start, end: start + newText.length };
    });
}

/** Whether an edit writes one of the keys above a value again. */
function isRenamed({ above }: ValueAtPath, edit: Span): boolean {
  for (let key = above; key !== undefined; key = key.above)
    if (edit.start < key.span.end && key.span.start < edit.end) return true;
  return false;
}

/** Whether an edit overlaps a place. An edit next to it does not, unless it writes the value there. */
function overlaps({ content, span }: ValueAtPath, place: Span | undefined, edit: Span): boolean {
  if (place === undefined) return false;
  if (edit.start < place.end && place.start < edit.end) return true;
  const isEmpty = span.start === span.end && content.trim() !== "";
  return isEmpty && edit.start <= span.end && span.start <= edit.end;
}
