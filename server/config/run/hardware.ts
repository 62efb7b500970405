import data from "../../data/hardware/accelerators.json" with { type: "json" };
import { isSixteenBitOrWider, type NumberFormat } from "../../science/formats/NumberFormat.ts";
import { type ProductKind, productKind } from "../../science/throughput/productKind.ts";
import type { DialectFile } from "../dialect/Dialect.ts";
import { type ConfigDocument, locate } from "../document/ConfigDocument.ts";
import type { Fact } from "./TrainingRun.ts";

/** Widths of operands that vendors state a peak rate for. */
type PeakWidth = "bf16" | "fp8" | "fp6" | "fp4" | "int8";

export interface Accelerator {
  readonly name: string;
  readonly label: string;
  readonly aliases?: readonly string[];
  readonly generation: string;
  /** Of CUDA; undefined for the accelerators of others. */
  readonly computeCapability?: number;
  /** Dense TFLOP/s. */
  readonly peak?: Readonly<Partial<Record<PeakWidth, number>>>;
  readonly note?: string;
}

interface Generation {
  readonly native: readonly string[];
  /** Run in the products of another format. */
  readonly emulated?: readonly string[];
}

const ACCELERATORS: readonly Accelerator[] = data.accelerators;
const GENERATIONS: Readonly<Record<string, Generation>> = data.generations;

/** The accelerator of that name, in any case and with or without a hyphen or underscore. */
export function hardwareNamed(name: string): Accelerator | undefined {
  const plain = name.toLowerCase().replace(/[-_ ]/g, "");
  return ACCELERATORS.find(
    (accelerator) => accelerator.name === plain || accelerator.aliases?.includes(plain),
  );
}

export function hardwareNames(): readonly string[] {
  return ACCELERATORS.map((accelerator) => accelerator.name);
}

/** "compute capability 9.0", or the generation of an accelerator that has none. */
export function architectureText({ computeCapability, generation }: Accelerator): string {
  return computeCapability === undefined ? generation : `compute capability ${computeCapability.toFixed(1)}`;
}

/**
 * Whether the accelerator multiplies matrices in this format, be it in the products of another one. Integer and 16-bit
 * formats without a rule: yes.
 */
export function supportsFormat(accelerator: Accelerator, format: NumberFormat): boolean {
  const hasRule = format.kind === "float" && (format.bits <= 8 || format.name === "bf16");
  if (!hasRule) return true;
  return isNative(accelerator, format) || isEmulated(accelerator, format);
}

/**
 * Whether the accelerator runs the format in the products of another one, so that it is no faster than that. Integers run
 * everywhere: those that it has no products for, such as 5 and 6 bits, in the products of 8 bits or wider ones.
 */
export function isEmulated(accelerator: Accelerator, format: NumberFormat): boolean {
  if (format.kind === "integer" && !isSixteenBitOrWider(format))
    return !hasIntegerProducts(accelerator, format);
  const { generation } = accelerator;
  const kind = productKind(format);
  const emulated = GENERATIONS[generation]?.emulated ?? [];
  return kind !== undefined && namesOf(kind).some((name) => emulated.includes(name));
}

function hasIntegerProducts({ generation }: Accelerator, format: NumberFormat): boolean {
  const kind = productKind(format);
  return kind !== undefined && (GENERATIONS[generation]?.native ?? []).includes(kind);
}

function isNative({ generation }: Accelerator, format: NumberFormat): boolean {
  const native = GENERATIONS[generation]?.native ?? [];
  const kind = productKind(format);
  // A width of its own between 4 and 8 bits runs where the formats of 6 bits do.
  const names = kind === undefined ? ["mxfp6"] : namesOf(kind);
  return names.some((name) => native.includes(name));
}

/** What a table of formats may call a kind of product: "fp8 in blocks" is "fp8" as well. */
function namesOf(kind: ProductKind): readonly string[] {
  if (kind === "fp4") return ["nvfp4", "mxfp4"];
  return kind.startsWith("fp8 ") ? [kind, "fp8"] : [kind];
}

/** The vendor's rate of dense matrix products in a format, in TFLOP/s; undefined where none is known. */
export function peakRate({ peak }: Accelerator, format: NumberFormat): number | undefined {
  if (isSixteenBitOrWider(format)) return peak?.bf16;
  if (format.kind === "integer") return format.bits === 8 ? peak?.int8 : undefined;
  switch (format.bits) {
    case 8:
      return peak?.fp8;
    case 6:
      return peak?.fp6;
    case 4:
      return peak?.fp4;
    default:
      return undefined;
  }
}

/** What follows the accelerator in a cluster's name for it: `a100_80gb`, `h100-sxm`. */
const VARIANT = /[-_ ]?(?:\d+gb|sxm\d*|pcie|nvl)\b.*$/i;

/** The accelerator that a document names itself, where its framework has a key for it. */
export function statedHardware(
  { root }: ConfigDocument,
  { hardware = [] }: DialectFile,
): Fact<string> | undefined {
  for (const path of hardware) {
    const node = locate(root, path.split("."))?.node;
    if (node?.kind !== "scalar") continue;
    const accelerator = hardwareNamed(node.text.trim().replace(VARIANT, ""));
    if (accelerator === undefined) continue;
    const how = `\`${path.split(".").at(-1)}: ${node.text}\``;
    return { value: accelerator.name, provenance: "stated", how, at: [node.span] };
  }
  return undefined;
}
