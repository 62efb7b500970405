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

/** A message where Markdown is not rendered: without the back ticks that mark keys and values. */
export function plainMessage(message: string): string {
  return message.replaceAll("`", "");
}

/** A Markdown table. Columns after the first whose cells are all empty or a dash are left out, unless they are to be kept. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  empty: "kept" | "left out" = "left out",
): string {
  const isEmpty = (cell: string | undefined) =>
    cell === undefined || /^(?:—|\*\*—\*\*|\*\*\*\*|)$/.test(cell);
  const kept = head.map((_, i) => empty === "kept" || i === 0 || !rows.every((row) => isEmpty(row[i])));
  const line = (cells: readonly string[]) => `| ${cells.filter((_, i) => kept[i]).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
