import type { Interval, Law, LawFile, LawInputs, Prediction } from "../laws/Law.ts";
import { DECILE } from "../numerics/normal.ts";
import { lawFrom } from "./lawFrom.ts";

/** Relative step of a constant in a numeric derivative. */
const STEP = 1e-4;

/** A law with each of its constants of known covariance moved by a step, in the order of the covariance. */
interface Moved {
  readonly laws: readonly { readonly law: Law; readonly step: number }[];
}

const movedLaws = new WeakMap<Law, Moved>();

/**
 * An 80 % interval of ΔL from the covariance of a fit's constants and its residual, to first order. ln ΔL is normal for a
 * quantization after training, whose fit measured ΔL; ΔL itself is for training, where it is the difference of two
 * measured losses. Undefined for a law without a covariance, and where ΔL is not above zero.
 */
export function intervalOfFit(law: Law, inputs: LawInputs, prediction: Prediction): Interval | undefined {
  const { covariance, fit } = law.file;
  const { delta, loss = 0 } = prediction;
  if (covariance === undefined || delta === undefined || !(delta > 0)) return undefined;
  const gradient = moved(law).laws.map((one) => {
    const changed = one.law.predict(inputs).delta;
    return changed === undefined ? Number.NaN : (changed - delta) / one.step;
  });
  const variance = quadratic(covariance.matrix, gradient);
  const residual = fit?.residual ?? 0;
  const isQuantization = inputs.quantization !== undefined;
  const noise = isQuantization ? residual * delta : Math.SQRT2 * residual * loss;
  const half = DECILE * Math.sqrt(variance + noise ** 2);
  if (!Number.isFinite(half)) return undefined;
  const [low, high] = isQuantization
    ? [delta * Math.exp(-half / delta), delta * Math.exp(half / delta)]
    : [delta - half, delta + half];
  return { low, high, level: 0.8, from: "fit" };
}

function moved(law: Law): Moved {
  const before = movedLaws.get(law);
  if (before !== undefined) return before;
  const names = law.file.covariance?.names ?? [];
  const laws = names.map((name) => {
    const { file, step } = withStep(law.file, name, names);
    return { law: lawFrom(file), step };
  });
  const made = { laws };
  movedLaws.set(law, made);
  return made;
}

/** The file with one constant moved; "SETTING: CONSTANT" is one of a setting. Kumar's β moves with α where it is tied. */
function withStep(
  file: LawFile,
  name: string,
  names: readonly string[],
): { readonly file: LawFile; readonly step: number } {
  const [constant = "", setting] = name.split(": ").reverse();
  if (setting !== undefined) {
    const values = file.settings?.[setting] ?? {};
    const step = stepOf(values[constant]);
    const changed = { ...values, [constant]: (values[constant] ?? 0) + step };
    return { file: { ...file, settings: { ...file.settings, [setting]: changed } }, step };
  }
  const step = stepOf(file.constants[constant]);
  const tied = file.form === "kumar" && constant === "alpha" && !names.includes("beta") ? ["beta"] : [];
  const changed = Object.fromEntries(
    [constant, ...tied].map((one) => [one, (file.constants[one] ?? 0) + step]),
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
