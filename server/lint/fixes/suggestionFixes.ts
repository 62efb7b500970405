import type { Span } from "../../config/document/ConfigNode.ts";
import type { Fix } from "../Finding.ts";

/** Fixes that write one of the suggestions in place of a misspelt word, the likeliest first. */
export function suggestionFixes({ start, end }: Span, suggestions: readonly string[]): readonly Fix[] {
  return suggestions.map((suggestion, i) => ({
    title: `Change to \`${suggestion}\``,
    edits: [{ span: { start, end }, newText: suggestion }],
    safe: true,
    preferred: i === 0,
  }));
}
