import type { Facts } from "../../config/run/TrainingRun.ts";
import { recordFor } from "../../science/backtest/recordFor.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { lawsBehind } from "../../science/lawFiles/publishedLaws.ts";
import { domainStatus } from "../../science/laws/domainStatus.ts";
import { BF16 } from "../assessment/standardFormats.ts";
import { extrapolationNote } from "../wording/domain.ts";
import { times } from "../wording/numbers.ts";
import { disagreementNote } from "../wording/recordText.ts";
import { TRAINED_TENSORS, widerFixes } from "./fixes/widerFixes.ts";
import type { RawFinding, Rule } from "./Rule.ts";

/** Training below 4 bits: Kumar et al. 2024, Sec. 4. */
export const sub4BitTraining: Rule = {
  name: "sub-4-bit-training",
  summary: "Weights, activations or KV cache trained in fewer than 4 bits",
  severity: "warning",
  category: "prediction",
  fix: "changes the run",
  check(assessment) {
    const { facts } = assessment.config.run;
    // A file about a quantized model trains nothing: a BitNet model's weights are as they were released.
    if (facts.stage?.value === "quantize") return [];
    const found = new Map<number, RawFinding>();
    for (const { tensor, subject, verb } of TRAINED_TENSORS) {
      const fact = facts[tensor];
      const span = fact?.at[0];
      if (!fact || !span || fact.value.bits >= 4 || found.has(span.start)) continue;
      const message = `${subject} ${verb} trained in ${fact.value.label}, below 4 bits${costOf(tensor, fact.value, facts)} Train in 4 bits or more.`;
      found.set(span.start, { span, message, fixes: widerFixes(assessment, tensor, fact, 4) });
    }
    return [...found.values()];
  },
};

/** What the law says of integer formats in so few bits; it knows no floats and codebooks. */
function costOf(tensor: keyof typeof IN_16_BITS, format: NumberFormat, facts: Facts): string {
  const law = lawsBehind("sub-4-bit-training").find(({ effectiveShares }) => effectiveShares);
  const shares = law?.effectiveShares?.({ ...IN_16_BITS, [tensor]: format });
  const range = law?.file.domain["bits"];
  if (law === undefined || shares === undefined || range === undefined || format.kind !== "integer") {
    return ", where published experiments with integer formats become unstable (`kumar-2024`, Sec. 4; it does not know this format).";
  }
  const domain = domainStatus({ bits: range }, { bits: [format.bits] });
  const disagreement = disagreementNote(recordOf(law.file.name, facts));
  const source = `\`${law.file.name}\`, Eq. 4${extrapolationNote(domain)}${disagreement ? `; ${disagreement}` : ""}`;
  const factor = shares[tensor];
  if (factor <= 0) return `: the law's factor for them is not positive (${source}).`;
  return `: the model must be ${times(1 / factor)} as large to hold the loss (${source}).`;
}

/** How the law did on runs in the formats of this one. */
function recordOf(law: string, { weights, activations }: Facts) {
  return weights && activations
    ? recordFor(law, { weights: weights.value, activations: activations.value })
    : undefined;
}

const IN_16_BITS = { weights: BF16, activations: BF16, kvCache: BF16 };
