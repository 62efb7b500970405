import type { ScalarValue } from "../document/readScalar.ts";
import { arithmeticValue } from "./arithmetic.ts";

type Operation = (left: number, right: number) => number;

/**
 * Resolvers of two numbers, as frameworks register them: NeMo (nemo/core/classes/modelPT.py, nemo/core/config/hydra_runner.py),
 * its launcher (launcher_scripts/main.py) and NeMo-RL (nemo_rl/utils/config.py).
 */
const OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ["multiply", (left, right) => left * right],
  ["mul", (left, right) => left * right],
  ["sum", (left, right) => left + right],
  ["add", (left, right) => left + right],
  ["div", (left, right) => left / right],
  ["max", Math.max],
  ["divide_ceil", (left, right) => Math.ceil(left / right)],
  ["divide_floor", (left, right) => Math.floor(left / right)],
]);

/** What a resolver makes of its inputs; undefined where it is not known here, or its inputs are of another kind. */
export function resolvedValue(name: string, inputs: readonly ScalarValue[]): ScalarValue | undefined {
  const [first, second, ...more] = inputs;
  if (name === "eval") return more.length === 0 && second === undefined ? evaluated(first) : undefined;
  const operation = OPERATIONS.get(name);
  if (operation === undefined || more.length > 0 || !isNumber(first) || !isNumber(second)) return undefined;
  const isWhole = first.type === "integer" && second.type === "integer" && name !== "div";
  return numberValue(operation(first.value, second.value), isWhole || name.startsWith("divide_"));
}

type NumberValue = Extract<ScalarValue, { readonly value: number }>;

function isNumber(value: ScalarValue | undefined): value is NumberValue {
  return value?.type === "integer" || value?.type === "float";
}

/** Python's `eval` of arithmetic alone: anything else stays open. */
function evaluated(input: ScalarValue | undefined): ScalarValue | undefined {
  if (isNumber(input)) return input;
  if (input?.type !== "string") return undefined;
  const value = arithmeticValue(input.value);
  const isWhole = !/\.|\d[eE]|(?<!\/)\/(?!\/)/.test(input.value);
  return value === undefined ? undefined : numberValue(value, isWhole);
}

function numberValue(value: number, isWhole: boolean): ScalarValue | undefined {
  return Number.isFinite(value) ? { type: isWhole ? "integer" : "float", value } : undefined;
}
