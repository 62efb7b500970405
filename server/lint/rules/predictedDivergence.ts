import type { Facts } from "../../config/run/TrainingRun.ts";
import { recordFor } from "../../science/backtest/recordFor.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { lawsBehind } from "../../science/lawFiles/publishedLaws.ts";
import { domainStatus } from "../../science/laws/domainStatus.ts";
import type { DomainStatus, Law } from "../../science/laws/Law.ts";
import { BF16 } from "../assessment/standardFormats.ts";
import { extrapolationNote } from "../wording/domain.ts";
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
  // A law that leaves no effective parameters predicts no loss; and a fix must not make a run diverge.
  hidesPredictions: true,
  mayFollowFix: "never",
  check(assessment) {
    const { facts } = assessment.config.run;
    const law = lawsBehind("predicted-divergence").find(({ effectiveShares }) => effectiveShares);
    const shares = law && sharesOf(law, facts);
    if (law === undefined || shares === undefined) return [];
    return TRAINED_TENSORS.flatMap(({ tensor, subject, object, verb }) => {
      const fact = facts[tensor];
      const span = fact?.at[0];
      if (!fact || !span || shares[tensor] > 0) return [];
      const domain = domainOfBits(law, fact.value.bits);
      const nonetheless = tensor === "kvCache" ? undefined : trainedRunsNote(law, fact.value);
      const message =
        `${subject} in ${fact.value.label} ${verb === "is" ? "leaves" : "leave"} no effective parameters: the law's factor for ${fact.value.bits} bits is not positive, so this run is ` +
        `predicted to diverge. Train ${object} in 8 bits. \`${law.file.name}\`${extrapolationNote(domain)}; its own runs with 3-bit activations or KV cache were unstable and are left out of its fit${nonetheless ?? ""}.`;
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
function trainedRunsNote({ file }: Law, format: NumberFormat): string | undefined {
  const record = recordFor(file.name, { weights: format, activations: format });
  return overstates(record) ? `; ${record?.phrase} trained nonetheless` : undefined;
}

function domainOfBits({ file }: Law, value: number): DomainStatus {
  const { bits } = file.domain;
  return bits ? domainStatus({ bits }, { bits: [value] }) : { inside: true, factors: {} };
}

/** What the format of each tensor leaves of the parameters of a pre-training run; undefined where the law says nothing. */
function sharesOf(law: Law, { weights, activations, kvCache, stage }: Facts) {
  if (!weights || !activations || stage?.value === "fine-tune") return undefined;
  const formats = { weights: weights.value, activations: activations.value, kvCache: kvCache?.value ?? BF16 };
  return law.applicability(formats).applies ? law.effectiveShares?.(formats) : undefined;
}
