import { memoized } from "../../science/numerics/memoized.ts";
import type { ConstraintFile, ConstraintsFile } from "./Constraint.ts";
import type { Condition, DialectFile } from "./Dialect.ts";
import { enginesOf, withEngineKeys } from "./engineKeys.ts";
import { inNamesOf } from "./inNamesOf.ts";

/** A constraint in the names of one dialect, with the file that it comes from. */
export interface Constraint extends ConstraintFile {
  readonly file: ConstraintsFile;
}

/** What holds for a dialect: its own constraints and those of its engines, worked out when a file first needs them. */
export const constraintsOf = memoized((dialect: DialectFile): readonly Constraint[] =>
  enginesOf(dialect).flatMap(({ file, engine }) => {
    if (engine.each) return [];
    return file.constraints.flatMap((one) => {
      const own = engine.without?.includes(one.id) ? undefined : inNamesOf(one, engine, dialect);
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
