import type { Interval, Law, LawFile, LawInputs, Prediction } from "../laws/Law.ts";
import { memoized } from "../numerics/memoized.ts";
import { QUANTILE_90 } from "../numerics/normal.ts";
import { lawFrom, tiedConstants } from "./lawFrom.ts";

/** Relative step of a constant in a numeric derivative. */
const STEP = 1e-4;

/** A law with one of its constants moved by a step. */
interface MovedLaw {
  readonly law: Law;
  readonly step: number;
}

/**
 * An 80 % interval of ΔL from the covariance of a fit's constants and its residual, to first order. ln ΔL is normal for a
 * quantization after training, whose fit measured ΔL; ΔL itself is for training, where it is the difference of two
 * measured losses. Undefined for a law without a covariance, and where ΔL is not above zero.
 */
export function intervalOfFit(law: Law, inputs: LawInputs, prediction: Prediction): Interval | undefined {
  const { covariance, fit } = law.file;
  const { delta, loss = 0 } = prediction;
  if (covariance === undefined || delta === undefined || !(delta > 0)) return undefined;
  const gradient = movedLaws(law).map((one) => {
    const changed = one.law.predict(inputs).delta;
    return changed === undefined ? Number.NaN : (changed - delta) / one.step;
  });
  const variance = quadratic(covariance.matrix, gradient);
  const residual = fit?.residual ?? 0;
  const isQuantization = inputs.quantization !== undefined;
  const noise = isQuantization ? residual * delta : Math.SQRT2 * residual * loss;
  const half = QUANTILE_90 * Math.sqrt(variance + noise ** 2);
  if (!Number.isFinite(half)) return undefined;
  const [low, high] = isQuantization
    ? [delta * Math.exp(-half / delta), delta * Math.exp(half / delta)]
    : [delta - half, delta + half];
  return { low, high, level: 0.8, from: "fit" };
}

/** The law with each of its constants of known covariance moved, in the order of the covariance. */
const movedLaws = memoized(({ file }: Law): readonly MovedLaw[] => {
  const names = file.covariance?.names ?? [];
  return names.map((name) => {
    const { file: moved, step } = withStep(file, name);
    return { law: lawFrom(moved), step };
  });
});

/** The file with one constant moved; "SETTING: CONSTANT" is one of a setting. What is tied to it moves as well. */
function withStep(file: LawFile, name: string): { readonly file: LawFile; readonly step: number } {
  const [constant = "", setting] = name.split(": ").reverse();
  if (setting !== undefined) {
    const values = file.settings?.[setting] ?? {};
    const step = stepOf(values[constant]);
    const changed = { ...values, [constant]: (values[constant] ?? 0) + step };
    return { file: { ...file, settings: { ...file.settings, [setting]: changed } }, step };
  }
  const step = stepOf(file.constants[constant]);
  const changed = Object.fromEntries(
    [constant, ...tiedConstants(file, constant)].map((one) => [one, (file.constants[one] ?? 0) + step]),
  );
  return { file: { ...file, constants: { ...file.constants, ...changed } }, step };
}

function stepOf(value: number | undefined): number {
  return STEP * Math.max(Math.abs(value ?? 0), STEP);
}

function quadratic(matrix: readonly (readonly number[])[], x: readonly number[]): number {
  return matrix.reduce(
    (sum, row, i) => sum + (x[i] ?? 0) * row.reduce((inner, value, j) => inner + value * (x[j] ?? 0), 0),
    0,
  );
}
