import { domainStatus } from "../../science/laws/domainStatus.ts";
import { trainingBits } from "../../science/laws/kumar.ts";
import { divergingTensors, kumarConstants } from "../../science/laws/kumarFormulas.ts";
import type { DomainStatus } from "../../science/laws/Law.ts";
import { lawNamed } from "../../science/laws/publishedLaws.ts";
import { BF16 } from "../assessment/standardFormats.ts";
import { extrapolation } from "../wording/domain.ts";
import type { Rule } from "./Rule.ts";
import { TRAINED_TENSORS, widerFixes } from "./sub4BitTraining.ts";

/** Effective parameters at or below zero, which needs neither N nor D: Kumar et al. 2024, Eq. 4 with Appendix K. */
export const predictedDivergence: Rule = {
  name: "predicted-divergence",
  summary: "A law leaves no effective parameters: the run is predicted to diverge",
  severity: "error",
  category: "prediction",
  check(assessment) {
    const { weights, activations, kvCache, stage } = assessment.config.run.facts;
    const law = lawNamed("kumar-2024");
    if (!law || !weights || !activations || stage?.value === "fine-tune") return [];
    const formats = {
      weights: weights.value,
      activations: activations.value,
      kvCache: kvCache?.value ?? BF16,
    };
    if (!law.applicability(formats).applies) return [];
    const bits = trainingBits(formats);
    const diverging = divergingTensors(kumarConstants(law.file), bits);
    return TRAINED_TENSORS.flatMap(([name, label]) => {
      const fact = assessment.config.run.facts[name];
      const span = fact?.at[0];
      if (!fact || !span || !diverging.includes(name)) return [];
      const domain = domainOfBits(law.file.domain, fact.value.bits);
      const outside = extrapolation(domain);
      const message =
        `${label} in ${fact.value.label} leave no effective parameters: the law's factor for ${fact.value.bits} bits is not positive, so this run is ` +
        `predicted to diverge. Train ${name === "weights" ? "the weights" : label.toLowerCase()} in 4 bits or more. \`kumar-2024\`${outside ? `, extrapolated: ${outside}` : ", inside its fit"}.`;
      return [{ span, message, fixes: widerFixes(assessment, fact), domain }];
    });
  },
};

function domainOfBits({ bits }: { readonly bits?: readonly [number, number] }, value: number): DomainStatus {
  return bits ? domainStatus({ bits }, { bits: [value] }) : { inside: true, factors: {} };
}
