import type { NumberFormat } from "../formats/NumberFormat.ts";
import { againstOwnCache } from "./againstOwnCache.ts";
import { domainStatus } from "./domainStatus.ts";
import type { Applicability, Law, LawFile, LawFormats, LawInputs, Prediction } from "./Law.ts";
import {
  type Pass,
  type PassShare,
  passShares,
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

/** effN and effD of each pass alone, by how it rounds where that is known and has a multiplier. */
function sharesOfPasses(file: LawFile, { weights, backward, recipe }: LawInputs) {
  const inMxfp4 = backward !== undefined && isMxfp4(backward);
  return {
    effN: isMxfp4(weights) ? shareOf(file, "forward", recipe).share : 1,
    effD: inMxfp4 ? shareOf(file, "backward", recipe).share : 1,
  };
}

function shareOf(file: LawFile, pass: Pass, recipe: TrainingRecipe | undefined): PassShare {
  const [taken, ...others] = passShares(file, pass);
  return [taken, ...others].find((one) => one.recipe === roundingOf(recipe, pass)) ?? taken;
}

/** How a pass is rounded, where that is known and may have a multiplier. */
function roundingOf(recipe: TrainingRecipe | undefined, pass: Pass): Rounding | undefined {
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
  return isMxfp4(weights) ? roundingText(file, "forward", recipe) : undefined;
}

function backwardCaveat(file: LawFile, { backward, recipe }: LawInputs): string | undefined {
  if (backward === undefined) {
    const [taken] = passShares(file, "backward");
    const how =
      taken.recipe === "round to nearest" ? "MXFP4 rounded to nearest" : `MXFP4 with ${taken.recipe}`;
    return `The format of the backward pass is not known and taken as lossless, a lower bound of the loss (${how}: effD ${taken.share})`;
  }
  if (isMxfp4(backward)) return roundingText(file, "backward", recipe);
  return backward.bits < 16 ? `${backward.label} in the backward pass is taken as lossless` : undefined;
}

/** Which recipe stands in for one that is not known or has no multiplier, and what the others would give. */
function roundingText(file: LawFile, pass: Pass, recipe: TrainingRecipe | undefined): string | undefined {
  const [taken, ...others] = passShares(file, pass);
  const rounding = roundingOf(recipe, pass);
  if (rounding !== undefined && [taken, ...others].some((one) => one.recipe === rounding)) return undefined;
  const symbol = pass === "forward" ? "effN" : "effD";
  const rest = others.map(
    (one) => `${one.recipe === "stochastic rounding" ? "stochastic" : one.recipe} ${one.share}`,
  );
  const why =
    recipe === undefined
      ? `How the ${pass} pass rounds is not known`
      : `No multiplier is published for how the ${pass} pass of this run rounds`;
  return `${why}: ${taken.recipe} is taken, ${symbol} ${taken.share} (${rest.join(", ")})`;
}
