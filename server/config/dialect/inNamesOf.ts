import type { AcceptedFile, ConstraintCondition, ConstraintFile, Test, TestFile } from "./Constraint.ts";
import { namesIn, OPERANDS, sameWord } from "./constraintHolds.ts";
import type { DialectFile, EngineFile, Word } from "./Dialect.ts";

/** How one dialect says what an engine's constraint is about; undefined for what it has no key or word for. */
interface Translation {
  readonly name: (name: string) => string | undefined;
  /** The dialect's words for a key whose engine word passes; undefined where words are the same in both. */
  readonly words: (name: string, passes: (engine: Word) => boolean) => readonly Word[] | undefined;
}

/** `{key}` in a sentence. */
export const PLACEHOLDER = /\{([\w.:-]+)\}/g;

/**
 * An engine's constraint in the names and words of a dialect; undefined where the dialect lacks one of the keys that it
 * asks for, or no word of it meets the condition.
 */
export function inNamesOf(
  one: ConstraintFile,
  engine: EngineFile,
  dialect: DialectFile,
): ConstraintFile | undefined {
  const { when, accepts, key, because, resolve } = one;
  const translation = translationOf(engine, dialect);
  const own = (name: string) => translation.name(name) ?? name;
  const condition = when && translated(when, translation);
  if (when && condition === undefined) return undefined;
  const whole = engine.when ? both(engine.when, condition ?? {}) : condition;
  if (engine.when && whole === undefined) return undefined;
  const rows = accepts?.map((row) => translatedRow(row, translation)).filter((row) => row !== undefined);
  if (rows?.length !== accepts?.length) return undefined;
  return {
    ...one,
    ...(whole ? { when: whole } : {}),
    ...(rows ? { accepts: rows } : {}),
    ...(key === undefined ? {} : { key: [key].flat().map(own) }),
    because: because.replace(PLACEHOLDER, (_, name: string) => `{${own(name)}}`),
    resolve: resolve.map((way) => translatedWay(way, translation)).filter((way) => way !== undefined),
  };
}

/** A row of what an engine takes; undefined where the dialect cannot say it. */
function translatedRow(
  { when, resolve, ...row }: AcceptedFile,
  translation: Translation,
): AcceptedFile | undefined {
  const own = translated(when, translation);
  const way = resolve && translatedWay(resolve, translation);
  return own && { ...row, when: own, ...(way ? { resolve: way } : {}) };
}

function translationOf({ keys = {}, words = {} }: EngineFile, dialect: DialectFile): Translation {
  return {
    name: (name) => {
      const own = keys[name] === undefined ? name : keys[name];
      if (own === null) return undefined;
      // What is outside of the key table has the same name everywhere.
      return own.includes(":") || dialect.keys[own] !== undefined ? own : undefined;
    },
    words: (name, passes) => words[name]?.filter(([, engine]) => passes(engine)).map(([theirs]) => theirs),
  };
}

function translated(when: ConstraintCondition, translation: Translation): ConstraintCondition | undefined {
  if (!namesIn(when).every((name) => translation.name(name) !== undefined)) return undefined;
  const { anyOf, noneOf, ...tests } = when;
  let whole: ConstraintCondition | undefined = {};
  for (const [name, test] of Object.entries(tests)) {
    const own = translatedTest(name, test as Test, translation);
    whole = own && whole && both(whole, { [translation.name(name) ?? name]: own });
  }
  const some = anyOf && translatedAll(anyOf, translation);
  const others = noneOf && translatedAll(noneOf, translation);
  if (!whole || (anyOf && !some) || (noneOf && !others)) return undefined;
  return { ...whole, ...(some ? { anyOf: some } : {}), ...(others ? { noneOf: others } : {}) };
}

function translatedAll(
  conditions: readonly ConstraintCondition[],
  translation: Translation,
): readonly ConstraintCondition[] | undefined {
  const own = conditions.map((one) => translated(one, translation)).filter((one) => one !== undefined);
  return own.length === conditions.length ? own : undefined;
}

/** A test in the dialect's words; undefined where no word passes it, or it asks for more than words. */
function translatedTest(name: string, test: Test, translation: Translation): Test | undefined {
  if (translation.words(name, () => true) === undefined) return renamedTest(test, translation.name);
  const passes = wordTest(test);
  const words = passes && translation.words(name, passes);
  return words === undefined || words.length === 0 ? undefined : words;
}

/** What a test asks of a word; undefined where it asks for more. */
function wordTest(test: Test): ((word: Word) => boolean) | undefined {
  if (test === "*") return (word) => word !== null;
  if (isWords(test)) return (word) => test.some((one) => sameWord(one, word));
  const { in: accepted, not, ...more } = test;
  if (Object.keys(more).length > 0 || (not !== undefined && !isWords(not))) return undefined;
  return (word) =>
    (accepted === undefined || accepted.some((one) => sameWord(one, word))) &&
    not?.some((one) => sameWord(one, word)) !== true;
}

/** Both conditions at once; undefined where they ask different things of one key, or nothing is left of its words. */
function both(a: ConstraintCondition, b: ConstraintCondition): ConstraintCondition | undefined {
  const sum: Record<string, ConstraintCondition[string]> = { ...a };
  for (const [name, test] of Object.entries(b)) {
    const other = sum[name];
    if (other === undefined) {
      sum[name] = test;
      continue;
    }
    if (!isWords(other as Test) || !isWords(test as Test)) return undefined;
    const shared = sharedWords(other as readonly Word[], test as readonly Word[]);
    if (shared.length === 0) return undefined;
    sum[name] = shared;
  }
  return sum;
}

function sharedWords(a: readonly Word[], b: readonly Word[]): readonly Word[] {
  return a.filter((one) => b.some((other) => sameWord(one, other)));
}

/** A way out in the dialect's keys; where several of the engine's keys are one here, by a word that is right for all. */
function translatedWay(
  way: Readonly<Record<string, Word>>,
  translation: Translation,
): Readonly<Record<string, Word>> | undefined {
  const fitting = new Map<string, readonly Word[]>();
  for (const [name, word] of Object.entries(way)) {
    const own = translation.name(name);
    if (own === undefined) return undefined;
    const words = translation.words(name, (engine) => sameWord(engine, word)) ?? [word];
    const before = fitting.get(own);
    fitting.set(own, before === undefined ? words : sharedWords(before, words));
  }
  const chosen = [...fitting].flatMap(([name, [word]]) =>
    word === undefined ? [] : [[name, word] as const],
  );
  return chosen.length === fitting.size ? Object.fromEntries(chosen) : undefined;
}

function renamedTest(test: Test, name: Translation["name"]): Test {
  if (test === "*" || isWords(test)) return test;
  const fields = Object.entries(test).map(([field, value]) => {
    if (field === "not") return [field, renamedTest(value as Test, name)];
    return [field, OPERANDS.some((operand) => operand === field) ? renamedOperand(value, name) : value];
  });
  return Object.fromEntries(fields) as TestFile;
}

function renamedOperand(operand: unknown, name: Translation["name"]): unknown {
  if (Array.isArray(operand)) return operand.map((one) => renamedOperand(one, name));
  return typeof operand === "string" ? (name(operand) ?? operand) : operand;
}

function isWords(test: Test): test is readonly Word[] {
  return Array.isArray(test);
}
