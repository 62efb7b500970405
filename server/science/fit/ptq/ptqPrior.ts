import { PTQ_TERMS, type PtqTerm } from "../../laws/ptq/ptqTerms.ts";

/** Normal prior of a coefficient: mean and standard deviation. */
type NormalPrior = readonly [mean: number, deviation: number];

/** Wide enough to leave a coefficient to the data. */
const FLAT: NormalPrior = [0, 10];

/**
 * The slopes in N and D stand on few families, which differ in both at once, so published laws keep them in place:
 * Kumar et al. 2024 (0.34 and 0.51) and Ouyang et al. 2024 (0.23–0.38 and 0.52–0.67), lowered to what predicts left-out
 * families best on a grid of 0.1. Methods and evaluation sets are pulled towards having no effect of their own.
 */
const PRIORS: Partial<Record<PtqTerm, NormalPrior>> = {
  rtn: [0, 1],
  awq: [0, 1],
  learned: [0, 1],
  tuned: [0, 1],
  bits3_rtn: [0, 0.5],
  bits3_awq: [0, 0.5],
  bits3_learned: [0, 0.5],
  bits2_rtn: [0, 0.5],
  bits2_awq: [0, 0.5],
  bits2_learned: [0, 0.5],
  channel_rtn: [0, 0.3],
  channel_awq: [0, 0.3],
  channel_learned: [0, 0.3],
  channel_symmetric: [0, 0.5],
  group: [0.3, 0.15],
  c4: [0, 0.2],
  ptb: [0, 0.2],
  parameters: [-0.3, 0.05],
  tokens: [0.4, 0.05],
};

/** Means and precisions (1/variance) in the order of `PTQ_TERMS`. */
export const ptqPrior: { readonly means: readonly number[]; readonly precisions: readonly number[] } = {
  means: PTQ_TERMS.map((term) => (PRIORS[term] ?? FLAT)[0]),
  precisions: PTQ_TERMS.map((term) => (PRIORS[term] ?? FLAT)[1] ** -2),
};
