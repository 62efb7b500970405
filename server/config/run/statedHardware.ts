import type { DialectFile } from "../dialect/Dialect.ts";
import { type ConfigDocument, locate } from "../document/ConfigDocument.ts";
import { hardwareNamed } from "./hardware.ts";
import type { Fact } from "./TrainingRun.ts";

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
