import type { RunSources } from "./factReader.ts";
import { nameParts } from "./modelName.ts";
import type { Fact } from "./TrainingRun.ts";

/** The name of the model that a run starts from, without its owner; undefined for a run from scratch. */
export function readBaseModel({ readings, properties }: RunSources): Fact<string> | undefined {
  if (properties.known.get("stage")?.value === "pretrain") return undefined;
  const name = ["baseModel", "originModel"].find((one) => readings.dialect.keys[one] !== undefined);
  const reading = name === undefined ? undefined : readings.stated(name);
  if (reading?.value?.type !== "string") return undefined;
  const { name: value } = nameParts(reading.value.value);
  return { value, provenance: "stated", how: `\`${reading.value.value}\``, at: [reading.span] };
}
