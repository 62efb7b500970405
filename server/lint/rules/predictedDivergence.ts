import type { Facts } from "../../config/run/TrainingRun.ts";
import { recordFor } from "../../science/backtest/recordFor.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { lawNamed } from "../../science/lawFiles/publishedLaws.ts";
import { domainStatus } from "../../science/laws/domainStatus.ts";
import { trainingBits } from "../../science/laws/kumar.ts";
import { divergingTensors, kumarConstants, type TrainingBits } from "../../science/laws/kumarFormulas.ts";
import type { DomainStatus } from "../../science/laws/Law.ts";
import { BF16 } from "../assessment/standardFormats.ts";
import { extrapolation } from "../wording/domain.ts";
import { overstates } from "../wording/recordText.ts";
import { TRAINED_TENSORS, widerFixes } from "./fixes/widerFixes.ts";
import type { Rule } from "./Rule.ts";

/**
 * Effective parameters at or below zero, which needs neither N nor D: Kumar et al. 2024, Eq. 4 with Appendix K.
 * Only the bits decide, so only they can be outside the fitted domain.
 */
export const predictedDivergence: Rule = {
  name: "predicted-divergence",
  summary: "A law leaves no effective parameters: the run is predicted to diverge",
  severity: "error",
  otherwise: "warning where published runs trained nonetheless",
  category: "prediction",
  fix: "changes the run",
  restsOn: ["kumar-2024"],
  // A law that leaves no effective parameters predicts no loss; and a fix must not make a run diverge.
  hidesPredictions: true,
  mayFollowFix: "never",
  check(assessment) {
    const { facts } = assessment.config.run;
    const diverging = divergingTensorsOf(facts);
    return TRAINED_TENSORS.flatMap(({ tensor, subject, object, verb }) => {
      const fact = facts[tensor];
      const span = fact?.at[0];
      if (!fact || !span || !diverging.includes(tensor)) return [];
      const domain = domainOfBits(fact.value.bits);
      const outside = extrapolation(domain);
      const nonetheless = tensor === "kvCache" ? undefined : trainedNonetheless(fact.value);
      const message =
        `${subject} in ${fact.value.label} ${verb === "is" ? "leaves" : "leave"} no effective parameters: the law's factor for ${fact.value.bits} bits is not positive, so this run is ` +
        `predicted to diverge. Train ${object} in 8 bits. \`kumar-2024\`${outside ? `, extrapolated: ${outside}` : ""}; its own runs with 3-bit activations or KV cache were unstable and are left out of its fit${nonetheless ?? ""}.`;
      const fixes = widerFixes(assessment, tensor, fact, 8);
      // Runs that trained all the same leave a risk, not a certainty.
      return [{ span, message, domain, fixes, ...(nonetheless ? { severity: "warning" as const } : {}) }];
    });
  },
};

/**
 * That published runs trained where the law says they would not. They have weights and activations in few bits; where those
 * train, runs with activations alone in few bits do.
 */
function trainedNonetheless(format: NumberFormat): string | undefined {
  const record = recordFor("kumar-2024", { weights: format, activations: format });
  return overstates(record) ? `; ${record?.phrase} trained nonetheless` : undefined;
}

function domainOfBits(value: number): DomainStatus {
  const bits = lawNamed("kumar-2024")?.file.domain["bits"];
  return bits ? domainStatus({ bits }, { bits: [value] }) : { inside: true, factors: {} };
}

/** The tensors of a pre-training run whose bits leave no effective parameters. */
function divergingTensorsOf({
  weights,
  activations,
  kvCache,
  stage,
}: Facts): readonly (keyof TrainingBits)[] {
  const law = lawNamed("kumar-2024");
  if (!law || !weights || !activations || stage?.value === "fine-tune") return [];
  const formats = { weights: weights.value, activations: activations.value, kvCache: kvCache?.value ?? BF16 };
  return law.applicability(formats).applies
    ? divergingTensors(kumarConstants(law.file), trainingBits(formats))
    : [];
}
