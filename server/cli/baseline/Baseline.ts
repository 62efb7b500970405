/** Findings that are known and stay quiet, in the shape of schemas/baseline.schema.json. */
export interface BaselineFile {
  readonly version: 1;
  /** Sorted by path, rule and source. */
  readonly findings: readonly KnownFinding[];
}

/** Findings of one rule at the same text in one file. Lines are left out, so that they may move. */
export interface KnownFinding {
  /** Relative to the folder of the baseline, with `/` between the steps. */
  readonly path: string;
  readonly rule: string;
  /** The text that is underlined, spaces and line breaks as one space. */
  readonly source: string;
  readonly count: number;
}
