import file from "../../data/evidence/stability.json" with { type: "json" };

/**
 * A: measured data that were read. B: the source's own words. C: second hand, for texts only, never for a threshold.
 */
export type EvidenceGrade = "A" | "B" | "C";

export interface EvidenceSource {
  /** For messages: authors and year, or the project. */
  readonly name: string;
  readonly title: string;
  readonly link: string;
}

export interface EvidenceStatement {
  /** One sentence without its full stop. */
  readonly says: string;
  /** Name among the sources. */
  readonly source: string;
  readonly grade: EvidenceGrade;
}

/** The published statements behind rules without a law, as data. Schema: schemas/evidence.schema.json. */
export interface EvidenceFile {
  readonly sources: Readonly<Record<string, EvidenceSource>>;
  readonly statements: Readonly<Record<string, EvidenceStatement>>;
}

const GRADES: Readonly<Record<EvidenceGrade, string>> = {
  A: "grade A",
  B: "grade B",
  C: "second hand, grade C",
};

/** A statement as a sentence that names its source and grade: "… (Lee et al. 2024, second hand, grade C)." */
export function evidenceNote(name: string): string {
  const statement = STABILITY.statements[name];
  return statement ? `${statement.says} (${evidenceSource(name)}).` : "";
}

/** Source and grade of a statement: "Lee et al. 2024, second hand, grade C"; empty where there is no such statement. */
export function evidenceSource(name: string): string {
  const statement = STABILITY.statements[name];
  const source = statement && STABILITY.sources[statement.source];
  return source ? `${source.name}, ${GRADES[statement.grade]}` : "";
}

/** What is published about the stability of training in reduced precision. */
export const STABILITY = file as EvidenceFile;
