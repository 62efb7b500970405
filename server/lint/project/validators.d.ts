/** The build puts the schema's validator, compiled by ajv, in the place of such an import. */
declare module "*.schema.json?validator" {
  type Failure = import("./SchemaFailure.ts").SchemaFailure;

  /** Whether a value has the shape that the schema describes; `errors` says why the last one had not. */
  const validate: { (value: unknown): boolean; readonly errors?: readonly Failure[] | null };
  export default validate;
}
