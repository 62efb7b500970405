import { modelSize } from "../../config/run/modelCatalogue.ts";
import { nameParts } from "../../config/run/modelName.ts";
import { formatQuantity } from "../../config/run/quantity.ts";
import { LARGEST_RUN } from "../../science/laws/largestRun.ts";
import { count, optional, Refusal } from "./readOptions.ts";

/** The options that say which model it is and how long it trains. */
export interface ModelOptions {
  readonly parameters?: string;
  readonly tokens?: string;
  readonly activeParameters?: string;
  readonly base?: string;
}

/** N and D of a question, and the released model that they are of. */
export interface PlannedModel {
  /** Its name without the owner, where one is named. */
  readonly name?: string;
  readonly parameters: number;
  /** Without embeddings, where the catalogue has it. */
  readonly nonEmbeddingParameters?: number;
  /** Those that a token uses, for a mixture of experts; undefined for a dense model. */
  readonly activeParameters?: number;
  readonly tokens: number;
}

/** Sizes by an option and by a model's name further apart than this are of different models. */
const LARGEST_DIFFERENCE = 0.1;

/**
 * The sizes that the options state or the model catalogue has by the name.
 * @throws Refusal where one is missing, unreadable or contradicts the catalogue
 */
export function plannedModel(options: ModelOptions, notes: string[]): PlannedModel {
  const known = optional(options.base, (name) => releasedModel(name, notes));
  const stated = {
    parameters: optional(options.parameters, (text) => count("--parameters", text)),
    tokens: optional(options.tokens, (text) => count("--tokens", text)),
    activeParameters: optional(options.activeParameters, (text) => count("--active-parameters", text)),
  };
  for (const [option, key] of [
    ["--parameters", "parameters"],
    ["--active-parameters", "activeParameters"],
    ["--tokens", "tokens"],
  ] as const)
    refuseContradiction(option, stated[key], known?.[key], known?.name);
  const parameters = known?.parameters ?? stated.parameters;
  const tokens = stated.tokens ?? known?.tokens;
  if (parameters === undefined) throw new Refusal("--parameters is missing; or name a model with --base.");
  if (tokens === undefined)
    throw new Refusal(
      known
        ? `--tokens is missing: how long ${known.name} was trained is not known here.`
        : "--tokens is missing; or name a model with --base.",
    );
  if (parameters > LARGEST_RUN.parameters)
    notes.push(beyond("--parameters", parameters, LARGEST_RUN.parameters));
  if (tokens > LARGEST_RUN.tokens) notes.push(beyond("--tokens", tokens, LARGEST_RUN.tokens));
  const active = known?.activeParameters ?? stated.activeParameters;
  const isUsable = active === undefined || active <= parameters;
  if (!isUsable)
    notes.push("--active-parameters are some of --parameters, so that there are no more of them.");
  return {
    ...(known ? { name: known.name } : {}),
    parameters,
    ...(known?.nonEmbeddingParameters ? { nonEmbeddingParameters: known.nonEmbeddingParameters } : {}),
    ...(active !== undefined && isUsable ? { activeParameters: active } : {}),
    tokens,
  };
}

function beyond(option: string, value: number, most: number): string {
  return `${option} is ${formatQuantity(value)}: beyond ${most.toExponential(0).replace("e+", "e")} nothing was ever measured, and no law says anything that counts.`;
}

function refuseContradiction(
  option: string,
  stated: number | undefined,
  known: number | undefined,
  name: string | undefined,
): void {
  if (stated === undefined || known === undefined || Math.abs(stated / known - 1) <= LARGEST_DIFFERENCE)
    return;
  throw new Refusal(
    `${option} is ${formatQuantity(stated)}, but ${name} has ${formatQuantity(known)}: leave one of the two out.`,
  );
}

type ReleasedModel = Omit<PlannedModel, "tokens" | "name"> & {
  readonly name: string;
  readonly tokens?: number;
};

function releasedModel(text: string, notes: string[]): ReleasedModel {
  const size = modelSize(text);
  const { name } = nameParts(text);
  switch (size?.from) {
    case undefined:
      throw new Refusal(`--base: ${text} is not a model whose size is known by name; state --parameters.`);
    case "ambiguous":
      throw new Refusal(
        `--base: ${text} may be ${size.candidates.map((model) => `${model.name} (${formatQuantity(model.parameters)})`).join(" or ")}.`,
      );
    case "name":
      notes.push(
        `--base: the size of ${text} is read from its name, ${formatQuantity(size.parameters)} ±10 %.`,
      );
      return {
        name,
        parameters: size.parameters,
        ...(size.activeParameters ? { activeParameters: size.activeParameters } : {}),
      };
    case "catalogue": {
      const { parameters, nonEmbeddingParameters, activeParameters, pretrainingTokens } = size.model;
      return {
        name,
        parameters,
        nonEmbeddingParameters,
        ...(activeParameters ? { activeParameters } : {}),
        ...(pretrainingTokens ? { tokens: pretrainingTokens } : {}),
      };
    }
  }
}
