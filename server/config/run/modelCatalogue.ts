import { type CatalogueModel, MODEL_FAMILIES } from "./modelFamilies.ts";
import { type NamedSize, nameParts, plainName, sizeInName, withoutReleaseNumber } from "./modelName.ts";

export type ModelSize =
  | {
      readonly from: "catalogue";
      readonly model: CatalogueModel;
      /** What the name says about it: `is Llama-3-8B`, `is a release of Mistral-7B-v0.1`. */
      readonly relation: string;
      /** Why the model's pre-training tokens are open, although its size is certain. */
      readonly openTokens?: string;
    }
  /** The name fits several models of different sizes: nothing is guessed. */
  | { readonly from: "ambiguous"; readonly candidates: readonly CatalogueModel[] }
  /** Read out of the name itself, or that of the catalogued model it is named after: true to ±10 %. */
  | ({ readonly from: "name"; readonly after?: string } & NamedSize);

const MODELS = indexed(MODEL_FAMILIES.flatMap(({ models }) => models));

/** Catalogued names, the longest first: `llama-3.1-8b` before `llama-8b`. */
const NAMES = [...MODELS.keys()].filter((key) => !key.includes("/")).sort((a, b) => b.length - a.length);

function indexed(models: readonly CatalogueModel[]): ReadonlyMap<string, readonly CatalogueModel[]> {
  const index = new Map<string, CatalogueModel[]>();
  for (const model of models) {
    for (const key of new Set([model.name, ...(model.aliases ?? [])].map(qualifiedKey)))
      index.set(key, [...(index.get(key) ?? []), model]);
  }
  return index;
}

/** `huggyllama/llama-7b`: the owner as it is, the name without decorations. */
function qualifiedKey(name: string): string {
  const [owner, rest] = name.split("/");
  return rest === undefined ? plainName(name) : `${owner?.toLowerCase()}/${plainName(rest)}`;
}

/** No hub has longer names; text beyond it is not a name, and not worth the search. */
const LONGEST_NAME = 200;

/** The size of a base model by its name or path: from the catalogue, else from the name itself. */
export function modelSize(nameOrPath: string): ModelSize | undefined {
  const { name, qualified } = nameParts(nameOrPath);
  if (qualified.length > LONGEST_NAME) return undefined;
  const plain = plainName(name);
  const known = MODELS.get(qualifiedKey(qualified)) ?? MODELS.get(plain);
  if (known !== undefined) return oneOf(known);
  const bare = withoutReleaseNumber(plain);
  const releases = bare === undefined ? undefined : MODELS.get(bare);
  if (releases !== undefined) return asOtherRelease(oneOf(releases));
  return named(name, plain);
}

/** Models of one size are as good as one; what only some of them have stays open. */
function oneOf(candidates: readonly CatalogueModel[]): ModelSize | undefined {
  const [first, ...others] = candidates;
  if (first === undefined) return undefined;
  if (others.length === 0) return { from: "catalogue", model: first, relation: `is ${first.name}` };
  const same = others.every(
    (other) =>
      other.parameters === first.parameters &&
      other.activeParameters === first.activeParameters &&
      other.nonEmbeddingParameters === first.nonEmbeddingParameters,
  );
  if (!same) return { from: "ambiguous", candidates };
  const relation = `may be ${candidates.map(({ name }) => name).join(" or ")}`;
  return { from: "catalogue", model: withoutTokens(first), relation, openTokens: relation };
}

/** A release that is not catalogued has the architecture of the others, and a training of its own. */
function asOtherRelease(size: ModelSize | undefined): ModelSize | undefined {
  if (size?.from !== "catalogue") return size;
  const relation = `is a release of ${size.model.name}`;
  const openTokens = `${relation} whose training is not known here`;
  return { from: "catalogue", model: withoutTokens(size.model), relation, openTokens };
}

function withoutTokens({ pretrainingTokens: _, tokensSource: __, ...model }: CatalogueModel): CatalogueModel {
  return model;
}

/** The size in a name; where a catalogued name is in it (`gemma-2-2b-jpn`), that model's own size. */
function named(name: string, plain: string): ModelSize | undefined {
  const size = sizeInName(name);
  if (size === undefined) return undefined;
  const key = NAMES.find((known) => `-${plain}-`.includes(`-${known}-`) && sizeInName(known) !== undefined);
  const like = key === undefined ? undefined : oneOf(MODELS.get(key) ?? []);
  if (like?.from !== "catalogue") return { from: "name", ...size };
  const { parameters, activeParameters } = like.model;
  return {
    from: "name",
    after: like.model.name,
    parameters,
    ...(activeParameters ? { activeParameters } : {}),
  };
}
