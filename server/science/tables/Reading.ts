import type { TableProblem } from "./Table.ts";

/** What was read from a table, or why it could not be. */
export type Reading<T> = { readonly value: T } | { readonly problem: TableProblem };
