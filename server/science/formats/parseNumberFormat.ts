import type { NumberFormat } from "./NumberFormat.ts";
import { namedFormats } from "./namedFormats.ts";
import { parseElementFormat, plainSpelling } from "./parseElementFormat.ts";
import { parseScaling } from "./scalingNotation.ts";
import { scaledElement, unscaledElement } from "./withScaling.ts";

const namedBySpelling = new Map(
  namedFormats.flatMap((one) =>
    [plainSpelling(one.name), ...(one.aliases ?? [])].map((key) => [key, one] as const),
  ),
);

/**
 * Reads a number format as configs and papers spell it, in any case: `bfloat16`, `torch.float8_e4m3fn`, `e8m3`, `mxfp4`,
 * `nf4-dq`, `b1.58`, and with a scaling after a colon: `fp8_e4m3:block128`, `int4:g128`, `fp8:tensor`.
 * Undefined for text that names no format. `fp8` alone names one, with its layout undefined.
 */
export function parseNumberFormat(text: string): NumberFormat | undefined {
  const [head = "", suffix, ...rest] = text.split(":");
  if (rest.length > 0) return undefined;
  const scaled = parseScaledFormat(text);
  if (scaled !== undefined) return scaled;
  const element = parseElementFormat(head);
  if (element === undefined) return undefined;
  if (suffix === undefined) return parseScaledFormat(element.name) ?? unscaledElement(element);
  const scaling = parseScaling(suffix, element);
  return scaling === undefined || element.bits >= 16 ? undefined : scaledElement(element, scaling);
}

function parseScaledFormat(text: string): NumberFormat | undefined {
  const known = namedBySpelling.get(plainSpelling(text));
  return known?.scaling && scaledElement(known.element, known.scaling);
}
