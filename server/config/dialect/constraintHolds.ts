import type { ConstraintCondition, Operand, Test, TestFile, ValueType } from "./Constraint.ts";
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
  const { anyOf, noneOf, ...tests } = when;
  return all([
    ...Object.entries(tests).map(([name, test]) => () => {
      const seen = see(name);
      return seen && testHolds(test as Test, seen, see);
    }),
    ...(anyOf ? [() => any(anyOf.map((one) => () => constraintHolds(one, see)))] : []),
    ...(noneOf ? [() => not(any(noneOf.map((one) => () => constraintHolds(one, see))))] : []),
  ]);
}

/** The names that a condition asks for, those of its parts included. */
export function namesIn({ anyOf = [], noneOf = [], ...tests }: ConstraintCondition): readonly string[] {
  const operands = Object.entries(tests).flatMap(([name, test]) =>
    name.startsWith("version:") ? [] : operandsIn(test as Test),
  );
  return [...Object.keys(tests), ...operands, ...[...anyOf, ...noneOf].flatMap(namesIn)];
}

/** Fields of a test whose text is the name of another key. */
export const OPERANDS: readonly (keyof TestFile)[] = [
  ...(["above", "below", "atLeast", "atMost", "multipleOf"] as const),
  ...(["equals", "differs"] as const),
];

function operandsIn(test: Test): readonly string[] {
  if (test === "*" || isWords(test)) return [];
  const named = OPERANDS.flatMap((field) => (typeof test[field] === "string" ? [test[field]] : []));
  return test.not === undefined ? named : [...named, ...operandsIn(test.not)];
}

/** Whether a value passes a test; undefined where that is not known. */
export function testHolds(test: Test, seen: Seen, see: See): boolean | undefined {
  if (test === "*") return isAnything(seen);
  if (isWords(test)) return isOneOf(test, seen);
  return all(checksOf(test, seen, see));
}

function isWords(test: readonly Word[] | TestFile): test is readonly Word[] {
  return Array.isArray(test);
}

/** What a test asks, one check per field; a field that is left out asks nothing. */
function checksOf(test: TestFile, seen: Seen, see: See): readonly Maybe[] {
  const asked =
    <Operand>(operand: Operand | undefined, check: (operand: Operand) => boolean | undefined): Maybe =>
    () =>
      operand === undefined || check(operand);
  const compared = (operand: Operand | undefined, holds: (a: number, b: number) => boolean) =>
    asked(operand, (other) => comparison(other, holds, seen, see));
  return [
    asked(test.in, (words) => isOneOf(words, seen)),
    asked(test.not, (one) => isNot(one, seen, see)),
    asked(test.stated, (wanted) => (seen.stated === undefined ? undefined : seen.stated === wanted)),
    asked(test.type, (wanted) => hasType(wanted, seen)),
    compared(test.above, (a, b) => a > b),
    compared(test.below, (a, b) => a < b),
    compared(test.atLeast, (a, b) => a >= b),
    compared(test.atMost, (a, b) => a <= b),
    // A remainder by zero is no number, so it is no multiple.
    compared(test.multipleOf, (a, b) => a % b === 0),
    asked(test.equals, (other) => isSameAs(other, seen, see)),
    asked(test.differs, (other) => not(isSameAs(other, seen, see))),
    asked(test.matches, (pattern) => matches(pattern, seen)),
    asked(test.contains, (words) => contains(words, seen)),
  ];
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

function comparison(
  operand: Operand,
  holds: (a: number, b: number) => boolean,
  { word, type }: Seen,
  see: See,
): boolean | undefined {
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

type Maybe = () => boolean | undefined;

/** False as soon as one is false, else undefined where one is not known. */
function all(parts: readonly Maybe[]): boolean | undefined {
  let result: boolean | undefined = true;
  for (const part of parts) {
    const holds = part();
    if (holds === false) return false;
    if (holds === undefined) result = undefined;
  }
  return result;
}

function any(parts: readonly Maybe[]): boolean | undefined {
  return not(all(parts.map((part) => () => not(part()))));
}

function not(holds: boolean | undefined): boolean | undefined {
  return holds === undefined ? undefined : !holds;
}
