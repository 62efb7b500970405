/**
 * k of C = k·N·D·P: 6 FLOP per parameter and token at 16 bits, and in proportion to the bits P below.
 * Kumar et al. 2024, Sec. 4.3. An ideal: real hardware gains less.
 */
export const computePerBit = 6 / 16;

/** C = (6/16)·N·D·P in FLOP of 16-bit training. Kumar et al. 2024, Sec. 4.3. */
export function trainingCompute(parameters: number, tokens: number, bits: number): number {
  return computePerBit * parameters * tokens * bits;
}

/** D = C/(k·P·N): the tokens that `compute` buys. */
export function tokensForCompute(compute: number, parameters: number, bits: number): number {
  return compute / (computePerBit * bits * parameters);
}

/** A split of a compute budget C = (6/16)·N·D·P, with P as a real number. */
export interface ComputeOptimum {
  /** P, bits. */
  readonly bits: number;
  /** N in the law's count. */
  readonly parameters: number;
  /** D, training tokens. */
  readonly tokens: number;
}
