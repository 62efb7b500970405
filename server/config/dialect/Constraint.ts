import type { KeyFile, Word } from "./Dialect.ts";

/** What a framework does with settings that it does not run as written. */
export type Outcome =
  | "stops at start"
  | "stops later"
  | "ignored"
  | "changed in silence"
  | "wrong result"
  | "slow";

/** A number, or the name of the key that holds it; of `version:PACKAGE` a version. */
export type Operand = number | string;

export type ValueType = "integer" | "number" | "boolean" | "text" | "map" | "list";

/** What is asked of one value; all of the fields have to hold. What cannot be decided is neither true nor false. */
export interface TestFile {
  /** One of these words; null is "absent, or set to null". */
  readonly in?: readonly Word[];
  /** None of these words, or a test that does not hold. */
  readonly not?: readonly Word[] | TestFile;
  /** Whether the file writes the key itself, whatever its default. */
  readonly stated?: boolean;
  /** A number without a fraction is an integer; a null has no type. */
  readonly type?: ValueType | readonly ValueType[];
  /** Comparisons are decided for numbers alone. */
  readonly above?: Operand;
  readonly below?: Operand;
  readonly atLeast?: Operand;
  readonly atMost?: Operand;
  readonly multipleOf?: Operand;
  /** The other fields ask for the number times these, and divided by these: a width on one of several GPUs. */
  readonly times?: readonly Operand[];
  readonly dividedBy?: readonly Operand[];
  /** The same word as another key, or another one. */
  readonly equals?: string;
  readonly differs?: string;
  /** A regular expression that a text matches somewhere, in any case. */
  readonly matches?: string;
  /** A regular expression for the value as the file writes it: 6 and 6.0 are the same number, and not for each reader. */
  readonly spelled?: string;
  /** A list, or text with commas or spaces, that has one of these words. */
  readonly contains?: readonly string[];
}

/** `"*"`: any value but null. */
export type Test = readonly Word[] | "*" | TestFile;

/**
 * Per key the test of its value. Names with a colon are outside of the key table: see `seeConfig`. `anyOf`: one of these
 * conditions holds; `noneOf`: none of them does.
 */
export interface ConstraintCondition {
  readonly anyOf?: readonly ConstraintCondition[];
  readonly noneOf?: readonly ConstraintCondition[];
  readonly [key: string]: Test | readonly ConstraintCondition[] | undefined;
}

/** One scheme that an engine takes, in its table of all of them. */
export interface AcceptedFile {
  /** As messages name it: `INT8 weights by channel`. */
  readonly name: string;
  readonly when: ConstraintCondition;
  /** What makes a neighbour of it such a scheme: keys to set. */
  readonly resolve?: Readonly<Record<string, Word>>;
}

/** A block of a config whose keys are all known. With `what: "ignored"` it drops the others, else it refuses them. */
export interface UnknownKeysFile {
  /** Path of the block; "" is the whole config, `*` stands for any one key. */
  readonly below: string;
  readonly known: readonly string[];
  /** Values with which an unknown key is none: `auto`. */
  readonly exempt?: readonly Word[];
  /** Only keys that are spelled much like a known one. */
  readonly alike?: true;
}

/** Settings that a framework, or an engine below it, refuses, ignores or changes. Schema: schemas/constraints.schema.json. */
export interface ConstraintFile {
  /** Stable: `megatron-fp8-needs-16-bit`. */
  readonly id: string;
  readonly when?: ConstraintCondition;
  /**
   * All that is accepted, the usual first: the constraint is met where none of these hold, and all are decided. The
   * message names the one that is met furthest in the order of its tests, and the finding stands at the first key that
   * differs from it and is written.
   */
  readonly accepts?: readonly AcceptedFile[];
  /** Instead of, or beside, a condition on values: names of keys. */
  readonly unknownKeys?: UnknownKeysFile;
  /**
   * Where the finding stands, of several keys at the first that the file writes; else, and where it writes none, at the
   * first key of `when` that it writes.
   */
  readonly key?: string | readonly string[];
  readonly what: Outcome;
  /** A sentence without its full stop; `{key}` inserts a value. */
  readonly because: string;
  /** `path:line`, with `owner/repository@commit` before it where that is not the file's own. */
  readonly source: string;
  /** The first release that does so, and the first that no longer does. */
  readonly since?: string;
  readonly until?: string;
  /** Whose releases these are; by default the file's own package. */
  readonly package?: string;
  /** The engine that does so, where the file does not say whether it serves the model: `vLLM`. The message begins with it. */
  readonly serving?: string;
  /** Ways out that the framework accepts, the preferred first: keys to set. */
  readonly resolve: readonly Readonly<Record<string, Word>>[];
  /** True where it is two settings that exclude each other, so that one of them has to go. */
  readonly exclusive?: true;
  /** Instead of the severity that follows from `what`, and why. */
  readonly severity?: {
    readonly level: "error" | "warning" | "information" | "hint";
    readonly because: string;
    /** As severe where the release is not known, which else makes it one step less. */
    readonly unlowered?: true;
  };
}

/** A key of an engine: where a dialect has no key of that name, it reads this one. */
export interface EngineKeyFile extends Omit<KeyFile, "paths"> {
  /** By default the key's own name. */
  readonly paths?: readonly string[];
}

/** What one framework or engine refuses, ignores or changes. */
export interface ConstraintsFile {
  /** Name of the file: an engine, or the id of a dialect. */
  readonly id: string;
  /** For messages and docs/launch-checks.md. */
  readonly name: string;
  /** Repository and commit at which the constraints were read. */
  readonly source: string;
  /** The package, as package indexes name it, and its version at that commit. */
  readonly package?: string;
  readonly version?: string;
  readonly keys: Readonly<Record<string, EngineKeyFile>>;
  readonly constraints: readonly ConstraintFile[];
}
