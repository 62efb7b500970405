import type { NumberFormat, Scaling } from "./NumberFormat.ts";
import { type ElementFormat, parseElementFormat } from "./parseElementFormat.ts";
import { scaledFormats } from "./scaledFormats.ts";
import { labelScaling, writeScaling } from "./scalingNotation.ts";

/**
 * The same elements under another scaling: BF16 stays BF16, `fp8_e4m3` with blocks of 32 and 8-bit scales is `mxfp8`.
 * Formats of 16 bits and more need no scale and come back as they are.
 */
export function withScaling(format: NumberFormat, scaling: Scaling): NumberFormat {
  const element = elementOf(format);
  return element === undefined || element.bits >= 16 ? format : scaledElement(element, scaling);
}

/** An element without stated scaling as a format. */
export function unscaledElement(element: ElementFormat): NumberFormat {
  const { storedBits, ...format } = element;
  return { ...format, effectiveBits: storedBits ?? element.bits };
}

/** An element and a scaling as one format, under its own name where it has one (MXFP4, NF4). */
export function scaledElement(element: ElementFormat, scaling: Scaling): NumberFormat {
  const known = scaledFormats.find(
    (one) => one.element === element.name && sameScaling(one.scaling, scaling),
  );
  const share = scaling.granularity === "block" ? scaling.bits / scaling.size : 0;
  return {
    ...unscaledElement(element),
    name: known?.name ?? `${element.name}:${writeScaling(scaling, element)}`,
    label: known?.label ?? `${element.label}, ${labelScaling(scaling, element)}`,
    scaling,
    effectiveBits: element.bits + share,
  };
}

function elementOf(format: NumberFormat): ElementFormat | undefined {
  const known = scaledFormats.find((one) => one.name === format.name);
  const [elementName = ""] = format.name.split(":");
  return parseElementFormat(known?.element ?? elementName);
}

function sameScaling(left: Scaling, right: Scaling): boolean {
  if (left.granularity !== "block" || right.granularity !== "block") {
    return left.granularity === right.granularity;
  }
  return left.size === right.size && left.bits === right.bits;
}
