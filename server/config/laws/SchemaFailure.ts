/** One reason why a value does not have the shape that a schema asks for, as ajv reports it. */
export interface SchemaFailure {
  /** JSON pointer to the value: `/constants/A`. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
}
