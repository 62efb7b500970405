import { TRAINED_TENSORS, widerFixes } from "../fixes/widerFixes.ts";
import type { RawFinding, Rule } from "./Rule.ts";

/** Training below 4 bits: Kumar et al. 2024, Sec. 4. */
export const sub4BitTraining: Rule = {
  name: "sub-4-bit-training",
  summary: "Weights, activations or KV cache trained in fewer than 4 bits",
  severity: "warning",
  category: "prediction",
  check(assessment) {
    const { facts } = assessment.config.run;
    const found = new Map<number, RawFinding>();
    for (const { tensor, subject, verb } of TRAINED_TENSORS) {
      const fact = facts[tensor];
      const span = fact?.at[0];
      if (!fact || !span || fact.value.bits >= 4 || found.has(span.start)) continue;
      const message =
        `${subject} ${verb} trained in ${fact.value.label}, below 4 bits: at 4 bits and below the model must grow more than ` +
        "4× to hold the loss, and activations and the KV cache often stop training at 3. Train in 4 bits or more. `kumar-2024`, Sec. 4.";
      found.set(span.start, { span, message, fixes: widerFixes(assessment, tensor, fact, 4) });
    }
    return [...found.values()];
  },
};
