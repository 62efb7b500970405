import type { ScalarValue } from "../document/readScalar.ts";

/** A value as Python's `str()` writes it: `True`, `None`, `1e-05`. */
export function pythonText(value: ScalarValue): string {
  switch (value.type) {
    case "null":
      return "None";
    case "boolean":
      return value.value ? "True" : "False";
    case "integer":
      return String(value.value);
    case "float":
      return floatText(value.value);
    default:
      return value.value;
  }
}

/** The shortest digits that give the same number, with an exponent below 1e-4 and from 1e16 on. */
function floatText(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
    const [digits = "", exponent = ""] = value.toExponential().split("e");
    return `${digits}e${exponent.replace(/^([-+])(\d)$/, "$10$2")}`;
  }
  return Number.isInteger(value) ? `${Object.is(value, -0) ? "-0" : value.toFixed(0)}.0` : String(value);
}

/** Longer texts are never taken for a literal (nemo_automodel/components/config/loader.py). */
const MAX_LENGTH = 1000;

const WORDS: ReadonlyMap<string, ScalarValue> = new Map<string, ScalarValue>([
  ["none", { type: "null" }],
  ["None", { type: "null" }],
  ["true", { type: "boolean", value: true }],
  ["True", { type: "boolean", value: true }],
  ["false", { type: "boolean", value: false }],
  ["False", { type: "boolean", value: false }],
]);

const INTEGER = /^[-+]?(?:0(?:_?0)*|[1-9](?:_?\d)*)$/;
const RADIX = /^([-+]?)(0[xX](?:_?[\da-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+)$/;
const FLOAT =
  /^[-+]?(?:(?:\d(?:_?\d)*\.(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*)(?:[eE][-+]?\d(?:_?\d)*)?|\d(?:_?\d)*[eE][-+]?\d(?:_?\d)*)$/;
const QUOTED = /^(?:'[^'\\\n]*'|"[^"\\\n]*")$/;

/** What `ast.literal_eval` makes of a text, besides the words for none, true and false. Other text stays text. */
export function pythonLiteral(text: string): ScalarValue {
  const word = WORDS.get(text);
  const asText: ScalarValue = { type: "string", value: text };
  if (word !== undefined || text.length > MAX_LENGTH) return word ?? asText;
  const literal = text.replace(/^[ \t]+/, "").trimEnd();
  const number = Number(literal.replaceAll("_", ""));
  if (INTEGER.test(literal)) return { type: "integer", value: number };
  if (FLOAT.test(literal)) return { type: "float", value: number };
  const [, sign, digits = ""] = RADIX.exec(literal) ?? [];
  if (digits !== "")
    return { type: "integer", value: (sign === "-" ? -1 : 1) * Number(digits.replaceAll("_", "")) };
  return QUOTED.test(literal) ? { type: "string", value: literal.slice(1, -1) } : asText;
}
