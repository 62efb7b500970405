import type { NumberSequence } from "./Series.ts";

/** The logits of one sequence's last token, and the token that follows. */
export interface LastToken {
  /** [vocabulary] */
  readonly logits: NumberSequence;
  /** Place of the right token in the vocabulary. */
  readonly target: number;
}

/**
 * Logit sharpness, in percent. Lee et al. 2024 (arXiv 2405.18710) apply the sharpness of Keskar et al. 2017 to the logits
 * z of the last token, with CE(z) = ln Σ exp z_j − z_t the cross-entropy of the target t:
 *
 *     sharp(z; ε) = 100 · (max CE(z + δ) − CE(z)) / (1 + CE(z)),  over all δ with |δ_i| ≤ ε(|z_i| + 1)
 *
 * This is our reading of the paper, which leaves details open. The maximum needs no search: CE falls in z_t and rises in
 * every other logit (its derivatives are softmax_t − 1 and softmax_j), so it is at the corner δ_t = −ε(|z_t| + 1),
 * δ_j = +ε(|z_j| + 1). NaN where a logit is NaN or infinite.
 */
export function sharpness({ logits, target }: LastToken, epsilon: number): number {
  const plain = crossEntropy(logits, target, 0);
  return (100 * (crossEntropy(logits, target, epsilon) - plain)) / (1 + plain);
}

/**
 * CE(z + δ) at the worst corner of the box, in nats; CE(z) itself for ε = 0. Written as ln(1 + Σ_{j≠t} exp(z_j − z_t)) with
 * the largest exponent taken out, so that neither large logits nor a sure prediction lose digits.
 */
export function crossEntropy(logits: NumberSequence, target: number, epsilon: number): number {
  const z = logits[target] ?? Number.NaN;
  const right = z - epsilon * (Math.abs(z) + 1);
  let largest = 0;
  for (let j = 0; j < logits.length; j++) {
    const value = logits[j] ?? Number.NaN;
    if (!Number.isFinite(value)) return Number.NaN;
    if (j !== target) largest = Math.max(largest, value + epsilon * (Math.abs(value) + 1) - right);
  }
  let others = 0;
  for (let j = 0; j < logits.length; j++) {
    const value = logits[j] ?? Number.NaN;
    if (j !== target) others += Math.exp(value + epsilon * (Math.abs(value) + 1) - right - largest);
  }
  // The target's own term is exp(0 − largest); with largest = 0 that is the 1 of log1p.
  return largest === 0 ? Math.log1p(others) : largest + Math.log(others + Math.exp(-largest));
}
