import type { QuantizationDetails } from "../laws/Law.ts";

/** GPTQ with columns in the order of their activations, by the names that papers and tools give it. */
const ACTIVATION_ORDER = /^gptq\b.*(?:\bact-?_?order|\bdesc_act|-R$)/i;

const SYMMETRIC = /(?:^|[-\s])symmetric$/i;

/**
 * What a table's words say beyond bits, group and class of method: `method` as papers print it (GPTQ-actorder, GPTQ-R),
 * `coding` as `int-symmetric` or `int-asymmetric`. Nothing where they do not say.
 */
export function measuredDetails(method: string, coding: string | undefined): QuantizationDetails {
  const symmetric = coding !== undefined && SYMMETRIC.test(coding);
  return {
    ...(symmetric ? { symmetric } : {}),
    ...(ACTIVATION_ORDER.test(method) ? { activationOrder: true } : {}),
  };
}
