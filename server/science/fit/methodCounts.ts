import { methodClass } from "../measurements/methodClass.ts";
import type { RunRow } from "./RunRow.ts";

/** Rows by what their method does: "gptq 20, rtn 12, none of the classes 4", the most frequent first. */
export function methodCounts(rows: readonly RunRow[]): { readonly classes: number; readonly text: string } {
  const counts = new Map<string, number>();
  for (const { method } of rows) {
    if (method === undefined) continue;
    const name = methodClass(method) ?? "none of the classes";
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a);
  return { classes: counts.size, text: sorted.map(([name, count]) => `${name} ${count}`).join(", ") };
}

/** A warning if rows are of methods that lose differently, which the form does not distinguish. */
export function severalMethods(rows: readonly RunRow[]): readonly string[] {
  const { classes, text } = methodCounts(rows);
  if (classes < 2) return [];
  return [
    `The rows are of several methods, which the form does not tell apart: ${text}. Keep one with --method, or fit --law ptq.`,
  ];
}
