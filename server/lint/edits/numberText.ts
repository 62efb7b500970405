import type { ScalarNode } from "../../config/document/ConfigNode.ts";

/**
 * A number as every loader reads it as a number: with an exponent, PyYAML wants a dot and a sign, so `3.0e-4`, which
 * JSON has as well. In place of `old`, an exponent stays an exponent, and a fraction stays a fraction: `1.0`, not `1`.
 */
export function numberText(value: number, old?: ScalarNode): string {
  const isExponential = /^[-+]?[\d._]+e[-+]?\d+$/i.test(old?.text ?? "");
  const short = String(value);
  if (isExponential || short.includes("e")) return exponential(value);
  return Number.isInteger(value) && /^[-+]?[\d_]*\.[\d_]*$/.test(old?.text ?? "") ? `${short}.0` : short;
}

function exponential(value: number): string {
  const [mantissa = "0", exponent = "+0"] = value.toExponential().split("e");
  return `${mantissa.includes(".") ? mantissa : `${mantissa}.0`}e${exponent}`;
}
