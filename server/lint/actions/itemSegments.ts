import type { ListItem, Span } from "../../config/document/ConfigNode.ts";
import type { TextEdit } from "../edits/TextEdit.ts";

/** Whether what is at a place is taken out of the text. */
export type IsRemoved = (place: Span) => boolean;

/** Nothing is. */
export const NOTHING_REMOVED: IsRemoved = () => false;

/** Whether edits take out what is at a place, without anything in its stead. */
export function removedBy(edits: readonly TextEdit[]): IsRemoved {
  const removals = edits.filter(({ newText }) => newText.trim() === "");
  return (place) => removals.some(({ span }) => span.start <= place.start && place.end <= span.end);
}

/** The step of a path to each item of a list: the number that it has once the removed ones are gone. */
export function itemSegments(items: readonly ListItem[], isRemoved: IsRemoved): readonly string[] {
  let removed = 0;
  return items.map((item, i) => (isRemoved(placeOfItem(item)) ? `removed ${removed++}` : `${i - removed}`));
}

/** Where an item stands: for an alias, its own place, not that of the anchor. */
export function placeOfItem({ value, aliasSpan }: ListItem): Span {
  return aliasSpan ?? value.span;
}
