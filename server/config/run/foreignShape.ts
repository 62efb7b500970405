import { spelling } from "../dialect/readKey.ts";
import { locate } from "../document/ConfigDocument.ts";
import type { ConfigNode } from "../document/ConfigNode.ts";
import { readScalar, type ScalarLoader } from "../document/readScalar.ts";
import type { RunSources } from "./factReader.ts";
import { isKnownPath } from "./unknownKeys.ts";

/** Keys beside the layers of a model that speak of another architecture, by what they hold. */
const SIGNS: readonly { readonly name: RegExp; readonly counts: boolean }[] = [
  // a block of another model: nanotron's `is_own_config`
  { name: /^is_\w+_config$/i, counts: false },
  {
    name: /^(?:use_)?(?:moe|mla|mamba\d?|ssm|rwkv|retro|griffin|retnet|hyena|hybrid\w*|linear_attention|multi_latent_attention|cross_attention)$/i,
    counts: false,
  },
  { name: /^(?:retro|mamba|ssm|rwkv|griffin)_\w+/i, counts: false },
  // state-space layers
  { name: /^(?:d_state|d_conv|d_inner|time_step_rank|dt_rank)$/i, counts: false },
  // experts
  {
    name: /^(?:moe_)?(?:n|num|number_of)_(?:\w+_)?experts?$|^experts?_(?:num|count)$|^moe_experts$|^num_moe_layers$/i,
    counts: true,
  },
  // a layer more for each further token that is predicted
  { name: /^(?:num_nextn_predict_layers|mtp_num_layers|num_mtp_layers)$/i, counts: false },
  // positions that are learned, or of another kind
  { name: /sinusoid|^learned_pos|^use_learned_pos|^absolute_pos/i, counts: false },
  // latents of attention, encoders
  {
    name: /^(?:kv|q)_lora_rank$|^(?:num_)?encoder_layers$|^encoder_num_layers$/i,
    counts: true,
  },
];

/**
 * Why the shape of this file is not that of the decoder which the dialect counts: a key of another architecture stands
 * beside the layers. Dialects with a model type are told by it, and need no such evidence.
 */
export function foreignShape({ readings }: Pick<RunSources, "readings">): string | undefined {
  const { dialect, root, loader } = readings;
  const layers = readings.stated("layers");
  if (layers === undefined || dialect.keys["model_type"] !== undefined) return undefined;
  const block = layers.path.slice(0, -1);
  const map = locate(root, block)?.node;
  if (map?.kind !== "map") return undefined;
  for (const { key, value } of map.entries) {
    const sign = SIGNS.find(({ name }) => name.test(key));
    if (sign === undefined || isKnownPath(dialect, [...block, key])) continue;
    if (!says(value, loader.scalars, sign.counts)) continue;
    return `\`${key}\` speaks of a model that is not counted here; \`${spelling(readings, "layers")}\` alone does not say what its layers have`;
  }
  return undefined;
}

function says(node: ConfigNode, loader: ScalarLoader, counts: boolean): boolean {
  if (node.kind === "map") return node.entries.length > 0;
  if (node.kind === "list") return node.items.length > 0;
  const value = readScalar(node, loader);
  if (value.type === "integer" || value.type === "float") return value.value > (counts ? 1 : 0);
  if (value.type === "boolean") return value.value;
  return value.type === "string" && !/^(?:none|null|false|no|off|)$/i.test(value.value);
}
