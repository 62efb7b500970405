import type { Declarations } from "./declarations.ts";

/** Declarations of two places: the nearer ones win, as a comment does over a project file; of measurements all count. */
export function declaredOver(nearer: Declarations, farther: Declarations | undefined): Declarations {
  if (farther === undefined) return nearer;
  return {
    ...nearer,
    declared: new Map([...farther.declared, ...nearer.declared]),
    measured: [...nearer.measured, ...farther.measured],
  };
}
