import { isSixteenBitOrWider } from "../../science/formats/NumberFormat.ts";
import { QUANTIZATION_METHODS, type QuantizationMethod } from "../../science/laws/Law.ts";
import { methodBeforeLoading } from "./checkpointMethod.ts";
import { declarationPlaceText } from "./declarations.ts";
import { declarationOf, type RunSources } from "./factReader.ts";
import { nameParts } from "./modelName.ts";
import type { Fact, Facts, MissingFact } from "./TrainingRun.ts";

type MethodName = "quantizationMethod" | "baseMethod";
type DetailName = "symmetricQuantization" | "activationOrder";
type MethodFacts = Pick<Facts, MethodName | DetailName>;

/** The format that each method quantizes to. */
const FORMAT_OF = { quantizationMethod: "quantization", baseMethod: "baseWeights" } as const;

/**
 * How the planned quantization and that of the base model choose their values: as the settings say, else by the name of
 * the checkpoint, else as declared. One declaration serves both: it is about the quantization that is planned, and where
 * a run starts from a trained model and plans none, about that model.
 */
export function readMethods(
  sources: RunSources,
  { quantization, stage }: Pick<Facts, "quantization" | "stage">,
): MethodFacts {
  const declaration = declaredMethod(sources);
  const isPlanned = quantization !== undefined || stage?.value !== "fine-tune";
  const planned = overrideDefault(
    methodBySettings(sources, "quantizationMethod"),
    isPlanned ? declaration : undefined,
  );
  const loaded =
    methodBeforeLoading(sources) === undefined ? methodBySettings(sources, "baseMethod") : undefined;
  const base = overrideDefault(loaded ?? methodByName(sources), isPlanned ? undefined : declaration);
  return {
    ...(planned ? { quantizationMethod: planned } : {}),
    ...detail(sources, "symmetricQuantization"),
    ...detail(sources, "activationOrder"),
    ...(base ? { baseMethod: base } : {}),
  };
}

/** Whether the planned quantization is such, where the file says so. */
function detail({ properties }: RunSources, name: DetailName): Pick<Facts, DetailName> {
  const property = properties.known.get(name);
  if (typeof property?.value !== "boolean") return {};
  const { value, at, how } = property;
  return { [name]: { value, provenance: at.length > 0 ? "stated" : "default", how, at } };
}

/** Quantizations of the run whose method is not known, and why. */
export function missingMethods(
  facts: Facts,
  { properties, companions = [] }: Pick<RunSources, "properties" | "companions">,
): readonly MissingFact[] {
  return (["quantizationMethod", "baseMethod"] as const).flatMap((fact) => {
    const format = facts[FORMAT_OF[fact]];
    if (format === undefined || isSixteenBitOrWider(format.value) || facts[fact] !== undefined) return [];
    const theirs = companions.flatMap(({ file, config }) => {
      const name = file.facts?.[fact];
      return config.run.missing.filter((entry) => entry.fact === name);
    });
    const because =
      properties.unknown.get(fact) ?? theirs[0]?.because ?? "the file does not say by which method";
    return [{ fact, because, declare: "method=…" }];
  });
}

/** A declaration overrides the framework's default, and the file overrides a declaration. */
function overrideDefault(
  fact: Fact<QuantizationMethod> | undefined,
  declaration: Fact<QuantizationMethod> | undefined,
): Fact<QuantizationMethod> | undefined {
  return fact === undefined || fact.provenance === "default" ? (declaration ?? fact) : fact;
}

function methodBySettings(
  { properties }: RunSources,
  name: MethodName,
): Fact<QuantizationMethod> | undefined {
  const property = properties.known.get(name);
  const value = QUANTIZATION_METHODS.find((method) => method === property?.value);
  if (property === undefined || value === undefined) return undefined;
  const { at, how } = property;
  return { value, provenance: at.length > 0 ? "stated" : "default", how, at };
}

function methodByName({ readings }: RunSources): Fact<QuantizationMethod> | undefined {
  const reading = readings.dialect.keys["baseModel"] && readings.stated("baseModel");
  if (reading?.value?.type !== "string") return undefined;
  const found = methodInName(reading.value.value);
  if (found === undefined) return undefined;
  const how = `\`${found.word}\` in the name \`${reading.value.value}\``;
  return { value: found.method, provenance: "catalogued", how, at: [reading.span] };
}

function declaredMethod(sources: RunSources): Fact<QuantizationMethod> | undefined {
  const declaration = declarationOf(sources, "method");
  const value = QUANTIZATION_METHODS.find((method) => method === declaration?.value);
  if (declaration === undefined || value === undefined) return undefined;
  return {
    value,
    provenance: "declared",
    how: `declared \`method=${value}\`${declarationPlaceText(declaration.valueSpan)}`,
    at: [declaration.valueSpan],
  };
}

/**
 * Words in a checkpoint's name that say how it was quantized. Learned rounding comes first: AutoRound also writes the
 * layouts of GPTQ and AWQ, and the name then has both words.
 */
const WORDS: readonly (readonly [word: RegExp, method: QuantizationMethod])[] = [
  [part("efficientqat"), "tuned"],
  [part("auto-?round|omniquant"), "learned"],
  [part("gptq"), "gptq"],
  [part("awq"), "awq"],
  [part("bnb|hqq|eetq|quanto"), "rtn"],
];

function part(words: string): RegExp {
  return new RegExp(`(?:^|[-_.])(${words})(?=$|[-_.])`, "i");
}

/** No hub has longer names. */
const LONGEST_NAME = 200;

/** The method that a checkpoint's name states, with the word that does: `Qwen2.5-7B-Instruct-GPTQ-Int4`. */
function methodInName(
  nameOrPath: string,
): { readonly method: QuantizationMethod; readonly word: string } | undefined {
  const { name } = nameParts(nameOrPath);
  if (name.length > LONGEST_NAME) return undefined;
  for (const [pattern, method] of WORDS) {
    const word = pattern.exec(name)?.[1];
    if (word !== undefined) return { method, word };
  }
  return undefined;
}
