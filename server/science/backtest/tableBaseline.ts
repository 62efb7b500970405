import type { LogModel } from "../fit/FitForm.ts";
import { chinchillaFit } from "../fit/forms/chinchillaFit.ts";
import { lowest, polish, startGrid } from "../fit/multiStart.ts";
import type { RunRow } from "../fit/RunRow.ts";
import { lawNamed } from "../lawFiles/publishedLaws.ts";
import { type ChinchillaConstants, chinchillaConstants, chinchillaLoss } from "../laws/chinchilla.ts";

/** A 16-bit run: N, D, and its final loss in nats per token. */
export interface ReferenceRun {
  readonly parameters: number;
  readonly tokens: number;
  readonly loss: number;
}

/**
 * L16 = E + A/N^α + B/D^β fitted to the 16-bit runs of one source and setup: what effective parameters are worth in nats
 * there. It holds for those runs alone and is no law; no other paper's base enters.
 */
export interface TableBaseline {
  readonly constants: ChinchillaConstants;
  /** Distinct 16-bit runs that it was fitted to. */
  readonly runs: number;
  /** √(Σ(L − L16)²/(runs − 5)), nats per token. */
  readonly residual: number;
}

/** With fewer runs, or fewer sizes or token counts among them, the five constants cannot be determined. */
const FEWEST_RUNS = 8;
const FEWEST_VALUES = 3;

/** δ of Huber's loss, as in Hoffmann et al. 2022, approach 3. */
const DELTA = 1e-3;

/** The baseline of some 16-bit runs; undefined where there are too few, or no fit is found. */
export function tableBaseline(references: readonly ReferenceRun[]): TableBaseline | undefined {
  const rows = distinct(references);
  const sizes = new Set(rows.map(({ parameters }) => parameters)).size;
  const lengths = new Set(rows.map(({ tokens }) => tokens)).size;
  if (rows.length < FEWEST_RUNS || Math.min(sizes, lengths) < FEWEST_VALUES) return undefined;
  const { estimator } = chinchillaFit;
  if (estimator.kind !== "residuals") return undefined;
  const model = estimator.model(rows);
  const best = lowest(startsFor(model, rows).map((start) => polish(model, DELTA, start)));
  if (best === undefined || !best.converged) return undefined;
  const constants = constantsOf(model, best.x);
  const squares = rows.map(
    ({ parameters, tokens, measured }) => (measured - chinchillaLoss(constants, parameters, tokens)) ** 2,
  );
  const freedom = rows.length - model.parameters.length;
  const residual = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / freedom);
  return { constants, runs: rows.length, residual };
}

/** ΔL = L16(share·N, D) − L16(N, D), nats per token, of a run that is worth `share` of its parameters. */
export function deltaOfShare(
  { constants }: TableBaseline,
  { parameters, tokens }: { readonly parameters: number; readonly tokens: number },
  share: number,
): number {
  return (
    chinchillaLoss(constants, share * parameters, tokens) - chinchillaLoss(constants, parameters, tokens)
  );
}

/** Every run in low precision repeats its 16-bit run, which counts once. */
function distinct(references: readonly ReferenceRun[]): readonly RunRow[] {
  const runs = new Map(references.map((run) => [`${run.parameters}|${run.tokens}|${run.loss}`, run]));
  return [...runs.values()].map(({ parameters, tokens, loss }, index) => ({
    line: index + 1,
    parameters,
    tokens,
    measured: loss,
  }));
}

/**
 * Four starts about the constants of Besiroglu et al. 2024: their exponents and half of them, with A and B such that the
 * terms of the table's median run are as large as theirs.
 */
function startsFor(model: LogModel, rows: readonly RunRow[]): readonly (readonly number[])[] {
  const law = lawNamed("besiroglu-2024");
  if (law === undefined) return [];
  const { E, A, B, alpha, beta } = chinchillaConstants(law.file);
  const logN = medianOf(rows.map(({ parameters }) => Math.log(parameters)));
  const logD = medianOf(rows.map(({ tokens }) => Math.log(tokens)));
  return startGrid([
    [alpha, alpha / 2],
    [beta, beta / 2],
  ]).map(([a = alpha, b = beta]) => {
    const theta: Readonly<Record<string, number>> = {
      A: Math.log(A) + (a - alpha) * logN,
      B: Math.log(B) + (b - beta) * logD,
      E: Math.log(E),
      alpha: a,
      beta: b,
    };
    return model.parameters.map(({ constant }) => theta[constant] ?? Number.NaN);
  });
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function constantsOf(model: LogModel, theta: Float64Array): ChinchillaConstants {
  const value = (name: string) => {
    const index = model.parameters.findIndex(({ constant }) => constant === name);
    const fitted = theta[index] ?? Number.NaN;
    return model.parameters[index]?.scale === "log" ? Math.exp(fitted) : fitted;
  };
  return { E: value("E"), A: value("A"), B: value("B"), alpha: value("alpha"), beta: value("beta") };
}
