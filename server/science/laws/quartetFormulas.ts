import type { LawFile } from "./Law.ts";
import { lawConstants, settingConstants } from "./lawConstants.ts";

const symbols = ["A", "alpha", "B", "beta", "E", "gamma"] as const;
/** Constants of Castro et al. 2025, Table 6. */
export type QuartetConstants = Readonly<Record<(typeof symbols)[number], number>>;

/** How MXFP4 is rounded where one pass alone is quantized, as the settings of a law file name it. */
export const ROUNDINGS = ["round to nearest", "stochastic rounding", "QuEST"] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** The passes of training, each with the multiplier that it decides. */
export const QUARTET_PASSES = [
  { pass: "forward", constant: "effN" },
  { pass: "backward", constant: "effD" },
] as const;
export type Pass = (typeof QUARTET_PASSES)[number]["pass"];

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
export interface PassShare {
  readonly recipe: string;
  readonly share: number;
}

/**
 * The shares that a law has for a pass in MXFP4, the one to take first. A config does not say how a pass rounds, so that is
 * rounding to nearest; but in a law that was fitted to other recipes and only assumes it, what was fitted comes first, also
 * a recipe of both passes.
 * @throws RangeError where the file lacks a setting of MXFP4.
 */
export function passShares(file: LawFile, pass: Pass): readonly [PassShare, ...PassShare[]] {
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
export function wholeShares(
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
export function quartetEffectiveParameters(c: QuartetConstants, run: QuartetRun): number {
  const rest = parametersTerm(c, run) + dataTerm(c, run) - dataTerm(c, { ...run, effD: 1 });
  return (c.A / rest) ** (1 / c.alpha);
}

function parametersTerm(c: QuartetConstants, { parameters, effN }: QuartetRun): number {
  return c.A / (parameters * effN) ** c.alpha;
}

function dataTerm(c: QuartetConstants, { tokens, effD }: QuartetRun): number {
  return c.B / (tokens * effD) ** c.beta;
}
