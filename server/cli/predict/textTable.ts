import type { Style } from "../../lint/report/Style.ts";

const WIDTH = 80;

/** Rows in columns of one width each, below titles that may take several lines. */
export function textTable(
  titles: readonly (readonly string[])[],
  rows: readonly (readonly string[])[],
  style: Style,
): readonly string[] {
  const columns = titles[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (_, i) =>
    Math.max(...[...titles, ...rows].map((row) => (row[i] ?? "").length)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd();
  return [...titles.map((cells) => style.strong(line(cells))), ...rows.map(line)];
}

/** Text in lines of at most 80 characters, all but the first indented as well. */
export function wrapped(text: string, indent: string): string {
  const lines = text.split(" ").reduce<string[]>((before, word) => {
    const last = before.at(-1);
    if (last === undefined) return [`${indent}${word}`];
    if (`${last} ${word}`.length <= WIDTH) before[before.length - 1] = `${last} ${word}`;
    else before.push(`${indent}  ${word}`);
    return before;
  }, []);
  return lines.join("\n");
}
