import { formatInteger } from "../../config/run/quantity.ts";
import { accumulationOf } from "../../config/run/readTokens.ts";
import { typicalSumError, worstSumError } from "../../science/formats/rounding.ts";
import { choiceFixes } from "./fixes/keyFix.ts";
import { ruleWithThresholds } from "./Rule.ts";

/** Gradients of many micro-batches that are summed in 16 bits. */
export const lowPrecisionAccumulation = ruleWithThresholds({
  name: "low-precision-accumulation",
  summary: "Gradients of many micro-batches summed in 16 bits",
  severity: "warning",
  category: "arithmetic",
  fix: "changes the run",
  thresholds: {
    error: {
      default: 0.01,
      unit: "share",
      summary: "Reports where the sum of the gradients is typically off by this share or more",
      minimum: 0,
      maximum: 1,
    },
  },
  check({ config }, { error: notable }) {
    const { gradients, stage } = config.run.facts;
    const { bits, kind, mantissa } = gradients?.value ?? {};
    if (!gradients || bits !== 16 || kind !== "float" || mantissa === undefined) return [];
    if (stage?.value === "quantize") return [];
    const steps = accumulationOf(config);
    const span = steps?.at[0] ?? gradients.at[0];
    if (!steps || !span) return [];
    const error = typicalSumError(mantissa, steps.value);
    if (error < notable) return [];
    const worst = worstSumError(mantissa, steps.value);
    const message =
      `The gradients of ${formatInteger(steps.value)} micro-batches are summed in ${gradients.value.label}, and each addition rounds to ${mantissa + 1} significant bits: ` +
      `the sum is typically ${shown(error)} off${worst < 1 ? `, and ${shown(worst)} at worst` : `, and terms of one size stop counting after ${formatInteger(2 ** (mantissa + 1))} of them`}. Sum them in FP32, or in fewer and larger micro-batches.`;
    const place = gradients.at[0];
    const related =
      place && place.start !== span.start
        ? [{ span: place, message: `Gradients: ${gradients.value.label}` }]
        : [];
    return [{ span, message, related, fixes: choiceFixes(config, "gradients") }];
  },
});

/** In percent, two significant digits: 1.3 %. */
function shown(share: number): string {
  return `${Number((share * 100).toPrecision(2))} %`;
}
