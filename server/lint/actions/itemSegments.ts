import type { ListItem, Span } from "../../config/document/ConfigNode.ts";
import type { TextEdit } from "../edits/TextEdit.ts";

/** Whether the text at a place is removed. */
export type IsRemoved = (place: Span) => boolean;

/** Nothing is removed. */
export const NOTHING_REMOVED: IsRemoved = () => false;

/** Whether edits remove the text at a place without a replacement. */
export function removedBy(edits: readonly TextEdit[]): IsRemoved {
  const removals = edits.filter(({ newText }) => newText.trim() === "");
  return (place) => removals.some(({ span }) => span.start <= place.start && place.end <= span.end);
}

/** The path segment of each item of a list: its index after the removed items are gone. */
export function itemSegments(items: readonly ListItem[], isRemoved: IsRemoved): readonly string[] {
  let removed = 0;
  return items.map((item, i) => (isRemoved(placeOfItem(item)) ? `removed ${removed++}` : `${i - removed}`));
}

/** The place of an item: for an alias, its own place, not that of the anchor. */
export function placeOfItem({ value, aliasSpan }: ListItem): Span {
  return aliasSpan ?? value.span;
}
