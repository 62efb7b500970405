/** A split of a compute budget C = (6/16)·N·D·P, with P as a real number. */
export interface ComputeOptimum {
  /** P, bits. */
  readonly bits: number;
  /** N in the law's count. */
  readonly parameters: number;
  /** D, training tokens. */
  readonly tokens: number;
}
