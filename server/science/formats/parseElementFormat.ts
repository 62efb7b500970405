import { codebook, type ElementFormat, float, integer } from "./ElementFormat.ts";
import { namedFormats } from "./namedFormats.ts";

const namedElements = [...new Set(namedFormats.map(({ element }) => element))];

const elementsBySpelling = new Map(
  namedFormats
    .filter(({ name, element }) => name === element.name)
    .flatMap(({ name, element, aliases = [] }) => [name, ...aliases].map((key) => [key, element] as const)),
);

const widestInteger = 32;

/** Reads one element without scaling: `bf16`, `float8_e4m3fn`, `e8m3`, `int4`, `nf4`. Undefined for anything else. */
export function parseElementFormat(text: string): ElementFormat | undefined {
  const key = plainSpelling(text);
  return elementsBySpelling.get(key) ?? parseInteger(key) ?? parseCodebook(key) ?? parseFloatLayout(key);
}

/** A spelling as the table of named formats has them: in lower case with `_` for `-` and spaces, without `torch.`. */
export function plainSpelling(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^torch\./, "")
    .replace(/[-\s]+/g, "_");
}

function parseInteger(key: string): ElementFormat | undefined {
  const bits = Number(/^u?int([1-9]\d?)$/.exec(key)?.[1]);
  return bits <= widestInteger ? integer(bits) : undefined;
}

function parseCodebook(key: string): ElementFormat | undefined {
  const bits = /^codebook([1-8])$/.exec(key)?.[1];
  return bits === undefined ? undefined : codebook(Number(bits));
}

/** `fp8`, `float8_e4m3fn`, `f8e5m2`, `e8m3`: total width, exponent and mantissa, each optional, never in conflict. */
function parseFloatLayout(key: string): ElementFormat | undefined {
  const match = /^(?:(?:fp|float|f)(\d{1,2})_?)?(?:e(\d{1,2})m(\d{1,2})(?:fn|fnuz)?(?:_x2)?)?$/.exec(key);
  if (match === null) return undefined;
  const [, width, exponent, mantissa] = match;
  if (exponent === undefined || mantissa === undefined)
    return width === undefined ? undefined : bareFloat(Number(width));
  const layout = floatWithLayout(Number(exponent), Number(mantissa));
  return width === undefined || layout?.bits === Number(width) ? layout : undefined;
}

/** FP4 has one published layout, E2M1; every other narrow float is open. */
function bareFloat(bits: number): ElementFormat | undefined {
  if (bits === 4) return floatWithLayout(2, 1);
  if (bits < 3 || bits > 15) return undefined;
  return { name: `fp${bits}`, label: `FP${bits} (layout not stated)`, kind: "float", bits };
}

/** The wide ones are called by name, never `fp16_e8m7`. */
function floatWithLayout(exponent: number, mantissa: number): ElementFormat | undefined {
  if (exponent > 11 || mantissa > 52 || exponent + mantissa < 1) return undefined;
  const named = namedElements.find((one) => one.exponent === exponent && one.mantissa === mantissa);
  return named ?? float(exponent, mantissa);
}
