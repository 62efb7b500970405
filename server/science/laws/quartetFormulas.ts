import type { LawFile } from "./Law.ts";
import { lawConstants, settingConstants } from "./lawConstants.ts";
import type { PassRecipe } from "./TrainingRecipe.ts";

const symbols = ["A", "alpha", "B", "beta", "E", "gamma"] as const;
/** Constants of Castro et al. 2025, Table 6. */
export type QuartetConstants = Readonly<Record<(typeof symbols)[number], number>>;

/** How MXFP4 is rounded where one pass alone is quantized, as the settings of a law file name it. */
export type Rounding = Exclude<PassRecipe, "other">;

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

/** effN of a forward pass in MXFP4 alone. @throws RangeError where the file lacks it. */
export function forwardShare(file: LawFile, rounding: Rounding): number {
  return present(file, settingConstants(file, `forward MXFP4, ${rounding}`, ["effN"])?.effN);
}

/** effD of a backward pass in MXFP4 alone. @throws RangeError where the file lacks it. */
export function backwardShare(file: LawFile, rounding: Rounding): number {
  return present(file, settingConstants(file, `backward MXFP4, ${rounding}`, ["effD"])?.effD);
}

/** effN and effD of a scheme that was measured end to end; undefined for one that was not. */
export function wholeShares(
  file: LawFile,
  name: string,
): { readonly effN: number; readonly effD: number } | undefined {
  const { effN, effD } = settingConstants(file, name, ["effN", "effD"]) ?? {};
  return effN === undefined || effD === undefined ? undefined : { effN, effD };
}

function present(file: LawFile, share: number | undefined): number {
  if (share === undefined)
    throw new RangeError(`Law "${file.name}" (form "${file.form}") lacks a setting of MXFP4.`);
  return share;
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
