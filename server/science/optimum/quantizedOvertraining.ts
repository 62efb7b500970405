import type { Law, LawInputs } from "../laws/Law.ts";

/** A law of the loss by quantization, and one of the 16-bit loss, each with N in its own count. */
export interface QuantizedModel {
  readonly quantization: { readonly law: Law; readonly inputs: LawInputs };
  readonly baseline: { readonly law: Law; readonly inputs: LawInputs };
}

/** Relative step of D in a numeric derivative. */
const STEP = 1e-3;

/** D is followed down to this share of its value, in steps of a twentieth of an e-fold. */
const LEAST_SHARE = 1e-6;
const STEPS_PER_FOLD = 20;

/**
 * Where more data raises the loss after quantization at the model's D, the D at which it began to: the nearest one below
 * with d(L16 + ΔL)/d ln D = 0. Undefined where more data still lowers it. This is the critical data size of Kumar et al.
 * 2024, Sec. 3.2, for any two laws. `factor` scales ΔL, to ask about the end of an interval.
 */
export function quantizedCriticalTokens(model: QuantizedModel, factor = 1): number | undefined {
  const { tokens } = model.quantization.inputs;
  const rises = (D: number) => totalSlope(model, D, factor) > 0;
  if (!rises(tokens)) return undefined;
  const step = Math.exp(-1 / STEPS_PER_FOLD);
  let above = tokens;
  for (let D = tokens * step; D > tokens * LEAST_SHARE; D *= step) {
    if (!rises(D)) return bisect(D, above, rises);
    above = D;
  }
  return above;
}

/** d(L16 + factor·ΔL)/d ln D, nats. */
function totalSlope({ quantization, baseline }: QuantizedModel, D: number, factor: number): number {
  const delta = (tokens: number) =>
    factor * (quantization.law.predict({ ...quantization.inputs, tokens }).delta ?? 0);
  const loss = (tokens: number) => baseline.law.predict({ ...baseline.inputs, tokens }).loss ?? 0;
  const [low, high] = [D * (1 - STEP), D * (1 + STEP)];
  return (delta(high) + loss(high) - delta(low) - loss(low)) / Math.log(high / low);
}

function bisect(falling: number, rising: number, rises: (D: number) => boolean): number {
  let [low, high] = [Math.log(falling), Math.log(rising)];
  for (let i = 0; i < 30; i++) {
    const middle = (low + high) / 2;
    if (rises(Math.exp(middle))) high = middle;
    else low = middle;
  }
  return Math.exp((low + high) / 2);
}
