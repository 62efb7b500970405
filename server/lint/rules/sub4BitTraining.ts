import type { Fact, Facts } from "../../config/run/TrainingRun.ts";
import { recordFor } from "../../science/backtest/recordFor.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { lawsBehind } from "../../science/lawFiles/publishedLaws.ts";
import { domainStatus } from "../../science/laws/domainStatus.ts";
import { evidenceNote } from "../assessment/Evidence.ts";
import { BF16 } from "../assessment/standardFormats.ts";
import { extrapolationNote } from "../wording/domain.ts";
import { times } from "../wording/numbers.ts";
import { disagreementNote, overstates } from "../wording/recordText.ts";
import { TRAINED_TENSORS, widerFixes } from "./fixes/widerFixes.ts";
import type { RawFinding, Rule } from "./Rule.ts";

/**
 * Training below 4 bits. Weights train stably and cost size: Kumar et al. 2024, Eq. 4; Ma et al. 2024 for ternary ones.
 * Activations and KV cache may be unstable: Kumar et al. 2024, Appendix L.
 */
export const sub4BitTraining: Rule = {
  name: "sub-4-bit-training",
  summary: "Weights, activations or KV cache trained in fewer than 4 bits",
  severity: "warning",
  otherwise: "information for ternary weights",
  category: "prediction",
  fix: "changes the run",
  restsOn: ["narrow-activations", "ternary-weights", "ternary-weights-small", "ternary-weights-long"],
  check(assessment) {
    const { facts } = assessment.config.run;
    // A file about a quantized model trains nothing: a BitNet model's weights are as they were released.
    if (facts.stage?.value === "quantize") return [];
    const found = new Map<number, RawFinding>();
    for (const trained of TRAINED_TENSORS) {
      const { tensor } = trained;
      const fact = facts[tensor];
      const span = fact?.at[0];
      if (!fact || !span || fact.value.bits >= 4 || found.has(span.start)) continue;
      const fixes = widerFixes(assessment, tensor, fact, 4);
      found.set(span.start, { span, fixes, ...findingOf(trained, fact, facts) });
    }
    return [...found.values()];
  },
};

type TrainedTensor = (typeof TRAINED_TENSORS)[number];

function findingOf(
  trained: TrainedTensor,
  { value: format }: Fact<NumberFormat>,
  facts: Facts,
): Pick<RawFinding, "message" | "severity"> {
  if (trained.tensor !== "weights") return { message: unstableText(trained, format, facts) };
  return format.name === "ternary"
    ? { message: TERNARY, severity: "information" }
    : { message: weightsText(format, facts) };
}

const TERNARY = `${evidenceNote("ternary-weights")} Below 3B, train a larger model or in 4 bits.`;

/** Weights in so few bits: their price in size, and that of 4 bits. */
function weightsText(format: NumberFormat, facts: Facts): string {
  const size = sizeFor("weights", format);
  if (size === undefined)
    return `Weights are trained in ${format.label}, below 4 bits, whose cost no law here knows. Train in 4 bits or more.`;
  const { law, factor, note } = size;
  const disagreement = disagreementNote(recordOf(law, facts));
  const source = `\`${law}\`, Eq. 4${note}${disagreement ? `; ${disagreement}` : ""}`;
  if (factor === undefined)
    return `Weights in ${format.label} leave no effective parameters (${source}). Train in 4 bits or more.`;
  const four = sizeFor("weights", { ...format, bits: 4 })?.factor;
  const instead = four === undefined ? "" : ` (${times(four)})`;
  return `Weights in ${format.label} train stably, but the model must be ${times(factor)} as large for the loss of 16 bits (${source}). Train in 4 bits${instead} or more, or train a larger model.`;
}

/** Activations or a KV cache in so few bits, whose training may diverge. */
function unstableText({ tensor, subject, verb }: TrainedTensor, format: NumberFormat, facts: Facts): string {
  const size = sizeFor(tensor, format);
  const record = size && recordOf(size.law, facts);
  const price =
    size?.factor === undefined
      ? ""
      : `, and ${verb === "is" ? "needs" : "need"} a model ${times(size.factor)} as large (\`${size.law}\`, Eq. 4${size.note})`;
  const nonetheless =
    tensor === "activations" && overstates(record) ? `, although ${record?.phrase} trained` : "";
  return `${subject} in ${format.label} may diverge${price}${nonetheless}. ${evidenceNote("narrow-activations")} Train in 4 bits or more.`;
}

/** How much larger a model must be for the loss of 16 bits; no factor where the law leaves no effective parameters. */
interface SizeForFormat {
  readonly law: string;
  readonly factor: number | undefined;
  /** How far the law is extrapolated; empty inside its fit. */
  readonly note: string;
}

/** What the law of the rule says of a tensor in a format; it knows integers only. */
function sizeFor(tensor: keyof typeof IN_16_BITS, format: NumberFormat): SizeForFormat | undefined {
  const law = lawsBehind("sub-4-bit-training").find(({ effectiveShares }) => effectiveShares);
  const share = law?.effectiveShares?.({ ...IN_16_BITS, [tensor]: format })[tensor];
  const bits = law?.file.domain["bits"];
  if (!law || share === undefined || !bits || format.kind !== "integer") return undefined;
  const note = extrapolationNote(domainStatus({ bits }, { bits: [format.bits] }));
  return { law: law.file.name, factor: share > 0 ? 1 / share : undefined, note };
}

/** How the law did on runs in the formats of this one. */
function recordOf(law: string, { weights, activations }: Facts) {
  return weights && activations
    ? recordFor(law, { weights: weights.value, activations: activations.value })
    : undefined;
}

const IN_16_BITS = { weights: BF16, activations: BF16, kvCache: BF16 };
