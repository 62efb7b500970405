import type { Assessment } from "./Assessment.ts";

/**
 * The run at an offset of a file with several documents: the one that holds it, else the last one before it (a comment
 * behind a document belongs to that), else the first. Undefined where the file describes no run.
 */
export function assessmentAt(
  { assessments }: { readonly assessments: readonly Assessment[] },
  offset: number,
): Assessment | undefined {
  const starts = assessments.filter(({ config }) => config.document.root.span.start <= offset);
  return starts.at(-1) ?? assessments[0];
}
