/** One reason why a value does not have the shape that a schema asks for, as ajv reports it. */
export interface SchemaFailure {
  /** JSON pointer to the value: `/constants/A`. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}

/** Why a law file of a workspace is not used, where the mistake is, and what to do. */
export interface LawFileProblem {
  /** The file, below the workspace's root. */
  readonly path: string;
  /** From 1; undefined where the file could not be read at all. */
  readonly line?: number;
  /** From 1, in UTF-16 code units. */
  readonly column?: number;
  readonly message: string;
}

/** `.bitlaw/laws/own.json:3:11: …`, with the file as a person names it. */
export function lawProblemText({ path, line, column, message }: LawFileProblem): string {
  return line === undefined ? `${path}: ${message}` : `${path}:${line}:${column}: ${message}`;
}
