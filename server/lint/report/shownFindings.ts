import type { CheckedFile, CheckedFinding } from "./CheckedFile.ts";

/** The findings of a file that people are to see: those that nothing suppresses. */
export function shownFindings({ findings }: CheckedFile): readonly CheckedFinding[] {
  return findings.filter(({ suppression }) => suppression === undefined);
}
