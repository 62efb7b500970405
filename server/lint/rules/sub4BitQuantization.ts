import type { Fact } from "../../config/run/TrainingRun.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import { domainStatus } from "../../science/laws/domainStatus.ts";
import { kumarConstants } from "../../science/laws/kumarFormulas.ts";
import type { Prediction } from "../../science/laws/Law.ts";
import { lawNamed } from "../../science/laws/publishedLaws.ts";
import type { Assessment } from "../assessment/Assessment.ts";
import { choicesFor } from "../assessment/choicesFor.ts";
import { setKeys } from "../edits/setKeys.ts";
import type { Fix } from "../Finding.ts";
import { predictedEffect } from "../fixes/predictedEffect.ts";
import { extrapolation } from "../wording/domain.ts";
import { signedNats } from "../wording/numbers.ts";
import type { Rule } from "./Rule.ts";

/** Weights quantized below 4 bits after training. */
export const sub4BitQuantization: Rule = {
  name: "sub-4-bit-quantization",
  summary: "Weights quantized to fewer than 4 bits after training",
  severity: "warning",
  category: "prediction",
  check(assessment) {
    const { quantization, baseWeights } = assessment.config.run.facts;
    return [quantization, baseWeights].flatMap((fact) => {
      const span = fact?.at[0];
      if (!fact || !span || fact.value.bits >= 4) return [];
      return [{ span, message: messageFor(assessment, fact), fixes: fixesFor(assessment, fact) }];
    });
  },
};

function messageFor({ quantizations }: Assessment, fact: Fact<NumberFormat>): string {
  const prediction = quantizations.find((one) => one.fact === fact)?.current.prediction;
  const predicted = prediction?.delta === undefined ? costOfABit(fact.value) : predictedLoss(prediction);
  return `${fact.value.label} weights are below 4 bits, where post-training quantization costs most. ${predicted}. Quantize to 4 bits or more.`;
}

function predictedLoss({ delta = 0, domain }: Prediction): string {
  const outside = extrapolation(domain);
  return `Predicted loss from quantization: ${signedNats(delta)} nats (\`kumar-2024\`${outside ? `, extrapolated: ${outside}` : ""})`;
}

/** e^(1/γ) of Eq. 9: what one bit less does, whatever N and D. */
function costOfABit({ bits, kind }: NumberFormat): string {
  if (kind === "codebook") return "No published law covers code books";
  const file = lawNamed("kumar-2024")?.file;
  const range = file?.domain["bits"];
  if (file === undefined || range === undefined) return "Each bit less costs more than the one before";
  const outside = extrapolation(domainStatus({ bits: range }, { bits: [bits] }));
  const factor = Math.exp(1 / kumarConstants(file).gamma).toFixed(1);
  return `Each bit less multiplies the loss from quantization by ${factor} (\`kumar-2024\`, Eq. 9${outside ? `, extrapolated: ${outside}` : ""})`;
}

function fixesFor(assessment: Assessment, fact: Fact<NumberFormat>): readonly Fix[] {
  const span = fact.at[0];
  const { scaling } = fact.value;
  const suffix =
    scaling?.granularity === "block" ? `:g${scaling.size}` : scaling ? `:${scaling.granularity}` : "";
  const fix = (format: NumberFormat, edits: Fix["edits"], preferred: boolean): Fix => {
    const quantized = assessment.quantizations.find((one) => one.fact === fact);
    const effect = predictedEffect(quantized, { quantization: format });
    return {
      title: `Quantize to ${format.label}`,
      ...(effect ? { effect } : {}),
      edits,
      safe: false,
      preferred,
    };
  };
  if (fact.provenance === "declared" && span) {
    return ["int4", "int8"].flatMap((name, i) => {
      const format = parseNumberFormat(name + suffix);
      return format ? [fix(format, [{ span, newText: name + suffix }], i === 0)] : [];
    });
  }
  const target = fact === assessment.config.run.facts.baseWeights ? "base" : "quantization";
  return choicesFor(assessment.config, target).flatMap((choice, i) => {
    const format = parseNumberFormat(choice.format);
    const edits = format && format.bits >= 4 ? setKeys(assessment.config, choice.set) : undefined;
    return format && edits && edits.length > 0 ? [fix(format, edits, i === 0)] : [];
  });
}
