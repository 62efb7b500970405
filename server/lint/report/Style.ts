import type { Severity } from "../Severity.ts";

/** How to make words stand out: terminal colours and links, or nothing. */
export interface Style {
  severity(severity: Severity, text: string): string;
  strong(text: string): string;
  faint(text: string): string;
  /** The text as a link to a URI. */
  link(text: string, target: string): string;
}

export const PLAIN: Style = {
  severity: (_, text) => text,
  strong: (text) => text,
  faint: (text) => text,
  link: (text) => text,
};

/** The URI of a rule's page, where there is one to open. */
export type RuleUri = (rule: string) => string | undefined;

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
