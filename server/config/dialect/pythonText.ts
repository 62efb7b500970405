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
