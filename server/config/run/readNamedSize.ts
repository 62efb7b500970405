import { type KeyReading, spelling } from "../dialect/readKey.ts";
import type { RunSources } from "./factReader.ts";
import { type ModelSize, modelSize } from "./modelCatalogue.ts";
import { builderNames, nameParts, nameTolerance } from "./modelName.ts";
import { formatInteger, formatQuantity } from "./quantity.ts";
import type { Fact, Facts } from "./TrainingRun.ts";

export type SizeFacts = Pick<
  Facts,
  "parameters" | "activeParameters" | "nonEmbeddingParameters" | "pretrainingTokens"
>;

/** Facts from the base model's name, or why there are none. */
export interface NamedSizeFacts {
  readonly facts: SizeFacts;
  readonly because?: string;
  /** Why the tokens of the pre-training are open, although the model is known. */
  readonly openTokens?: string;
  /** The name is of the model that this one was made from. */
  readonly isOrigin?: boolean;
}

/**
 * Size and pre-training of the base model that a config names, or of the one that a model's own config was made from. A
 * run from scratch takes over no training.
 */
export function readNamedSize(sources: RunSources): NamedSizeFacts {
  const named = byModelName(sources);
  return named.facts.parameters ? named : (byBuilder(sources) ?? bySettings(sources) ?? named);
}

/** The architecture that several keys choose together, as torchtitan's `name` and `flavor` do. */
function bySettings({ readings, properties }: RunSources): NamedSizeFacts | undefined {
  const because = properties.unknown.get("namedModel");
  const chosen = properties.known.get("namedModel");
  if (typeof chosen?.value !== "string") return because === undefined ? undefined : { facts: {}, because };
  const reading = readings.stated(chosen.keys.at(-1) ?? "");
  const size = modelSize(chosen.value);
  if (reading === undefined || size?.from !== "catalogue") return undefined;
  const { pretrainingTokens: _, ...facts } = catalogued(chosen.how.replaceAll("`", ""), size, reading);
  return { facts };
}

/** A function that builds the model gives its architecture; which weights are loaded, and their training, it does not say. */
function byBuilder({ readings }: RunSources): NamedSizeFacts | undefined {
  const reading = readings.stated("modelBuilder");
  if (reading?.value?.type !== "string") return undefined;
  for (const name of builderNames(reading.value.value)) {
    const size = modelSize(name);
    if (size?.from !== "catalogue") continue;
    const { pretrainingTokens: _, ...facts } = catalogued(reading.value.value, size, reading);
    return { facts };
  }
  return undefined;
}

function byModelName(sources: RunSources): NamedSizeFacts {
  const { readings } = sources;
  const name = ["baseModel", "originModel"].find((one) => readings.dialect.keys[one] !== undefined);
  if (name === undefined) return { facts: {} };
  const reading = readings.stated(name);
  const key = spelling(readings, name);
  if (reading?.unresolved !== undefined) return { facts: {}, because: `\`${key}\`: ${reading.unresolved}` };
  if (reading?.value?.type !== "string") return { facts: {}, because: `\`${key}\` is not set` };
  const named = { ...sizeOf(reading.value.value, reading, key), isOrigin: name === "originModel" };
  if (sources.properties.known.get("stage")?.value !== "pretrain") return named;
  const { pretrainingTokens: _, ...untrained } = named.facts;
  const { openTokens: __, ...rest } = named;
  return { ...rest, facts: untrained };
}

function sizeOf(text: string, reading: KeyReading, key: string): NamedSizeFacts {
  const size = modelSize(text);
  const name = text.length > 120 ? `${text.slice(0, 119)}…` : text;
  switch (size?.from) {
    case undefined:
      return { facts: {}, because: `\`${key}: ${name}\` is not a model whose size is known by name` };
    case "ambiguous": {
      const candidates = size.candidates.map((model) => `${model.name} (${formatInteger(model.parameters)})`);
      return { facts: {}, because: `\`${key}: ${name}\` may be ${candidates.join(" or ")}` };
    }
    case "name":
      return { facts: sizeByName(name, size, reading) };
    case "catalogue":
      return {
        facts: catalogued(name, size, reading),
        ...(size.openTokens ? { openTokens: `\`${key}: ${name}\` ${size.openTokens}` } : {}),
      };
  }
}

type Known<From> = Extract<ModelSize, { readonly from: From }>;

/** A rounded size: every fact carries its tolerance. */
function sizeByName(name: string, size: Known<"name">, { span }: KeyReading): SizeFacts {
  // A model that is named after a catalogued one has its size, up to what was added to it.
  const tolerance = size.after === undefined ? nameTolerance(name) : nameTolerance("");
  const source = size.after ? `\`${name}\` is named after ${size.after}` : `the size in the name \`${name}\``;
  const fact = (value: number): Fact<number> => ({
    value,
    provenance: "catalogued",
    how: `${formatQuantity(value)} ±${tolerance * 100} %: ${source}`,
    at: [span],
    tolerance,
  });
  return {
    parameters: fact(size.parameters),
    ...(size.activeParameters ? { activeParameters: fact(size.activeParameters) } : {}),
  };
}

function catalogued(name: string, { model, relation }: Known<"catalogue">, { span }: KeyReading): SizeFacts {
  const fact = (value: number, about = ""): Fact<number> => ({
    value,
    provenance: "catalogued",
    how: `\`${name}\` ${relation}: ${formatInteger(value)}${about}`,
    at: [span],
  });
  return {
    parameters: fact(model.parameters),
    ...(model.activeParameters ? { activeParameters: fact(model.activeParameters) } : {}),
    nonEmbeddingParameters: fact(
      model.nonEmbeddingParameters,
      ` without embeddings, ${model.how.nonEmbedding}`,
    ),
    ...(model.pretrainingTokens
      ? { pretrainingTokens: fact(model.pretrainingTokens, ` tokens (${model.tokensSource})`) }
      : {}),
  };
}

/** The name of the model that a run starts from, without its owner; undefined for a run from scratch. */
export function readBaseModel({ readings, properties }: RunSources): Fact<string> | undefined {
  if (properties.known.get("stage")?.value === "pretrain") return undefined;
  const name = ["baseModel", "originModel"].find((one) => readings.dialect.keys[one] !== undefined);
  const reading = name === undefined ? undefined : readings.stated(name);
  if (reading?.value?.type !== "string") return undefined;
  const { name: value } = nameParts(reading.value.value);
  return { value, provenance: "stated", how: `\`${reading.value.value}\``, at: [reading.span] };
}
