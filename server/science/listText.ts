/** "a", "a or b", "a, b or c": words in British English, which puts no comma before the last. */
export function listText(words: readonly string[], last: "and" | "or" = "and"): string {
  const type = last === "and" ? "conjunction" : "disjunction";
  return new Intl.ListFormat("en-GB", { type }).format(words);
}

/** "a, b, c and 4 more" where there are more words than `most`; all of them with commas where there are not. */
export function shortList(words: readonly string[], most: number): string {
  const shown = words.slice(0, most);
  const more = words.length - shown.length;
  return more > 0 ? listText([...shown, `${more} more`]) : shown.join(", ");
}
