import { memoized } from "../../science/numerics/memoized.ts";
import type {
  AcceptedFile,
  ConstraintCondition,
  ConstraintFile,
  Operand,
  Test,
  TestFile,
  ValueType,
} from "./Constraint.ts";
import { compareVersions } from "./compareVersions.ts";
import type { Word } from "./Dialect.ts";

/** A value as a condition sees it. Fields are undefined where they are not known. */
export interface Seen {
  /** In force: what is written, else the default, else null. Undefined for maps and lists as well. */
  readonly word: Word | undefined;
  /** Whether the file itself writes it. */
  readonly stated: boolean | undefined;
  /** Undefined for null, and where the value is not known. A version compares as one. */
  readonly type: ValueType | "version" | undefined;
  /** As the file writes it, without quotes. */
  readonly spelled?: string;
  /** The texts in a list. */
  readonly items?: readonly string[];
}

/** Finds the value of a key, or of what is outside of the key table; undefined where there is nothing of that name. */
export type See = (name: string) => Seen | undefined;

/**
 * Whether a condition is true. Undefined where it depends on what is not known: an undecided condition must not lead to
 * a finding.
 */
export function constraintHolds(when: ConstraintCondition, see: See): boolean | undefined {
  const { tests, anyOf, noneOf } = partsOf(when);
  let open = false;
  for (const [name, test] of tests) {
    const seen = see(name);
    const holds = seen && testHolds(test, seen, see);
    if (holds === false) return false;
    open ||= holds === undefined;
  }
  const some = anyOf.length === 0 || oneHolds(anyOf, see);
  const others = noneOf.length === 0 ? true : not(oneHolds(noneOf, see));
  if (some === false || others === false) return false;
  return open || some === undefined || others === undefined ? undefined : true;
}

/** What a table of accepted schemes comes closest to. */
export interface Nearest {
  readonly row: AcceptedFile;
  /** Names of the keys that differ from it, in the row's order. */
  readonly differing: readonly string[];
}

/**
 * The accepted scheme that is met furthest: rows ask in the order of weight, as for the type before the symmetry. Of
 * several it is the first; undefined where one holds or is not decided.
 */
export function nearestAccepted(rows: readonly AcceptedFile[], see: See): Nearest | undefined {
  if (oneHolds(conditionsOf(rows), see) !== false) return undefined;
  const held = rows.map((row) => partwise(row.when).map((part) => constraintHolds(part, see)));
  const reached = held.map((parts) => parts.indexOf(false));
  const furthest = reached.indexOf(Math.max(...reached));
  const row = rows[furthest];
  return (
    row && {
      row,
      differing: partwise(row.when).flatMap((part, i) =>
        held[furthest]?.[i] === false ? namesIn(part) : [],
      ),
    }
  );
}

const conditionsOf = memoized((rows: readonly AcceptedFile[]) => rows.map(({ when }) => when));

/** The parts of a condition, each as a condition. */
const partwise = memoized((when: ConstraintCondition): readonly ConstraintCondition[] => {
  const { tests, anyOf, noneOf } = partsOf(when);
  return [
    ...tests.map(([name, test]) => ({ [name]: test })),
    ...(anyOf.length > 0 ? [{ anyOf }] : []),
    ...(noneOf.length > 0 ? [{ noneOf }] : []),
  ];
});

function oneHolds(conditions: readonly ConstraintCondition[], see: See): boolean | undefined {
  const found = conditions.map((one) => constraintHolds(one, see));
  return found.includes(true) ? true : found.includes(undefined) ? undefined : false;
}

/** A condition with its tests as a list: conditions are data, and asked for every config. */
const partsOf = memoized(({ anyOf = [], noneOf = [], ...tests }: ConstraintCondition) => ({
  tests: Object.entries(tests) as readonly (readonly [string, Test])[],
  anyOf,
  noneOf,
}));

/** The names that a condition asks for, those of its parts included. */
export function namesIn({ anyOf = [], noneOf = [], ...tests }: ConstraintCondition): readonly string[] {
  const operands = Object.entries(tests).flatMap(([name, test]) =>
    name.startsWith("version:") ? [] : operandsIn(test as Test),
  );
  return [...Object.keys(tests), ...operands, ...[...anyOf, ...noneOf].flatMap(namesIn)];
}

/** The names that a constraint asks for: in its condition, and in its table of what is accepted. */
export function namesAsked({
  when = {},
  accepts = [],
}: Pick<ConstraintFile, "when" | "accepts">): readonly string[] {
  return [when, ...accepts.map((row) => row.when)].flatMap(namesIn);
}

/** Fields of a test whose text, or every text in them, is the name of another key. */
export const OPERANDS = [
  ...(["above", "below", "atLeast", "atMost", "multipleOf"] as const),
  ...(["equals", "differs", "times", "dividedBy"] as const),
];

function operandsIn(test: Test): readonly string[] {
  if (test === "*" || isWords(test)) return [];
  const operands = OPERANDS.flatMap((field) => test[field] ?? []);
  const named = operands.filter((one) => typeof one === "string");
  return test.not === undefined ? named : [...named, ...operandsIn(test.not)];
}

/** Whether a value passes a test; undefined where that is not known. */
export function testHolds(test: Test, seen: Seen, see: See): boolean | undefined {
  if (test === "*") return isAnything(seen);
  if (isWords(test)) return isOneOf(test, seen);
  const asked = scaled(test, seen, see);
  let open = false;
  for (const field of fieldsOf(test)) {
    const holds = fieldHolds(field, test, asked, see);
    if (holds === false) return false;
    open ||= holds === undefined;
  }
  return open ? undefined : true;
}

const fieldsOf = memoized(
  ({ times: _, dividedBy: __, ...fields }: TestFile) => Object.keys(fields) as readonly Field[],
);

/** What is asked of a value, without what it is multiplied and divided by before. */
type Field = Exclude<keyof TestFile, "times" | "dividedBy">;

/** The number that a test is about: the value of the key, times and divided by others. Unknown where one of them is. */
function scaled({ times = [], dividedBy = [] }: TestFile, seen: Seen, see: See): Seen {
  if (times.length + dividedBy.length === 0) return seen;
  const product = (operands: readonly Operand[]) =>
    operands.reduce<number>((total, one) => total * (typeof one === "number" ? one : numberIn(see(one))), 1);
  const number = (numberIn(seen) * product(times)) / product(dividedBy);
  if (!Number.isFinite(number)) return { word: undefined, stated: seen.stated, type: undefined };
  return { word: number, stated: seen.stated, type: Number.isInteger(number) ? "integer" : "number" };
}

function numberIn(seen: Seen | undefined): number {
  return typeof seen?.word === "number" ? seen.word : Number.NaN;
}

function isWords(test: readonly Word[] | TestFile): test is readonly Word[] {
  return Array.isArray(test);
}

/** Whether a value passes one field of a test. */
function fieldHolds(field: Field, test: TestFile, seen: Seen, see: See): boolean | undefined {
  switch (field) {
    case "in":
      return isOneOf(test.in ?? [], seen);
    case "not":
      return isNot(test.not ?? [], seen, see);
    case "stated":
      return seen.stated === undefined ? undefined : seen.stated === test.stated;
    case "type":
      return hasType(test.type ?? [], seen);
    case "equals":
      return isSameAs(test.equals ?? "", seen, see);
    case "differs":
      return not(isSameAs(test.differs ?? "", seen, see));
    case "matches":
      return matches(test.matches ?? "", seen);
    case "spelled":
      return seen.spelled === undefined ? undefined : new RegExp(test.spelled ?? "", "i").test(seen.spelled);
    case "contains":
      return contains(test.contains ?? [], seen);
    default:
      return comparison(field, test[field] ?? Number.NaN, seen, see);
  }
}

function matches(pattern: string, { word }: Seen): boolean | undefined {
  return typeof word === "string" ? new RegExp(pattern, "i").test(word) : undefined;
}

function contains(words: readonly string[], { word, type, items }: Seen): boolean | undefined {
  const parts = items ?? (typeof word === "string" ? word.split(/[\s,]+/) : undefined);
  if (parts === undefined)
    return word === null || (word !== undefined && type !== "list") ? false : undefined;
  return words.some((one) => parts.some((part) => sameWord(one, part)));
}

function isAnything({ word, type }: Seen): boolean | undefined {
  return type === "map" || type === "list" ? true : word === undefined ? undefined : word !== null;
}

function isOneOf(words: readonly Word[], { word, type }: Seen): boolean | undefined {
  if (type === "map" || type === "list") return false;
  return word === undefined ? undefined : words.some((candidate) => sameWord(candidate, word));
}

function isNot(test: readonly Word[] | TestFile, seen: Seen, see: See): boolean | undefined {
  return not(isWords(test) ? isOneOf(test, seen) : testHolds(test, seen, see));
}

function hasType(wanted: ValueType | readonly ValueType[], { type }: Seen): boolean | undefined {
  if (type === undefined) return undefined;
  return [wanted].flat().some((one) => one === type || (one === "number" && type === "integer"));
}

function isSameAs(other: string, { word }: Seen, see: See): boolean | undefined {
  const theirs = see(other)?.word;
  return word === undefined || theirs === undefined ? undefined : sameWord(word, theirs);
}

const COMPARISONS = {
  above: (a: number, b: number) => a > b,
  below: (a: number, b: number) => a < b,
  atLeast: (a: number, b: number) => a >= b,
  atMost: (a: number, b: number) => a <= b,
  // A remainder by zero is no number, so nothing is a multiple of zero.
  multipleOf: (a: number, b: number) => a % b === 0,
} as const;

function comparison(
  field: keyof typeof COMPARISONS,
  operand: Operand,
  { word, type }: Seen,
  see: See,
): boolean | undefined {
  const holds = COMPARISONS[field];
  if (type === "version") {
    const order = compareVersions(String(word), String(operand));
    return order === undefined ? undefined : holds(order, 0);
  }
  const other = typeof operand === "number" ? operand : see(operand)?.word;
  return typeof word === "number" && typeof other === "number" ? holds(word, other) : undefined;
}

/** Words compare as the frameworks' own parsers do: `True` is a boolean already, text ignores case. */
export function sameWord(a: Word, b: Word): boolean {
  return typeof a === "string" && typeof b === "string" ? a.toLowerCase() === b.toLowerCase() : a === b;
}

function not(holds: boolean | undefined): boolean | undefined {
  return holds === undefined ? undefined : !holds;
}
