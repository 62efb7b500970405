import type { NumberFormat } from "../formats/NumberFormat.ts";
import { domainStatus, reasonAgainstCacheFormat, requireSizes } from "./domainStatus.ts";
import type {
  Applicability,
  Law,
  LawFile,
  LawFormats,
  LawInputs,
  Prediction,
  TrainingRecipe,
} from "./Law.ts";
import { lawConstants, settingConstants } from "./lawConstants.ts";

/** Castro et al. 2025. */
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
  const because = endToEnd(file, formats) ? reasonAgainstCacheFormat(formats) : reasonAgainst(formats);
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
  return reasonAgainstCacheFormat(formats);
}

function isMxfp4({ name }: NumberFormat): boolean {
  return name === "mxfp4";
}

/** The paper takes FP8 as lossless and does not mention INT8. */
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

/** Which recipe is used for one that is not known or has no multiplier, and what the others would give. */
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

const symbols = ["A", "alpha", "B", "beta", "E", "gamma"] as const;
/** Constants of Castro et al. 2025, Table 6. */
type QuartetConstants = Readonly<Record<(typeof symbols)[number], number>>;

/** How MXFP4 is rounded where one pass alone is quantized, as the settings of a law file name it. */
export const ROUNDINGS = ["round to nearest", "stochastic rounding", "QuEST"] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** The passes of training, each with the multiplier that it decides. */
export const QUARTET_PASSES = [
  { pass: "forward", constant: "effN" },
  { pass: "backward", constant: "effD" },
] as const;
type Pass = (typeof QUARTET_PASSES)[number]["pass"];

/** The setting of a law file for a pass in MXFP4 alone: `forward MXFP4, QuEST`. */
export function roundingSetting(pass: Pass, rounding: Rounding): string {
  return `${pass} MXFP4, ${rounding}`;
}

/** N, D and the shares of them that count: effN by the forward format, effD by the backward format. */
export interface QuartetRun {
  readonly parameters: number;
  readonly tokens: number;
  readonly effN: number;
  readonly effD: number;
}

/** The constants of a law file of the form "quartet". */
export function quartetConstants(file: LawFile): QuartetConstants {
  return lawConstants(file, symbols);
}

/** What a pass in MXFP4 leaves of N or D, and the recipe that this was measured with. */
interface PassShare {
  readonly recipe: string;
  readonly share: number;
}

/**
 * The shares that a law has for a pass in MXFP4, the one to take first. A config does not say how a pass rounds, so that is
 * rounding to nearest; but in a law that was fitted to other recipes and only assumes it, what was fitted comes first, also
 * a recipe of both passes.
 * @throws RangeError where the file lacks a setting of MXFP4.
 */
function passShares(file: LawFile, pass: Pass): readonly [PassShare, ...PassShare[]] {
  const constant = pass === "forward" ? "effN" : "effD";
  const [nearest, ...others] = ROUNDINGS.map((recipe) => {
    const setting = roundingSetting(pass, recipe);
    const share = settingConstants(file, setting, [constant])?.[constant];
    if (share === undefined)
      throw new RangeError(`Law "${file.name}" (form "${file.form}") lacks a setting of MXFP4.`);
    return { recipe, share, assumed: isAssumed(file, setting, constant) };
  });
  if (nearest === undefined) throw new RangeError("There is a rounding.");
  if (!nearest.assumed) return [nearest, ...others];
  const all = [...others, ...recipesOfBoth(file, constant), nearest];
  const taken = all.find(({ assumed }) => !assumed) ?? nearest;
  return [taken, ...[nearest, ...others].filter((one) => one !== taken)];
}

/** effN and effD of a scheme that was measured end to end; undefined for one that was not. */
function wholeShares(
  file: LawFile,
  name: string,
): { readonly effN: number; readonly effD: number } | undefined {
  const { effN, effD } = settingConstants(file, name, ["effN", "effD"]) ?? {};
  return effN === undefined || effD === undefined ? undefined : { effN, effD };
}

function recipesOfBoth(file: LawFile, constant: "effN" | "effD") {
  return Object.entries(file.settings ?? {}).flatMap(([recipe, { [constant]: share }]) =>
    share === undefined || QUARTET_PASSES.some(({ pass }) => recipe.startsWith(`${pass} MXFP4, `))
      ? []
      : [{ recipe, share, assumed: isAssumed(file, recipe, constant) }],
  );
}

function isAssumed({ assumed }: LawFile, setting: string, constant: string): boolean {
  return assumed?.[`${setting}: ${constant}`] !== undefined;
}

/** L = (A/(N·effN)^α + B/(D·effD)^β)^γ + E, nats per token. N without embeddings. Castro et al. 2025. */
export function quartetLoss(c: QuartetConstants, run: QuartetRun): number {
  return (parametersTerm(c, run) + dataTerm(c, run)) ** c.gamma + c.E;
}

/** N' of a lossless run with the same loss at the same D. 0 where more parameters cannot make up for the data. */
function quartetEffectiveParameters(c: QuartetConstants, run: QuartetRun): number {
  const rest = parametersTerm(c, run) + dataTerm(c, run) - dataTerm(c, { ...run, effD: 1 });
  return (c.A / rest) ** (1 / c.alpha);
}

function parametersTerm(c: QuartetConstants, { parameters, effN }: QuartetRun): number {
  return c.A / (parameters * effN) ** c.alpha;
}

function dataTerm(c: QuartetConstants, { tokens, effD }: QuartetRun): number {
  return c.B / (tokens * effD) ** c.beta;
}
