import type { ScalarValue } from "../document/readScalar.ts";
import type { Conversion, KeyFile } from "./Dialect.ts";
import { pythonLiteral, pythonText } from "./pythonText.ts";

export interface Converted {
  readonly value: ScalarValue;
  /** The framework stops at the value: it is a number, but not in a notation that this field takes. */
  readonly refused?: string;
}

/** Keys that every framework declares as whole numbers; which of the others do, differs. */
const WHOLE = new Set([
  ...["steps", "samples", "tokens", "globalBatch", "accumulation", "dataParallel", "seed", "sequenceLength"],
  ...[
    "microBatch",
    "tensorParallel",
    "pipelineParallel",
    "contextParallel",
    "expertParallel",
    "layers",
    "hidden",
  ],
  ...["heads", "kvHeads", "headDim", "mlpWidth", "vocabulary", "positions", "experts", "expertsPerToken"],
]);

/** The value that the framework gets for the key `name`. */
export function convert(value: ScalarValue, name: string, key: KeyFile, by: Conversion): Converted {
  if (value.type === "null" || value.type === "date") return { value };
  if (by === "python-literals")
    return { value: value.type === "string" ? pythonLiteral(value.value) : value };
  if (key.type === "flag") return { value: flag(value, by) ?? value };
  if (key.type !== "number") return { value };
  const asText: ScalarValue =
    by === "command-line" && value.type !== "string" ? { type: "string", value: pythonText(value) } : value;
  const number = WHOLE.has(name) ? wholeNumber(asText, by) : anyNumber(asText);
  return number === undefined ? { value, ...refusal(value) } : { value: number };
}

function refusal(value: ScalarValue): { readonly refused: string } | Record<string, never> {
  const number =
    value.type === "float" || (value.type === "string" && pythonFloat(value.value) !== undefined);
  return number ? { refused: "a whole number is written in digits there, without a dot or an exponent" } : {};
}

/** Longer texts are no numbers that a config holds. */
const MAX_DIGITS = 100;

/** Python's `int()` takes digits with single underscores, and blanks around them. */
function pythonInt(text: string): number | undefined {
  return /^\s*[-+]?\d+(?:_\d+)*\s*$/.test(text) ? Number(text.replaceAll("_", "")) : undefined;
}

function pythonFloat(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed.length > MAX_DIGITS) return undefined;
  if (/^[-+]?inf(?:inity)?$/i.test(trimmed)) return trimmed.startsWith("-") ? -Infinity : Infinity;
  if (/^[-+]?nan$/i.test(trimmed)) return Number.NaN;
  const digits = String.raw`\d+(?:_\d+)*`;
  const number = new RegExp(`^[-+]?(?:${digits}\\.?(?:${digits})?|\\.${digits})(?:[eE][-+]?${digits})?$`);
  return number.test(trimmed) ? Number(trimmed.replaceAll("_", "")) : undefined;
}

function anyNumber(value: ScalarValue): ScalarValue | undefined {
  if (value.type !== "string") return value;
  const whole = pythonInt(value.value);
  if (whole !== undefined) return { type: "integer", value: whole };
  const number = pythonFloat(value.value);
  return number === undefined ? undefined : { type: "float", value: number };
}

function wholeNumber(value: ScalarValue, by: Conversion): ScalarValue | undefined {
  if (value.type === "string") {
    const whole = pythonInt(by === "pydantic" ? value.value.replace(/\.0+(?=\s*$)/, "") : value.value);
    return whole === undefined ? undefined : { type: "integer", value: whole };
  }
  if (value.type !== "float") return value;
  if (by === "argparse") return value;
  if (by === "draccus") return { type: "integer", value: Math.trunc(value.value) };
  return by === "pydantic" && Number.isInteger(value.value)
    ? { type: "integer", value: value.value }
    : undefined;
}

interface FlagWords {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** Whether 1 and 0 are true and false. */
  readonly numbers: boolean;
}

const SHORT = { yes: ["yes", "true", "t", "y", "1"], no: ["no", "false", "f", "n", "0"] };
const FLAGS: Readonly<Record<Exclude<Conversion, "python-literals">, FlagWords>> = {
  argparse: { ...SHORT, numbers: false },
  "command-line": { ...SHORT, numbers: true },
  draccus: { yes: ["true"], no: ["false"], numbers: false },
  jsonargparse: { yes: ["true", "yes", "on"], no: ["false", "no", "off"], numbers: false },
  pydantic: { yes: [...SHORT.yes, "on"], no: [...SHORT.no, "off"], numbers: true },
  omegaconf: { yes: ["yes", "y", "on", "true"], no: ["no", "n", "off", "false"], numbers: true },
};

function flag(value: ScalarValue, by: Exclude<Conversion, "python-literals">): ScalarValue | undefined {
  const { yes, no, numbers } = FLAGS[by];
  if (value.type === "integer" && numbers && (value.value === 0 || value.value === 1))
    return { type: "boolean", value: value.value === 1 };
  if (value.type !== "string") return undefined;
  const word = by === "draccus" ? value.value : value.value.toLowerCase();
  if (yes.includes(word)) return { type: "boolean", value: true };
  return no.includes(word) ? { type: "boolean", value: false } : undefined;
}
