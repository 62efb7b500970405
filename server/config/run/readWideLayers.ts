import type { Property } from "../dialect/evaluateSettings.ts";
import { optionalNumber, type RunSources } from "./factReader.ts";
import { linearLayers, shareOfEnds } from "./linearLayers.ts";
import { formatInteger } from "./quantity.ts";
import { readArchitecture } from "./readArchitecture.ts";
import type { Fact } from "./TrainingRun.ts";

/**
 * The share of the linear layers' parameters that stays in 16 bits, where the settings say how many of the first and the
 * last layers do (`wideFirst`, `wideLast`), or a list names the modules that do (key `wideModules`). Undefined where they
 * say neither, or the model's shape is not known.
 */
export function readWideLayers(sources: RunSources): Fact<number> | undefined {
  const { known } = sources.properties;
  const first = known.get("wideFirst");
  const last = known.get("wideLast");
  return first && last ? wideEnds(sources, first, last) : wideModules(sources);
}

function wideEnds(sources: RunSources, start: Property, end: Property): Fact<number> | undefined {
  const first = countOf(start);
  const last = countOf(end);
  if (first === undefined || last === undefined) return undefined;
  const at = [...start.at, ...end.at.filter((span) => !start.at.includes(span))];
  // Both name the key that switches them on.
  const because = [...new Set([...start.how.split(", "), ...end.how.split(", ")])].join(", ");
  if (first + last === 0)
    return {
      value: 0,
      provenance: at.length > 0 && !start.byDefault ? "stated" : "default",
      how: `none: ${because}`,
      at,
    };
  const shape = readArchitecture(sources);
  if (!shape.ok || Math.max(first, last) > shape.architecture.layers) return undefined;
  const model = linearLayers(shape.architecture, optionalNumber(sources, "denseLayers")?.value);
  if (model === undefined) return undefined;
  const share = shareOfEnds(model, first, last);
  return {
    value: share,
    provenance: "derived",
    how: `${endsText(first, last)} of ${formatInteger(shape.architecture.layers)} layers = ${Number((100 * share).toPrecision(3))} %: ${because}`,
    at,
  };
}

function countOf({ value }: Property): number | undefined {
  const count = typeof value === "string" ? Number(value) : Number.NaN;
  return Number.isInteger(count) && count >= 0 ? count : undefined;
}

function endsText(first: number, last: number): string {
  if (last === 0) return `first ${first}`;
  return first === 0 ? `last ${last}` : `first ${first} and last ${last}`;
}

/** Names that heads and embeddings have in Hugging Face, Megatron and torchtune models. */
const NO_LINEAR_LAYER = /^(?:model\.)?(?:lm_head|output|output_layer|head|embed_tokens|tok_embeddings|wte)$/;

/** A list that names the head and the embeddings only keeps no linear layer wide; other names are not resolved here. */
function wideModules({ readings, properties }: RunSources): Fact<number> | undefined {
  const narrow = properties.known.get("wideModules");
  const reading = readings.dialect.keys["wideModules"] && readings.stated("wideModules");
  if (narrow?.value !== true || reading === undefined || reading.located.node.kind !== "list")
    return undefined;
  const names = reading.located.node.items.map(({ value }) => (value.kind === "scalar" ? value.text : ""));
  if (!names.every((name) => NO_LINEAR_LAYER.test(name))) return undefined;
  const how = `none: \`${reading.path.at(-1)}\` names ${names.map((name) => `\`${name}\``).join(", ") || "no module"}`;
  return { value: 0, provenance: "stated", how, at: [reading.span] };
}
