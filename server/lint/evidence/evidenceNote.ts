import type { EvidenceGrade } from "./Evidence.ts";
import { STABILITY } from "./stability.ts";

const GRADES: Readonly<Record<EvidenceGrade, string>> = {
  A: "grade A",
  B: "grade B",
  C: "second hand, grade C",
};

/** A statement as a sentence that names its source and grade: "… (Lee et al. 2024, second hand, grade C)." */
export function evidenceNote(name: string): string {
  const statement = STABILITY.statements[name];
  const source = statement && STABILITY.sources[statement.source];
  return source ? `${statement.says} (${source.name}, ${GRADES[statement.grade]}).` : "";
}
