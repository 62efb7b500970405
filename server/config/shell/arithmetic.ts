import type { ArithmeticExpression } from "unbash";

/** The value of a word inside an arithmetic expression, such as `TP` or `${PP}`; undefined where it is not known. */
export type WordValue = (
  word: Extract<ArithmeticExpression, { type: "ArithmeticWord" }>,
) => number | undefined;

/** Shell arithmetic on whole numbers. Undefined where an operand is not known, and for assignments. */
export function arithmeticValue(
  expression: ArithmeticExpression | undefined,
  numberOf: WordValue,
): number | undefined {
  switch (expression?.type) {
    case "ArithmeticWord":
      return numberOf(expression);
    case "ArithmeticGroup":
      return arithmeticValue(expression.expression, numberOf);
    case "ArithmeticUnary": {
      const value = arithmeticValue(expression.operand, numberOf);
      if (value === undefined || !expression.prefix) return undefined;
      if (expression.operator === "-") return -value;
      if (expression.operator === "!") return value === 0 ? 1 : 0;
      return expression.operator === "+" ? value : undefined;
    }
    case "ArithmeticTernary": {
      const test = arithmeticValue(expression.test, numberOf);
      if (test === undefined) return undefined;
      return arithmeticValue(test !== 0 ? expression.consequent : expression.alternate, numberOf);
    }
    case "ArithmeticBinary": {
      const left = arithmeticValue(expression.left, numberOf);
      const right = arithmeticValue(expression.right, numberOf);
      const operation = OPERATIONS.get(expression.operator);
      if (left === undefined || right === undefined || operation === undefined) return undefined;
      const value = operation(left, right);
      return Number.isSafeInteger(value) ? value : undefined;
    }
    default:
      return undefined;
  }
}

const OPERATIONS: ReadonlyMap<string, (a: number, b: number) => number> = new Map([
  ["+", (a, b) => a + b],
  ["-", (a, b) => a - b],
  ["*", (a, b) => a * b],
  ["/", (a, b) => Math.trunc(a / b)],
  ["%", (a, b) => a % b],
  ["**", (a, b) => a ** b],
  ["==", (a, b) => Number(a === b)],
  ["!=", (a, b) => Number(a !== b)],
  ["<", (a, b) => Number(a < b)],
  ["<=", (a, b) => Number(a <= b)],
  [">", (a, b) => Number(a > b)],
  [">=", (a, b) => Number(a >= b)],
  ["&&", (a, b) => Number(a !== 0 && b !== 0)],
  ["||", (a, b) => Number(a !== 0 || b !== 0)],
]);
