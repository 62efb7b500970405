import type { Covariance, LawFile } from "../laws/Law.ts";
import type { FitForm, LogModel, ParameterReport } from "./FitForm.ts";
import { constantName } from "./FitParameter.ts";
import { type FitOptions, fitResiduals } from "./fitResiduals.ts";
import { narrowRange } from "./identifiability.ts";
import type { RunRow } from "./RunRow.ts";
import { rangeOf } from "./RunRow.ts";

/** A form fitted to a table, or that it could not be. */
export type LawFit =
  | { readonly converged: true; readonly report: FitReport }
  | { readonly converged: false; readonly because: string };

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
  const domain = {
    parameters: rangeOf(rows.map(({ parameters }) => parameters)),
    tokens: rangeOf(rows.map(({ tokens }) => tokens)),
    ...form.domain?.(rows),
  };
  const narrow = [
    narrowRange(
      "parameter count",
      "N",
      rows.map(({ parameters }) => parameters),
    ),
    narrowRange(
      "token count",
      "D",
      rows.map(({ tokens }) => tokens),
    ),
  ].filter((warning) => warning !== undefined);
  const general = [...narrow, ...(form.warns?.(rows) ?? [])];
  if (form.estimator.kind === "own") {
    const { signal, seed, bootstrap, progress } = options;
    const own = await form.estimator.estimate(rows, {
      seed,
      bootstrap,
      signal,
      progress: (share) => progress?.({ stage: "bootstrap", share }),
    });
    if (!own.converged) return { converged: false, because: own.warnings.join(" ") };
    const { parameters, covariance, constants, assumed = {}, residuals } = own;
    const warnings = [...general, ...own.warnings];
    const residual = standardDeviation(residuals);
    return {
      converged: true,
      report: {
        parameters,
        covariance,
        constants,
        assumed,
        residuals,
        residual,
        starts: 1,
        domain,
        warnings,
      },
    };
  }
  const model = form.estimator.model(rows);
  const fit = await fitResiduals(form.estimator, form.name, rows, options);
  if (fit === undefined) return { converged: false, because: "The law has no value at any of the starts." };
  const { minimum, parameters, covariance, residuals, starts, unconverged } = fit;
  if (!minimum.converged)
    return {
      converged: false,
      because: `The search ended after ${minimum.iterations} iterations with a gradient of ${minimum.gradientNorm.toPrecision(2)}.`,
    };
  const runaway = parameters.filter(({ constant, value }) => runsAway(model, constant, value));
  if (runaway.length > 0)
    return {
      converged: false,
      because: `The search leads to no finite law: ${runaway.map(({ constant, value }) => `${constant} ran off to ${value}`).join(", ")}. The rows do not show the term that it belongs to; add runs that do, in narrower formats for example.`,
    };
  const value = new Map(parameters.map((parameter) => [parameter.constant, parameter.value]));
  const assumed = model.assumed ?? {};
  const inSettings = new Set(
    model.parameters.filter(({ setting }) => setting !== undefined).map(constantName),
  );
  return {
    converged: true,
    report: {
      parameters,
      covariance,
      constants: {
        ...Object.fromEntries(
          Object.entries(assumed).flatMap(([name, one]) =>
            one.value === undefined ? [] : [[name, one.value]],
          ),
        ),
        ...Object.fromEntries([...value].filter(([name]) => !inSettings.has(name))),
      },
      ...settingsOf(model, value),
      assumed: Object.fromEntries(Object.entries(assumed).map(([name, { because }]) => [name, because])),
      residuals,
      residual: standardDeviation(residuals),
      starts,
      domain,
      warnings: [...general, ...unconvergedWarning(unconverged, options.bootstrap)],
    },
  };
}

/** Whether a constant is none that a law can have: not finite, or 0 where the search knows it by its logarithm. */
function runsAway(model: LogModel, constant: string, value: number): boolean {
  if (!Number.isFinite(value)) return true;
  return value === 0 && model.parameters.some((one) => one.scale === "log" && constantName(one) === constant);
}

function settingsOf(
  model: ReturnType<Extract<FitForm["estimator"], { kind: "residuals" }>["model"]>,
  value: ReadonlyMap<string, number>,
): Pick<FitReport, "settings"> {
  const settings: Record<string, Record<string, number>> = {};
  for (const [setting, known] of Object.entries(model.settings ?? {})) settings[setting] = { ...known };
  for (const parameter of model.parameters) {
    if (parameter.setting === undefined) continue;
    const constants = settings[parameter.setting] ?? {};
    constants[parameter.constant] = value.get(constantName(parameter)) ?? Number.NaN;
    settings[parameter.setting] = constants;
  }
  return Object.keys(settings).length === 0 ? {} : { settings };
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
