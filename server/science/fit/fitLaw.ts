import type { Covariance, LawFile } from "../laws/Law.ts";
import type { FitForm, LogModel, OwnEstimator, ParameterReport, ResidualEstimator } from "./FitForm.ts";
import { constantName } from "./FitParameter.ts";
import { type FitOptions, fitResiduals, type ResidualFit } from "./fitResiduals.ts";
import { narrowRange } from "./identifiability.ts";
import type { RunRow } from "./RunRow.ts";
import { rangeOf } from "./RunRow.ts";

/** A form fitted to a table, or that it could not be. */
export type LawFit =
  | { readonly converged: true; readonly report: FitReport }
  | { readonly converged: false; readonly because: string };

/** A converged fit: the data for the law file, and for the report. */
export interface FitReport {
  readonly parameters: readonly ParameterReport[];
  readonly covariance?: Covariance;
  readonly constants: LawFile["constants"];
  readonly settings?: LawFile["settings"];
  /** Constants that the table does not give, each with why it has its value. */
  readonly assumed: Readonly<Record<string, string>>;
  /** ln predicted − ln measured, in the order of the rows. */
  readonly residuals: readonly number[];
  /** Standard deviation of the residuals. */
  readonly residual: number;
  readonly starts: number;
  readonly domain: LawFile["domain"];
  readonly warnings: readonly string[];
}

/** Fits a form to the rows of a table. Rejects with the signal's reason where it is aborted. */
export async function fitLaw(form: FitForm, rows: readonly RunRow[], options: FitOptions): Promise<LawFit> {
  const data: FittedData = {
    rows,
    domain: {
      parameters: rangeOf(rows.map(({ parameters }) => parameters)),
      tokens: rangeOf(rows.map(({ tokens }) => tokens)),
      ...form.domain?.(rows),
    },
    warnings: [...narrowRanges(rows), ...(form.warns?.(rows) ?? [])],
  };
  return form.estimator.kind === "own"
    ? fitOwn(form.estimator, data, options)
    : fitToResiduals(form.name, form.estimator, data, options);
}

/** The rows, and what they say of the fit before it is made. */
interface FittedData {
  readonly rows: readonly RunRow[];
  readonly domain: LawFile["domain"];
  readonly warnings: readonly string[];
}

function narrowRanges(rows: readonly RunRow[]): readonly string[] {
  const sizes = rows.map(({ parameters }) => parameters);
  const lengths = rows.map(({ tokens }) => tokens);
  return [narrowRange("parameter count", "N", sizes), narrowRange("token count", "D", lengths)].filter(
    (warning) => warning !== undefined,
  );
}

async function fitOwn(
  estimator: OwnEstimator,
  { rows, domain, warnings }: FittedData,
  { signal, seed, bootstrap, progress }: FitOptions,
): Promise<LawFit> {
  const own = await estimator.estimate(rows, {
    seed,
    bootstrap,
    signal,
    progress: (share) => progress?.({ stage: "bootstrap", share }),
  });
  if (!own.converged) return { converged: false, because: own.warnings.join(" ") };
  const { parameters, covariance, constants, assumed = {}, residuals } = own;
  return {
    converged: true,
    report: {
      parameters,
      covariance,
      constants,
      assumed,
      residuals,
      residual: standardDeviation(residuals),
      starts: 1,
      domain,
      warnings: [...warnings, ...own.warnings],
    },
  };
}

async function fitToResiduals(
  form: string,
  estimator: ResidualEstimator,
  { rows, domain, warnings }: FittedData,
  options: FitOptions,
): Promise<LawFit> {
  const model = estimator.model(rows);
  const fit = await fitResiduals(estimator, form, rows, options);
  if (fit === undefined) return { converged: false, because: "The law has no value at any of the starts." };
  const because = reasonAgainst(model, fit);
  if (because !== undefined) return { converged: false, because };
  const { parameters, covariance, residuals, starts, unconverged } = fit;
  const assumed = Object.entries(model.assumed ?? {});
  return {
    converged: true,
    report: {
      parameters,
      covariance,
      ...constantsOf(model, parameters),
      assumed: Object.fromEntries(assumed.map(([name, one]) => [name, one.because])),
      residuals,
      residual: standardDeviation(residuals),
      starts,
      domain,
      warnings: [...warnings, ...unconvergedWarning(unconverged, options.bootstrap)],
    },
  };
}

/** Why the place where a search ended is no law; undefined where it is one. */
function reasonAgainst(model: LogModel, { minimum, parameters }: ResidualFit): string | undefined {
  if (!minimum.converged)
    return `The search ended after ${minimum.iterations} iterations with a gradient of ${minimum.gradientNorm.toPrecision(2)}.`;
  const runaway = parameters.filter(({ constant, value }) => runsAway(model, constant, value));
  if (runaway.length === 0) return undefined;
  return `The search leads to no finite law: ${runaway.map(({ constant, value }) => `${constant} ran off to ${value}`).join(", ")}. The rows do not show the term that it belongs to; add runs that do, in narrower formats for example.`;
}

/** Whether a constant is none that a law can have: not finite, or 0 where the search knows it by its logarithm. */
function runsAway(model: LogModel, constant: string, value: number): boolean {
  if (!Number.isFinite(value)) return true;
  return value === 0 && model.parameters.some((one) => one.scale === "log" && constantName(one) === constant);
}

/** Constants of the law file: those that are assumed and those that were fitted, in the settings that they belong to. */
function constantsOf(
  model: LogModel,
  parameters: readonly ParameterReport[],
): Pick<FitReport, "constants" | "settings"> {
  const inSettings = model.parameters.filter(({ setting }) => setting !== undefined);
  const names = new Set(inSettings.map(constantName));
  const assumed = Object.entries(model.assumed ?? {}).flatMap(([name, { value }]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const fitted = parameters.map(({ constant, value }) => [constant, value] as const);
  const constants = Object.fromEntries([...assumed, ...fitted.filter(([name]) => !names.has(name))]);
  const settings: Record<string, Record<string, number>> = {};
  for (const [setting, known] of Object.entries(model.settings ?? {})) settings[setting] = { ...known };
  const value = new Map(fitted);
  for (const { setting = "", constant } of inSettings) {
    const name = constantName({ setting, constant });
    settings[setting] = { ...settings[setting], [constant]: value.get(name) ?? Number.NaN };
  }
  return Object.keys(settings).length === 0 ? { constants } : { constants, settings };
}

function unconvergedWarning(unconverged: number, bootstrap: number): readonly string[] {
  if (unconverged === 0) return [];
  return [
    `${unconverged} of ${bootstrap} bootstrap replicates did not converge and are left out of the intervals.`,
  ];
}

function standardDeviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / Math.max(1, values.length - 1));
}
