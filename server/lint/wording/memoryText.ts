import type { MemoryPart, PartMemory, TrainingMemory } from "../../science/memory/trainingMemory.ts";

const PART_NAMES: Readonly<Record<MemoryPart, string>> = {
  weights: "weights",
  gradients: "gradients",
  masterWeights: "master weights",
  optimizerState: "optimizer state",
};

/** What the figures leave out. */
export const MEMORY_SCOPE = "before sharding, without activations and copies that last a step";

/**
 * "16 bytes a parameter, 112 GB in all: weights 14 GB (BF16), gradients 14 GB (BF16), master weights 28 GB (FP32), optimizer
 * state 56 GB (2 × FP32)"; where a part is not known "at least", and which.
 */
export function memoryText({ parameters, parts, unknown, bytes }: TrainingMemory): string {
  if (parts.length === 0) return "not known";
  const least = unknown.length > 0 ? "at least " : "";
  const open = unknown.length > 0 ? `; not known: ${unknown.map((part) => PART_NAMES[part]).join(", ")}` : "";
  return `${least}${bytesEach(bytes / parameters)} bytes a parameter, ${bytesText(bytes)} in all: ${parts.map(partText).join(", ")}${open}`;
}

function partText({ part, format, copies, bytes }: PartMemory): string {
  if (copies === 0) return `no ${PART_NAMES[part]} worth counting`;
  const times = copies === 1 ? "" : `${bytesEach(copies)} × `;
  return `${PART_NAMES[part]} ${bytesText(bytes)} (${times}${format.label})`;
}

/** "16", "14.6". */
function bytesEach(value: number): string {
  return String(Number(value.toPrecision(3)));
}

const STEPS: readonly (readonly [number, string])[] = [
  [1e15, "PB"],
  [1e12, "TB"],
  [1e9, "GB"],
  [1e6, "MB"],
  [1e3, "kB"],
];

/** Bytes in three significant digits: "112 GB", "1.34 TB", "524 MB". */
export function bytesText(bytes: number): string {
  const [scale, unit] = STEPS.find(([step]) => bytes >= step * 0.9995) ?? [1, "B"];
  return `${Number((bytes / scale).toPrecision(3)).toLocaleString("en-US")} ${unit}`;
}
