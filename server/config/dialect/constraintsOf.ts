import { memoized } from "../../science/numerics/memoized.ts";
import type { ConstraintCondition, ConstraintFile, ConstraintsFile, Test, TestFile } from "./Constraint.ts";
import { namesIn, OPERANDS } from "./constraintHolds.ts";
import type { Condition, DialectFile, EngineFile } from "./Dialect.ts";
import { enginesOf, withEngineKeys } from "./engineKeys.ts";

/** A constraint in the names of one dialect, with the file that it comes from. */
export interface Constraint extends ConstraintFile {
  readonly file: ConstraintsFile;
}

/** What holds for a dialect: its own constraints and those of its engines, worked out when a file first needs them. */
export const constraintsOf = memoized((dialect: DialectFile): readonly Constraint[] =>
  enginesOf(dialect).flatMap(({ file, engine }) => {
    if (engine.each) return [];
    const rename = renaming(engine, dialect);
    return file.constraints.flatMap((one) => {
      const own = engine.without?.includes(one.id) ? undefined : inNamesOf(one, rename);
      return own ? [{ ...own, file }] : [];
    });
  }),
);

/** Blocks of a dialect's configs that are checked one by one, and the keys in them. */
export interface Part {
  /** Paths of the blocks; `*` stands for any one key. */
  readonly each: readonly string[];
  /** Only in a config in which this holds. */
  readonly when?: Condition;
  /** The dialect as it is within such a block: with the keys and constraints of the engine alone. */
  readonly dialect: DialectFile;
}

/** The parts of a dialect's configs that engines check one by one. */
export const partsOf = memoized((dialect: DialectFile): readonly Part[] =>
  enginesOf(dialect).flatMap(({ file, engine: { each, when, ...engine } }) => {
    if (each === undefined) return [];
    const { extends: _, ...own } = dialect;
    const part = withEngineKeys({ ...own, id: file.id, keys: {}, engines: { [file.id]: engine } });
    return [{ each, dialect: part, ...(when ? { when } : {}) }];
  }),
);

/** The constraints on the whole of a dialect's configs, and on the parts that are checked one by one. */
export function allConstraintsOf(dialect: DialectFile): readonly Constraint[] {
  return [...constraintsOf(dialect), ...partsOf(dialect).flatMap((part) => constraintsOf(part.dialect))];
}

/** The dialect's name for a key of an engine; undefined where it has none. */
type Rename = (name: string) => string | undefined;

function renaming({ keys = {} }: EngineFile, dialect: DialectFile): Rename {
  return (name) => {
    const own = keys[name] === undefined ? name : keys[name];
    // What is outside of the key table has the same name everywhere.
    if (own === null) return undefined;
    return own.includes(":") || dialect.keys[own] !== undefined ? own : undefined;
  };
}

/** A constraint with the dialect's names; undefined where the dialect lacks one of the keys that it asks for. */
function inNamesOf(one: ConstraintFile, rename: Rename): ConstraintFile | undefined {
  const { when, key, because, resolve } = one;
  if (when && !namesIn(when).every((name) => rename(name) !== undefined)) return undefined;
  const own = (name: string) => rename(name) ?? name;
  const ways = resolve.filter((way) => Object.keys(way).every((name) => rename(name) !== undefined));
  return {
    ...one,
    ...(when ? { when: renamed(when, own) } : {}),
    ...(key === undefined ? {} : { key: [key].flat().map(own) }),
    because: because.replace(PLACEHOLDER, (_, name: string) => `{${own(name)}}`),
    resolve: ways.map((way) =>
      Object.fromEntries(Object.entries(way).map(([name, word]) => [own(name), word])),
    ),
  };
}

/** `{key}` in a sentence. */
export const PLACEHOLDER = /\{([\w.:-]+)\}/g;

function renamed(
  { anyOf, noneOf, ...tests }: ConstraintCondition,
  own: (name: string) => string,
): ConstraintCondition {
  return {
    ...Object.fromEntries(
      Object.entries(tests).map(([name, test]) => [own(name), renamedTest(test as Test, own)]),
    ),
    ...(anyOf ? { anyOf: anyOf.map((one) => renamed(one, own)) } : {}),
    ...(noneOf ? { noneOf: noneOf.map((one) => renamed(one, own)) } : {}),
  };
}

function renamedTest(test: Test, own: (name: string) => string): Test {
  if (test === "*" || Array.isArray(test)) return test;
  const fields = Object.entries(test as TestFile).map(([field, value]) => {
    if (field === "not") return [field, renamedTest(value as Test, own)];
    return [
      field,
      OPERANDS.some((operand) => operand === field) && typeof value === "string" ? own(value) : value,
    ];
  });
  return Object.fromEntries(fields) as TestFile;
}
