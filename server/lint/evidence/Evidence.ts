/** A. Measured data that were read. B. The source's own words. C. Second hand: informs a text, never a threshold. */
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

/** What rules without a law rest on, as data. Schema: schemas/evidence.schema.json. */
export interface EvidenceFile {
  readonly sources: Readonly<Record<string, EvidenceSource>>;
  readonly statements: Readonly<Record<string, EvidenceStatement>>;
}
