import { minimizeScalar } from "../numerics/minimizeScalar.ts";
import { effectiveFactor, equalBits, type KumarConstants, kumarLoss } from "./kumarFormulas.ts";
import type { ComputeOptimum } from "./trainingCompute.ts";
import { computePerBit, tokensForCompute } from "./trainingCompute.ts";

/** Where P is sought. Below about 3.1 bits no effective parameters are left; above 16 the law says nothing. */
const fewestBits = 1;
const mostBits = 16;

/** Loss at equal bits P for weights, activations and KV cache, nats per token; infinite where the run diverges. */
export function kumarLossAtBits(c: KumarConstants, run: ComputeOptimum): number {
  return kumarLoss(c, run.parameters * ratioAt(c, run.bits), run.tokens);
}

/**
 * Best N and D for a compute budget (FLOP of 16-bit training) at P bits:
 * N* = [α·A·F(P)^−α/(β·B·P^β)]^(1/(α+β)) · (C/k)^(β/(α+β)), D* = C/(k·P·N*). Kumar et al. 2024, Eq. 16.
 * @throws RangeError where P leaves no effective parameters.
 */
export function kumarOptimumAtBits(c: KumarConstants, compute: number, bits: number): ComputeOptimum {
  const F = ratioAt(c, bits);
  if (F === 0) throw new RangeError(`At ${bits} bits the run is predicted to diverge, so it has no optimum.`);
  const exponent = 1 / (c.alpha + c.beta);
  const balance = (c.alpha * c.A * F ** -c.alpha) / (c.beta * c.B * bits ** c.beta);
  const parameters = balance ** exponent * (compute / computePerBit) ** (c.beta * exponent);
  return { bits, parameters, tokens: tokensForCompute(compute, parameters, bits) };
}

/**
 * P* = argmin P/F(P), the bits of the best run when N, D and P are free. Independent of the compute, because the loss
 * depends on N·F and D only, and these share N·F·D = (C/k)·F(P)/P. Kumar et al. 2024, Sec. 4.3.
 */
export function kumarOptimalBits(c: KumarConstants): number {
  const costPerEffectiveParameter = (bits: number) => bits / ratioAt(c, bits);
  return minimizeScalar(costPerEffectiveParameter, fewestBits, mostBits).x;
}

/** Best P, N and D for a compute budget, all free. Kumar et al. 2024, Sec. 4.3 and Eq. 16. */
export function kumarOptimumForCompute(c: KumarConstants, compute: number): ComputeOptimum {
  return kumarOptimumAtBits(c, compute, kumarOptimalBits(c));
}

/**
 * Best P with N fixed and D = C/(k·P·N): argmin over P of L(N, C/(k·P·N), P), found numerically; grows like log C.
 * Kumar et al. 2024, Sec. 4.3.
 */
export function kumarOptimumForParameters(
  c: KumarConstants,
  compute: number,
  parameters: number,
): ComputeOptimum {
  const runAt = (bits: number) => ({ bits, parameters, tokens: tokensForCompute(compute, parameters, bits) });
  return runAt(minimizeScalar((bits) => kumarLossAtBits(c, runAt(bits)), fewestBits, mostBits).x);
}

/**
 * Best P with D fixed and N = C/(k·P·D), found numerically. It comes out as `kumarOptimalBits`: N enters as N·F(P) only,
 * which is largest where P/F(P) is smallest.
 */
export function kumarOptimumForTokens(c: KumarConstants, compute: number, tokens: number): ComputeOptimum {
  const runAt = (bits: number) => ({ bits, tokens, parameters: tokensForCompute(compute, tokens, bits) });
  return runAt(minimizeScalar((bits) => kumarLossAtBits(c, runAt(bits)), fewestBits, mostBits).x);
}

function ratioAt(c: KumarConstants, bits: number): number {
  return effectiveFactor(c, equalBits(bits)).ratio;
}
