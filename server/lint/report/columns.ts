import type { Style } from "./textReport.ts";

/** Indented columns as wide as their widest cell; the last one runs on, and is faint. Empty columns are left out. */
export function columns(rows: readonly (readonly string[])[], style: Style): readonly string[] {
  const count = rows[0]?.length ?? 0;
  const widths = Array.from({ length: count - 1 }, (_, i) =>
    Math.max(...rows.map((row) => (row[i] ?? "").length)),
  );
  return rows.map((row) => {
    const cells = widths.flatMap((width, i) => (width === 0 ? [] : [(row[i] ?? "").padEnd(width)]));
    return `  ${[...cells, style.faint(row.at(-1) ?? "")].join("  ")}`.trimEnd();
  });
}
