import data from "../../data/hardware/accelerators.json" with { type: "json" };
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { hasFixedBlock } from "../../science/formats/namedFormats.ts";
import type { DialectFile } from "../dialect/Dialect.ts";
import { type ConfigDocument, locate } from "../document/ConfigDocument.ts";
import type { Fact } from "./TrainingRun.ts";

export interface Accelerator {
  readonly name: string;
  readonly label: string;
  readonly computeCapability: number;
}

const ACCELERATORS: readonly Accelerator[] = data.accelerators;

/** The accelerator of that name, in any case and with or without a hyphen or underscore. */
export function hardwareNamed(name: string): Accelerator | undefined {
  const plain = name.toLowerCase().replace(/[-_ ]/g, "");
  return ACCELERATORS.find((accelerator) => accelerator.name === plain);
}

export function hardwareNames(): readonly string[] {
  return ACCELERATORS.map((accelerator) => accelerator.name);
}

/** Whether the accelerator multiplies matrices in this format natively. Integer and 16-bit formats without a rule: yes. */
export function supportsFormat({ computeCapability }: Accelerator, format: NumberFormat): boolean {
  return computeCapability >= neededCapability(format);
}

/** The least compute capability for training in a format (data/hardware/accelerators.json, `source`). */
function neededCapability(format: NumberFormat): number {
  if (format.kind !== "float" || format.bits > 16) return 0;
  if (format.bits < 8 || hasFixedBlock(format)) return 10;
  if (format.bits === 8) return 8.9;
  return format.name === "bf16" ? 8 : 0;
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
