import type { NumberFormat, Scaling } from "../formats/NumberFormat.ts";
import { parseNumberFormat } from "../formats/parseNumberFormat.ts";
import { withScaling } from "../formats/withScaling.ts";
import type { Group } from "./QuantizationMeasurement.ts";

/** Reads the group of a PTQ table: `128`, `channel` (also with the activations' after a slash), `tensor`; else "other". */
export function parseGroup(text: string): Group {
  if (/^\d+$/.test(text) && Number(text) >= 2) return Number(text);
  const weights = text.toLowerCase().replace(/^w /, "").split("/")[0];
  if (weights === "channel" || weights === "row" || weights === "-1") return "channel";
  return weights === "tensor" ? "tensor" : "other";
}

/**
 * The format of quantized weights from the columns of a PTQ table: `INT-asym`, 4 bits and group 128 are `int4:g128`.
 * Undefined for what has no name here. Without a named format whole numbers of bits are integers, as in most methods.
 */
export function quantizedFormat(
  name: string | undefined,
  bits: number,
  group: Group | undefined,
): NumberFormat | undefined {
  if (bits >= 16) return parseNumberFormat("fp16");
  const ggml = /^gguf q([458])_([01])$/i.exec(name ?? "");
  // A block of 32 has a 16-bit scale, and in the second kind a 16-bit offset too.
  if (ggml) return parseNumberFormat(`int${ggml[1]}:g32/${ggml[2] === "0" ? 16 : 32}`);
  const integer = name === undefined || /^int(?:\d*|-asym|-sym)$/i.test(name);
  const format = parseNumberFormat(integer ? `int${bits}` : name.toLowerCase().replace("-", "_"));
  if (format === undefined || format.scaling !== undefined) return format;
  if (typeof group === "number") return parseNumberFormat(`${format.name}:g${group}`);
  return group === undefined || group === "other" ? format : withScaling(format, { granularity: group });
}

/**
 * A format of a training table: a name, maybe with a group (`FP4 group 32`), and the scaling that the granularity says
 * where the name does not: `W per channel / A per token`, `group 32 E8M0`, `128x128 blocks`.
 */
export function trainedFormat(
  text: string,
  granularity: string | undefined,
  operand: "W" | "A" | "G",
): NumberFormat | undefined {
  const [head = "", ...rest] = text.split(" ");
  const format = parseNumberFormat(head.toLowerCase().replace("-", "_"));
  if (format === undefined || format.scaling !== undefined) return format;
  const own = rest.join(" ");
  const scaling =
    scalingOf(own) ?? scalingOf(scalingPartOf(granularity ?? "", operand), own.includes("unquantized"));
  return scaling === undefined ? format : withScaling(format, scaling);
}

/** What a granularity says of one operand: `W per channel / A per token` has a part for each. */
function scalingPartOf(granularity: string, operand: string): string {
  const parts = granularity.split("/").map((part) => part.trim());
  const labelled = parts.some((part) => /^[WAG] /.test(part));
  return parts.find((part) => part.startsWith(`${operand} `)) ?? (labelled ? "" : granularity);
}

function scalingOf(text: string, wideScale = false): Scaling | undefined {
  const group = /group (\d+)(?: (e8m0|e4m3))?/i.exec(text);
  if (group) return { granularity: "block", size: Number(group[1]), bits: group[2] && !wideScale ? 8 : 32 };
  // One 32-bit scale for a square of 128×128 weights; tiles of 1×128 activations go with it.
  if (/\b(?:1|128)x128\b/.test(text)) return { granularity: "block", size: 128, bits: 0.25 };
  if (text.includes("per tensor")) return { granularity: "tensor" };
  return /per (?:channel|token|row)/.test(text) ? { granularity: "channel" } : undefined;
}
