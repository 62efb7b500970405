// Generated from the rules by `npm run generate`. Do not edit.

/** The thresholds of each rule that has any, with the numbers that make sense. */
export const RULE_THRESHOLDS: Readonly<
  Record<string, Readonly<Record<string, { readonly minimum: number; readonly maximum: number }>>>
> = {
  "overtrained-for-format": { excess: { minimum: 1, maximum: 1000 } },
  "overtrained-for-quantization": { excess: { minimum: 1, maximum: 1000 } },
  "sub-4-bit-quantization": { risk: { minimum: 0, maximum: 1 } },
  "suboptimal-precision": { gain: { minimum: 0, maximum: 1 } },
  "suboptimal-float-layout": { excess: { minimum: 1, maximum: 1000 } },
  "coarse-scaling": { gain: { minimum: 0, maximum: 1 } },
  "low-precision-accumulation": { error: { minimum: 0, maximum: 1 } },
  "inconsistent-architecture": { tolerance: { minimum: 0, maximum: 0.9 } },
  "over-compute-budget": { excess: { minimum: 1, maximum: 1000 } },
};
