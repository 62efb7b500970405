import { isSixteenBitOrWider, type NumberFormat } from "../../science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import type { Property } from "../dialect/evaluateSettings.ts";
import { type DeclarableKey, declarationPlaceText } from "./declarations.ts";
import { declarationOf, type RunSources } from "./factReader.ts";
import { readWideLayers } from "./readWideLayers.ts";
import { type Fact, type Facts, type MissingFact, NARROW_PRODUCTS, SCALINGS } from "./TrainingRun.ts";

type RecipeFacts = Pick<
  Facts,
  | "outputGradients"
  | "backwardProducts"
  | "hadamard"
  | "stochasticRounding"
  | "outlierTreatment"
  | "twoDimensionalScales"
  | "scaling"
  | "wideLayers"
  | "wideEnd"
>;

/**
 * The scheme of training in low precision: the operands of the backward pass, its techniques, and what stays wide. What
 * neither the file nor its framework states is open.
 */
export function readRecipe(
  sources: RunSources,
  run: Pick<Facts, "weights" | "activations" | "stage">,
  missing: MissingFact[],
): RecipeFacts {
  const facts = withoutOpen({
    outputGradients: readFact(sources, "outputGradients", "output_gradients", asFormat),
    backwardProducts: readFact(sources, "backwardProducts", "backward_products", oneOf(NARROW_PRODUCTS)),
    hadamard: readFact(sources, "hadamard", "hadamard", asFlag),
    stochasticRounding: readFact(sources, "stochasticRounding", "stochastic_rounding", asFlag),
    outlierTreatment: readFact(sources, "outlierTreatment", "outlier_treatment", asFlag),
    twoDimensionalScales: readFact(sources, "twoDimensionalScales", "two_dimensional_scales", asFlag),
    scaling: readFact(sources, "scaling", "scaling", oneOf(SCALINGS)),
    wideLayers: preferred(
      isInFewBits(run) ? readWideLayers(sources) : undefined,
      declared(sources, "wide_layers", asNumber),
    ),
    wideEnd: declared(sources, "wide_end", asNumber),
  });
  // Nobody predicts anything from it in fine-tuning.
  if (facts.outputGradients === undefined && isInFewBits(run) && run.stage?.value === "pretrain") {
    const because =
      sources.properties.unknown.get("outputGradients") ?? "their format in the backward pass is not stated";
    missing.push({ fact: "outputGradients", because, declare: "output_gradients=…" });
  }
  return facts;
}

function isInFewBits({ weights, activations }: Pick<Facts, "weights" | "activations">): boolean {
  return [weights, activations].some((fact) => fact !== undefined && !isSixteenBitOrWider(fact.value));
}

/** How a value is taken from a setting or a declaration; undefined where it is of another kind. */
type Read<T> = (value: unknown) => T | undefined;

const asFormat: Read<NumberFormat> = (value) => {
  if (typeof value === "string") return parseNumberFormat(value);
  return typeof value === "object" && value !== null ? (value as NumberFormat) : undefined;
};
const asFlag: Read<boolean> = (value) => (typeof value === "boolean" ? value : undefined);
const asNumber: Read<number> = (value) => (typeof value === "number" ? value : undefined);
const oneOf =
  <T extends string>(words: readonly T[]): Read<T> =>
  (value) =>
    words.find((word) => word === value);

function readFact<T>(
  sources: RunSources,
  name: keyof RecipeFacts,
  key: DeclarableKey,
  read: Read<T>,
): Fact<T> | undefined {
  return preferred(bySettings(sources.properties.known.get(name), read), declared(sources, key, read));
}

function bySettings<T>(property: Property | undefined, read: Read<T>): Fact<T> | undefined {
  const value = read(property?.value);
  if (property === undefined || value === undefined) return undefined;
  const { at, how, byDefault } = property;
  return { value, provenance: at.length > 0 && !byDefault ? "stated" : "default", how, at };
}

function declared<T>(sources: RunSources, key: DeclarableKey, read: Read<T>): Fact<T> | undefined {
  const declaration = declarationOf(sources, key);
  const value = read(declaration?.value);
  if (declaration === undefined || value === undefined) return undefined;
  const shown = typeof declaration.value === "object" ? declaration.value.name : declaration.value;
  return {
    value,
    provenance: "declared",
    how: `declared \`${key}=${shown}\`${declarationPlaceText(declaration.valueSpan)}`,
    at: [declaration.valueSpan],
  };
}

/** The file comes before a declaration, and a declaration before the framework's default. */
function preferred<T>(own: Fact<T> | undefined, declaration: Fact<T> | undefined): Fact<T> | undefined {
  return own === undefined || own.provenance === "default" ? (declaration ?? own) : own;
}

function withoutOpen<T extends object>(facts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
