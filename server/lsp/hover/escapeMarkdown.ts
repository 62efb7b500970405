/**
 * Text from a file or a derivation as Markdown that shows it literally. Back ticks stay: derivations use them to mark
 * keys. What would become a link, an image, HTML or a table cell does not.
 */
export function escapeMarkdown(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, i) =>
      i % 2 === 1 ? part.replaceAll("|", "\\|") : part.replace(/[\\*_{}[\]()#+!|<>~]/g, "\\$&"),
    )
    .join("");
}
