import type { ElementFormat } from "./ElementFormat.ts";
import { type NumberFormat, type Scaling, sameScaling } from "./NumberFormat.ts";
import { namedFormats } from "./namedFormats.ts";
import { parseElementFormat } from "./parseElementFormat.ts";
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
  const known = namedFormats.find(
    (one) => one.element.name === element.name && one.scaling && sameScaling(one.scaling, scaling),
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
  const known = namedFormats.find((one) => one.name === format.name);
  const [elementName = ""] = format.name.split(":");
  return known?.element ?? parseElementFormat(elementName);
}
