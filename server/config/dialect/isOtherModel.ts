import neighbours from "../../data/neighbours.json" with { type: "json" };
import { locate } from "../document/ConfigDocument.ts";
import type { MapNode } from "../document/ConfigNode.ts";

const KEYS: readonly (readonly string[])[] = neighbours.keys.map((path) => path.split("."));
const MODELS = new RegExp(neighbours.models, "i");
/** No hub has longer names. */
const LONGEST_NAME = 200;

/**
 * Whether a config is of a model of images, sound or video, by a key that only their trainers have or by the name of the
 * model: no dialect reads it, however many keys it shares with the trainers of language models.
 */
export function isOtherModel(root: MapNode): boolean {
  return (
    KEYS.some((path) => isSet(root, path)) || neighbours.modelKeys.some((key) => namesOtherModel(root, key))
  );
}

function isSet(root: MapNode, path: readonly string[]): boolean {
  const node = locate(root, path)?.node;
  return node !== undefined && !(node.kind === "scalar" && /^(?:null|~|false|none|)$/i.test(node.text));
}

function namesOtherModel(root: MapNode, key: string): boolean {
  const node = locate(root, key.split("."))?.node;
  return node?.kind === "scalar" && node.text.length <= LONGEST_NAME && MODELS.test(node.text);
}
