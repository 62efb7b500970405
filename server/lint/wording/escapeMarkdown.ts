/**
 * Text from a file or a derivation as one line of Markdown that shows it literally. Back ticks stay: derivations use them
 * to mark keys. What would become emphasis, a link, an image, HTML, a table cell, a heading or a list does not.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s*[\r\n]+\s*/g, " ")
    .split(/(`[^`]*`)/)
    .map((part, i) =>
      i % 2 === 1 ? part.replaceAll("|", "\\|") : part.replace(/[\\*_[\]|<>~]|^[#+]/g, "\\$&"),
    )
    .join("");
}
