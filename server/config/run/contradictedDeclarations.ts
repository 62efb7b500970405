import { compareVersions } from "../dialect/compareVersions.ts";
import { type KeyReadings, spelling } from "../dialect/readKey.ts";
import { isInOwnFile } from "../document/ConfigNode.ts";
import type { DeclarableKey, Declaration, DeclarationProblem, Declarations } from "./declarations.ts";
import { statedVersion } from "./packageVersion.ts";
import { formatInteger } from "./quantity.ts";
import type { Fact, FactName, TrainingRun } from "./TrainingRun.ts";

type Facts = TrainingRun["facts"];

/** The facts that a declaration states, of which it may state one. A factor of the tokens and a file state none. */
const STATES: Readonly<Partial<Record<DeclarableKey, readonly FactName[]>>> = {
  parameters: ["parameters"],
  active_parameters: ["activeParameters"],
  non_embedding_parameters: ["nonEmbeddingParameters"],
  tokens: ["tokens"],
  pretraining_tokens: ["pretrainingTokens"],
  compute_budget: ["computeBudget"],
  weights: ["weights"],
  activations: ["activations"],
  kv_cache: ["kvCache"],
  quantization: ["quantization"],
  output_gradients: ["outputGradients"],
  backward_products: ["backwardProducts"],
  hadamard: ["hadamard"],
  stochastic_rounding: ["stochasticRounding"],
  outlier_treatment: ["outlierTreatment"],
  two_dimensional_scales: ["twoDimensionalScales"],
  scaling: ["scaling"],
  wide_layers: ["wideLayers"],
  wide_end: ["wideEnd"],
  method: ["quantizationMethod", "baseMethod"],
  hardware: ["hardware"],
  speedup: ["speedup"],
  run_noise: ["runNoise"],
  stage: ["stage"],
};

/** People round: `parameters=7B` is no contradiction of 6.74B. */
const ROUNDING = 0.1;

/**
 * What the file says instead of a declaration, with its derivation. Undefined where it says nothing about it or, but
 * for rounding, the same: then the declaration is right, whether it is needed or not.
 */
export function contradictionOf(
  declaration: Pick<Declaration, "key" | "value">,
  { facts }: Pick<TrainingRun, "facts">,
  readings: KeyReadings,
): string | undefined {
  if (declaration.key === "sequence_length") return otherLength(declaration.value, readings);
  if (declaration.key === "framework_version") return otherVersion(declaration.value, readings);
  const stated = factsOf(declaration.key, facts);
  return stated.some(({ value }) => agrees(declaration.value, value)) ? undefined : stated[0]?.how;
}

function factsOf(key: DeclarableKey, facts: Facts): readonly Fact<unknown>[] {
  return (STATES[key] ?? []).flatMap((name) => facts[name] ?? []);
}

function agrees(declared: Declaration["value"], value: unknown): boolean {
  if (typeof declared === "number" && typeof value === "number")
    return Math.abs(declared / value - 1) <= ROUNDING;
  return nameOf(declared) === nameOf(value);
}

/** Formats are compared by their names, other facts as they are. */
function nameOf(value: unknown): unknown {
  return typeof value === "object" && value !== null && "name" in value ? value.name : value;
}

function otherLength(declared: Declaration["value"], readings: KeyReadings): string | undefined {
  const length = readings.isStated("sequenceLength") ? readings.word("sequenceLength") : undefined;
  if (typeof length !== "number" || length === declared) return undefined;
  return `${spelling(readings, "sequenceLength")} ${formatInteger(length)}`;
}

function otherVersion(declared: Declaration["value"], readings: KeyReadings): string | undefined {
  const { package: name = "", versions = {} } = readings.dialect;
  const stated = statedVersion({ readings }, name);
  if (stated === undefined || compareVersions(stated, String(declared)) === 0) return undefined;
  return `${spelling(readings, versions[name] ?? "")} ${stated}`;
}

/** Declarations that the file contradicts. They have no effect: a declaration only fills in what a file lacks. */
export function contradictedDeclarations(
  { declared }: Declarations,
  run: TrainingRun,
  readings: KeyReadings,
): readonly DeclarationProblem[] {
  const used = new Set(
    (Object.values(run.facts) as Fact<unknown>[]).flatMap(({ at }) =>
      at.filter(isInOwnFile).map(({ start }) => start),
    ),
  );
  return [...declared.values()].flatMap((declaration) => {
    const { key, keySpan, valueSpan } = declaration;
    const otherwise = used.has(valueSpan.start) ? undefined : contradictionOf(declaration, run, readings);
    if (otherwise === undefined) return [];
    const span = { start: keySpan.start, end: valueSpan.end };
    const message = `\`${key}\` is not used, because the file says otherwise: ${otherwise}. Correct or remove it.`;
    return [{ span, message, suggestions: [] }];
  });
}
