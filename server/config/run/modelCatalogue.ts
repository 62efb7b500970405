import data from "../../data/models/models.json" with { type: "json" };
import { parseQuantity } from "./quantity.ts";

export interface CatalogueModel {
  readonly name: string;
  /** All parameters. */
  readonly parameters: number;
  /** Parameters that one token uses, for mixtures of experts; embeddings included. */
  readonly activeParameters?: number;
  /** Tokens of the pre-training, with `tokensSource`. */
  readonly pretrainingTokens?: number;
  readonly tokensSource?: string;
}

export type ModelSize =
  | { readonly from: "catalogue"; readonly model: CatalogueModel }
  /** Read out of the name itself: true to ±10 %. */
  | { readonly from: "name"; readonly parameters: number; readonly activeParameters?: number };

/** Decorations of the same weights: tuning, storage format. They do not change the parameter count. */
const DECORATION =
  /-(?:instruct|it|chat|base|deduped|hf|bnb-4bit|unsloth|gptq|awq|gguf|fp8|nvfp4|mxfp4|bf16|nf4|bnb|int4|int8|mlx(?:-\dbit)?|\dbit|w\da\d+)$/;

/** Tuning named before the release: `Mistral-7B-Instruct-v0.3`. */
const TUNING_BEFORE_RELEASE = /-(?:instruct|it|chat|base)(?=-v\d+(?:\.\d+)?$)/;

/** A release number after the size; several releases may share an architecture. */
const RELEASE = /-v\d+(?:\.\d+)?$/;

const MODELS: ReadonlyMap<string, CatalogueModel> = new Map(
  (data.models as readonly CatalogueModel[]).map((model) => [plainName(model.name), model]),
);

/** What a base model's name or path says about its size: from the catalogue, else from the name itself. */
export function modelSize(nameOrPath: string): ModelSize | undefined {
  const name = nameOrPath.replace(/\/+$/, "").split("/").at(-1) ?? nameOrPath;
  const plain = plainName(name);
  const model = MODELS.get(plain) ?? MODELS.get(plainName(plain.replace(RELEASE, "")));
  if (model) return { from: "catalogue", model };
  return sizeInName(name);
}

function plainName(name: string): string {
  let plain = name
    .toLowerCase()
    .replace(/^meta-/, "")
    .replaceAll("_", "-");
  for (
    let shorter = plain.replace(DECORATION, "");
    shorter !== plain;
    shorter = plain.replace(DECORATION, "")
  )
    plain = shorter;
  return plain.replace(TUNING_BEFORE_RELEASE, "").replace(/^tinyllama/, "tiny-llama");
}

/** `-7B`, `-8x7B`, `-30B-A3B`, `-350M`, `-1_6b`; in `llama3_1_8b` the 8, because a digit stands before `_1`. */
const SIZE = /(?:(?<!\d)_|^|[-. ]|_(?=\d+(?:\.\d+)?[bm]))(?:(\d+)x)?(\d+(?:[._]\d+)?)([bm])(?=$|[-_. ])/gi;
const ACTIVE = /[-_]a(\d+(?:[._]\d+)?)([bm])(?=$|[-_. ])/i;
/** `-16E`: the size beside it counts the active parameters only. */
const EXPERTS = /[-_]\d+e(?=$|[-_])/i;

/** One size, of all parameters; undefined where the name gives two (`OLMoE-1B-7B`) or only that of an expert. */
function sizeInName(name: string): ModelSize | undefined {
  const [[, experts, amount, unit] = [], another] = Array.from(name.matchAll(SIZE));
  if (amount === undefined || experts !== undefined || another || EXPERTS.test(name)) return undefined;
  const parameters = parseQuantity(`${amount.replace("_", ".")}${unit}`);
  const [, activeAmount, activeUnit] = ACTIVE.exec(name) ?? [];
  const activeParameters = activeAmount
    ? parseQuantity(`${activeAmount.replace("_", ".")}${activeUnit}`)
    : undefined;
  return parameters === undefined
    ? undefined
    : { from: "name", parameters, ...(activeParameters ? { activeParameters } : {}) };
}
