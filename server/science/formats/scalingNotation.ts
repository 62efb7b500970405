import type { ElementFormat } from "./ElementFormat.ts";
import type { Scaling } from "./NumberFormat.ts";

type BlockScaling = Extract<Scaling, { granularity: "block" }>;

const tensorWords = /^(?:per_?)?tensor(?:_?wise)?$/;
const channelWords = /^(?:per_?)?(?:channel|row|token)(?:_?wise)?$/;
const blockWords = /^(block|b|group|g)_?(\d{1,6})(?:\/(\d{1,3}(?:\.\d+)?))?$/;

/**
 * Reads what follows the colon of a format: `tensor`, `channel` (also `row`, `token`), `block128`, `g128`,
 * and `g128/16`, which states the bits of one scale.
 */
export function parseScaling(text: string, element: ElementFormat): Scaling | undefined {
  const key = text
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, "_");
  if (tensorWords.test(key)) return { granularity: "tensor" };
  if (channelWords.test(key)) return { granularity: "channel" };
  const match = blockWords.exec(key);
  if (match === null) return undefined;
  const [, word = "", count, stated] = match;
  const size = Number(count);
  if (size < 2) return undefined;
  const usual = word.startsWith("b") ? blockBits(element, size) : groupBits(element);
  return { granularity: "block", size, bits: stated === undefined ? usual : Number(stated) };
}

/** The spelling that `parseScaling` reads back. */
export function writeScaling(scaling: Scaling, element: ElementFormat): string {
  if (scaling.granularity !== "block") return scaling.granularity;
  if (isUsualBlock(scaling, element)) return `block${scaling.size}`;
  if (scaling.bits === groupBits(element)) return `g${scaling.size}`;
  return `g${scaling.size}/${scaling.bits}`;
}

/** The scaling in words for people: `per tensor`, `block 128`, `group 128`. */
export function labelScaling(scaling: Scaling, element: ElementFormat): string {
  if (scaling.granularity !== "block") return `per ${scaling.granularity}`;
  if (isUsualBlock(scaling, element)) return `block ${scaling.size}`;
  if (scaling.bits === groupBits(element)) return `group ${scaling.size}`;
  return `group ${scaling.size} with ${scaling.bits}-bit scales`;
}

function isUsualBlock(scaling: BlockScaling, element: ElementFormat): boolean {
  return element.kind !== "integer" && scaling.bits === blockBits(element, scaling.size);
}

/**
 * Scale bits per `size` elements of block scaling. FP8 weights are scaled in square blocks, 128×128 in
 * FineGrainedFP8 and DeepSeek-V3, so one FP32 scale serves size² elements; other formats in rows of `size`.
 */
function blockBits(element: ElementFormat, size: number): number {
  const squareBlocks = element.kind === "float" && element.bits === 8;
  return squareBlocks ? 32 / size : groupBits(element);
}

/** Scale bits per group in a row: FP16 scale and zero point for integers (GPTQ, AWQ), an FP32 scale otherwise. */
function groupBits(element: ElementFormat): number {
  return element.kind === "integer" ? 16 + element.bits : 32;
}
