import type { TestExpression, Word } from "unbash";
import { expandText } from "./expandWord.ts";
import { type Field, fieldText, whyUnknown } from "./Field.ts";
import { globPattern } from "./globPattern.ts";
import type { ShellState } from "./ShellState.ts";

/** Whether `[[ … ]]` holds; undefined where that is known only when the script runs. */
export function testValue(expression: TestExpression, state: ShellState): boolean | undefined {
  switch (expression.type) {
    case "TestGroup":
      return testValue(expression.expression, state);
    case "TestNot": {
      const value = testValue(expression.operand, state);
      return value === undefined || expression.negations.length % 2 === 0 ? value : !value;
    }
    case "TestLogical": {
      const values = expression.operands.map((operand) => testValue(operand, state));
      const decisive = expression.operator === "||";
      if (values.includes(decisive)) return decisive;
      return values.includes(undefined) ? undefined : !decisive;
    }
    case "TestUnary":
      return unaryTest(expression.operator, expandText(expression.operand, state));
    case "TestBinary": {
      const { operator, left, right } = expression;
      if (operator === "=~") return undefined;
      const pattern = isPattern(right) && /^[=!]=?$/.test(operator);
      return binaryTest(operator, expandText(left, state), expandText(right, state), pattern);
    }
  }
}

function isPattern({ parts, text }: Word): boolean {
  return parts === undefined ? /[*?]/.test(text) : parts.some(({ type }) => type === "Glob");
}

/** Whether `[ … ]` holds, by its words without the brackets. */
export function bracketValue(fields: readonly Field[]): boolean | undefined {
  const [first, second, third, ...more] = fields;
  if (first === undefined) return false;
  if (fieldText(first) === "!" && second !== undefined) {
    const value = bracketValue(fields.slice(1));
    return value === undefined ? undefined : !value;
  }
  if (second === undefined) return unaryTest("-n", first);
  if (third === undefined) return unaryTest(fieldText(first), second);
  return more.length === 0 ? binaryTest(fieldText(second), first, third, false) : undefined;
}

function unaryTest(operator: string, operand: Field): boolean | undefined {
  if (whyUnknown(operand) !== undefined) return undefined;
  if (operator === "-z") return fieldText(operand) === "";
  return operator === "-n" ? fieldText(operand) !== "" : undefined;
}

function binaryTest(operator: string, left: Field, right: Field, isGlob: boolean): boolean | undefined {
  if (whyUnknown([...left, ...right]) !== undefined) return undefined;
  const [a, b] = [fieldText(left), fieldText(right)];
  const isSame = isGlob ? globPattern(b).test(a) : a === b;
  if (operator === "=" || operator === "==") return isSame;
  if (operator === "!=") return !isSame;
  const compare = COMPARISONS.get(operator);
  if (compare === undefined || !/^-?\d+$/.test(a) || !/^-?\d+$/.test(b)) return undefined;
  return compare(Number(a), Number(b));
}

const COMPARISONS: ReadonlyMap<string, (a: number, b: number) => boolean> = new Map([
  ["-eq", (a, b) => a === b],
  ["-ne", (a, b) => a !== b],
  ["-lt", (a, b) => a < b],
  ["-le", (a, b) => a <= b],
  ["-gt", (a, b) => a > b],
  ["-ge", (a, b) => a >= b],
]);
