import type { SchemaFailure } from "./SchemaFailure.ts";

/** Names of what a schema describes, for messages. */
export interface SchemaWords {
  /** What a failure without a path is about: "The law file". */
  readonly whole: string;
  /** Types with words of their own, by their name in JSON Schema: "object" is "a map of keys and values". */
  readonly types?: Readonly<Record<string, string>>;
}

/** A schema failure as a sentence for a person: which value it is, what is wrong with it and what to do. */
export function schemaFailureText(failure: SchemaFailure, words: SchemaWords): string {
  return `${valueName(segmentsTo(failure), words)} ${complaint(failure, words)}.`;
}

/** The keys and indexes that lead to the value, from its JSON pointer. */
export function segmentsTo({ instancePath }: SchemaFailure): readonly string[] {
  return instancePath
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** The value at the start of a sentence: `constants.A` in backticks, or "The law file". */
export function valueName(segments: readonly string[], { whole }: SchemaWords): string {
  return segments.length === 0 ? whole : `\`${segments.join(".")}\``;
}

function complaint({ keyword, params, message }: SchemaFailure, { types = {} }: SchemaWords): string {
  switch (keyword) {
    case "required":
      return `lacks \`${params["missingProperty"]}\`: add it`;
    case "additionalProperties":
      return `has no field \`${params["additionalProperty"]}\`: remove it, or correct its name`;
    case "enum":
      return `must be one of ${listed(params["allowedValues"])}`;
    case "type":
      return `must be ${types[String(params["type"])] ?? `of the type ${params["type"]}`}`;
    case "pattern":
      return params["pattern"] === "\\S" ? "must not be empty" : `must match ${params["pattern"]}`;
    case "minimum":
      return `must be at least ${params["limit"]}`;
    case "maximum":
      return `must be at most ${params["limit"]}`;
    case "minItems":
      return params["limit"] === 1 ? "must name at least one" : `must have at least ${params["limit"]} items`;
    default:
      return message ?? "is not as its schema asks";
  }
}

function listed(values: unknown): string {
  return Array.isArray(values) ? values.map((value) => JSON.stringify(value)).join(", ") : "the known values";
}
