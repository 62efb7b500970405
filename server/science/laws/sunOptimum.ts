import { dataTerm, parametersTerm, type SunConstants } from "./sunFormulas.ts";
import type { ComputeOptimum } from "./trainingCompute.ts";
import { computePerBit, tokensForCompute } from "./trainingCompute.ts";

/** γ_ρ = γ·δ^δ·ν^ν/(δ+ν)^(δ+ν). Sun et al. 2025, Eq. 20 and 34. */
export function penaltyScale(c: SunConstants): number {
  return (c.gamma * c.delta ** c.delta * c.nu ** c.nu) / bitExponent(c) ** bitExponent(c);
}

/**
 * ρ = D^β/N^α · log2(B)/(γ_ρ·P^(δ+ν)), nats per token: the loss added by P bits in their best layout.
 * Sun et al. 2025, Eq. 20.
 */
export function sunPenaltyAtBits(
  c: SunConstants,
  run: ComputeOptimum & {
    /** log2 of the elements that share one scale. */
    readonly log2Block: number;
  },
): number {
  const intensity = run.tokens ** c.beta / run.parameters ** c.alpha;
  return (intensity * run.log2Block) / (penaltyScale(c) * run.bits ** bitExponent(c));
}

/** L = n/N^α + d/D^β + ε + ρ(P), nats per token, with the best layout of P bits. Sun et al. 2025, Eq. 20. */
export function sunLossAtBits(c: SunConstants, run: ComputeOptimum & { readonly log2Block: number }): number {
  return parametersTerm(c, run.parameters) + dataTerm(c, run.tokens) + c.epsilon + sunPenaltyAtBits(c, run);
}

/**
 * Best P for given tokens, with N free under C = k·P·N·D: P^(δ+ν) = γ_D·D^β·log2 B. Independent of C.
 * Sun et al. 2025, Eq. 46 and 47.
 */
export function sunBitsForTokens(c: SunConstants, tokens: number, log2Block: number): number {
  return (tokenScale(c) * tokens ** c.beta * log2Block) ** (1 / bitExponent(c));
}

/**
 * Best P for a given N and compute, with D = C/(k·P·N) free:
 * P^(δ+ν+2β) = (δ+ν+β)·log2 B/(d·β·γ_ρ·N^α) · (C/(kN))^(2β). Sun et al. 2025, Eq. 52.
 */
export function sunBitsForParameters(
  c: SunConstants,
  budget: { readonly parameters: number; readonly compute: number; readonly log2Block: number },
): number {
  const { parameters, compute, log2Block } = budget;
  const scale =
    ((bitExponent(c) + c.beta) * log2Block) / (c.d * c.beta * penaltyScale(c) * parameters ** c.alpha);
  const tokenBits = compute / (computePerBit * parameters);
  return (scale * tokenBits ** (2 * c.beta)) ** (1 / (bitExponent(c) + 2 * c.beta));
}

/**
 * Best P, N and D for a compute budget in FLOP of 16-bit training:
 * P^((δ+ν)(α+β)/β + α) = (γ_D·log2 B)^((α+β)/β) · (δ+ν−α)/(δ+ν+β) · dβ/(nα) · (C/k)^α. Sun et al. 2025, Eq. 54.
 * D follows from Eq. 46, N from the budget.
 */
export function sunOptimumForCompute(c: SunConstants, compute: number, log2Block: number): ComputeOptimum {
  const s = bitExponent(c);
  const ratio = (c.alpha + c.beta) / c.beta;
  const scale = (tokenScale(c) * log2Block) ** ratio * ((s - c.alpha) / (s + c.beta));
  const balance = (c.d * c.beta) / (c.n * c.alpha);
  const bits = (scale * balance * (compute / computePerBit) ** c.alpha) ** (1 / (s * ratio + c.alpha));
  const tokens = (bits ** s / (tokenScale(c) * log2Block)) ** (1 / c.beta);
  return { bits, tokens, parameters: tokensForCompute(compute, tokens, bits) };
}

/** δ + ν: ρ falls with P to this power. */
function bitExponent(c: SunConstants): number {
  return c.delta + c.nu;
}

/** γ_D = (δ+ν−α)/(n·α·γ_ρ). Sun et al. 2025, Eq. 47. */
function tokenScale(c: SunConstants): number {
  return (bitExponent(c) - c.alpha) / (c.n * c.alpha * penaltyScale(c));
}
