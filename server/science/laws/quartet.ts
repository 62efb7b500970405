import type { NumberFormat } from "../formats/NumberFormat.ts";
import { againstOwnCache } from "./againstOwnCache.ts";
import { domainStatus } from "./domainStatus.ts";
import type { Applicability, Law, LawFile, LawFormats, LawInputs, Prediction } from "./Law.ts";
import {
  backwardShare,
  forwardShare,
  type QuartetConstants,
  quartetConstants,
  quartetEffectiveParameters,
  quartetLoss,
  type Rounding,
  wholeShares,
} from "./quartetFormulas.ts";
import { requireSizes } from "./requireSizes.ts";
import type { TrainingRecipe } from "./TrainingRecipe.ts";

export const quartetFormula: readonly string[] = [
  "L(N, D) = ( A/(N·effN)^α + B/(D·effD)^β )^γ + E",
  "effN by the forward format, effD by the backward format, both 1 from 8 bits on",
];

/** Castro et al. 2025: loss of training in MXFP4 over N and D, with multipliers for each pass. */
export function quartet(file: LawFile): Law {
  const constants = quartetConstants(file);
  return {
    file,
    applicability: (formats) => applicability(file, formats),
    predict: (inputs) => predict(file, constants, inputs),
  };
}

function applicability(file: LawFile, formats: LawFormats): Applicability {
  const because = endToEnd(file, formats) ? againstOwnCache(formats) : reasonAgainst(formats);
  return because === undefined ? { applies: true } : { applies: false, because };
}

/**
 * The published multipliers of a scheme that quantizes all passes, where the run follows one in its own format: LUQ-INT4
 * in INT4, LUQ-FP4 in FP4, Quartet in MXFP4.
 */
function endToEnd(file: LawFile, { weights, activations, backward, recipe }: LawFormats) {
  if (recipe?.kind !== "whole") return undefined;
  const isOwn = OWN_FORMATS[recipe.name];
  const operands = [weights, activations, backward];
  if (!isOwn || !operands.every((format) => format !== undefined && isOwn(format))) return undefined;
  return wholeShares(file, recipe.name);
}

const OWN_FORMATS: Readonly<Record<string, (format: NumberFormat) => boolean>> = {
  Quartet: isMxfp4,
  "LUQ-INT4": ({ kind, bits }) => kind === "integer" && bits === 4,
  "LUQ-FP4": ({ kind, bits }) => kind === "float" && bits === 4,
};

function reasonAgainst(formats: LawFormats): string | undefined {
  const { weights, activations, backward } = formats;
  const operands = [weights, activations, ...(backward ? [backward] : [])];
  const foreign = operands.find((format) => !isMxfp4(format) && !isLossless(format));
  if (foreign) return `multipliers are published for MXFP4 only; this run uses ${foreign.label}`;
  if (!operands.some(isMxfp4)) return "a law of training in MXFP4; 8 bits and more count as lossless there";
  if (isMxfp4(weights) !== isMxfp4(activations))
    return `multipliers are published for weights and activations in MXFP4 together; ${
      isMxfp4(weights) ? `activations are ${activations.label}` : `weights are ${weights.label}`
    }`;
  return againstOwnCache(formats);
}

function isMxfp4({ name }: NumberFormat): boolean {
  return name === "mxfp4";
}

/** FP8 is taken as lossless in the paper; nothing is said about INT8. */
function isLossless({ kind, bits }: NumberFormat): boolean {
  return kind === "float" && bits >= 8;
}

function predict(file: LawFile, c: QuartetConstants, inputs: LawInputs): Prediction {
  requireSizes(inputs);
  const { parameters, tokens } = inputs;
  const run = { parameters, tokens, ...(endToEnd(file, inputs) ?? sharesOfPasses(file, inputs)) };
  const loss = quartetLoss(c, run);
  return {
    law: file.name,
    diverges: false,
    loss,
    terms: [
      { name: "parametersAndData", value: loss - c.E },
      { name: "irreducible", value: c.E },
    ],
    delta: loss - quartetLoss(c, { parameters, tokens, effN: 1, effD: 1 }),
    effectiveParameters: quartetEffectiveParameters(c, run),
    domain: domainStatus(file.domain, {
      parameters: [parameters],
      tokens: [tokens],
      tokensPerParameter: [tokens / parameters],
    }),
    caveats: caveatsOf(file, inputs),
  };
}

/** effN and effD of each pass alone; a pass whose rounding is not known, or has no multiplier, counts as rounded to nearest. */
function sharesOfPasses(file: LawFile, { weights, backward, recipe }: LawInputs) {
  const inMxfp4 = backward !== undefined && isMxfp4(backward);
  return {
    effN: isMxfp4(weights) ? forwardShare(file, published(recipe, "forward") ?? "round to nearest") : 1,
    effD: inMxfp4 ? backwardShare(file, published(recipe, "backward") ?? "round to nearest") : 1,
  };
}

/** How a pass is rounded, where that is known and has a multiplier. */
function published(recipe: TrainingRecipe | undefined, pass: "forward" | "backward"): Rounding | undefined {
  const rounding = recipe?.kind === "passes" ? recipe[pass] : undefined;
  return rounding === "other" ? undefined : rounding;
}

function caveatsOf(file: LawFile, inputs: LawInputs): readonly string[] {
  const passes = endToEnd(file, inputs) ? [] : [forwardCaveat(file, inputs), backwardCaveat(file, inputs)];
  const { quantization } = inputs;
  return [
    ...passes.filter((caveat) => caveat !== undefined),
    "E is weakly identified; its losses beyond the fitted sizes are soft",
    ...(quantization
      ? [`The law has no term for quantization after training; ${quantization.label} is not counted`]
      : []),
  ];
}

function forwardCaveat(file: LawFile, { weights, recipe }: LawInputs): string | undefined {
  if (!isMxfp4(weights) || published(recipe, "forward") !== undefined) return undefined;
  const [nearest, stochastic, quest] = ROUNDINGS.map((rounding) => forwardShare(file, rounding));
  return `${unknown(recipe, "forward")}: round to nearest is taken, effN ${nearest} (stochastic ${stochastic}, QuEST ${quest})`;
}

function backwardCaveat(file: LawFile, { backward, recipe }: LawInputs): string | undefined {
  const [nearest, stochastic, quest] = ROUNDINGS.map((rounding) => backwardShare(file, rounding));
  if (backward === undefined)
    return `The format of the backward pass is not known and taken as lossless, a lower bound of the loss (MXFP4 rounded to nearest: effD ${nearest})`;
  if (!isMxfp4(backward))
    return backward.bits < 16 ? `${backward.label} in the backward pass is taken as lossless` : undefined;
  if (published(recipe, "backward") !== undefined) return undefined;
  return `${unknown(recipe, "backward")}: round to nearest is taken, effD ${nearest} (stochastic ${stochastic}, QuEST ${quest})`;
}

const ROUNDINGS: readonly Rounding[] = ["round to nearest", "stochastic rounding", "QuEST"];

function unknown(recipe: TrainingRecipe | undefined, pass: "forward" | "backward"): string {
  return recipe === undefined
    ? `How the ${pass} pass rounds is not known`
    : `No multiplier is published for how the ${pass} pass of this run rounds`;
}
