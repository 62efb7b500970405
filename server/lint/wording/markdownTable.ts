/** A Markdown table. Columns after the first whose cells are all empty or a dash are left out. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const isEmpty = (cell: string | undefined) =>
    cell === undefined || /^(?:—|\*\*—\*\*|\*\*\*\*|)$/.test(cell);
  const kept = head.map((_, i) => i === 0 || !rows.every((row) => isEmpty(row[i])));
  const line = (cells: readonly string[]) => `| ${cells.filter((_, i) => kept[i]).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
