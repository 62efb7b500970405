import type { Fact } from "../../config/run/TrainingRun.ts";
import { type NumberFormat, sameGroups } from "../../science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import { lawsBehind } from "../../science/lawFiles/publishedLaws.ts";
import type { Assessment, QuantizationAssessment } from "../assessment/Assessment.ts";
import { choicesFor, WIDER_FORMATS } from "../assessment/standardFormats.ts";
import { setKeys } from "../edits/setKeys.ts";
import type { Fix } from "../Finding.ts";
import { extrapolationNote } from "../wording/domain.ts";
import { risk, times } from "../wording/numbers.ts";
import { deltaText } from "../wording/predictionText.ts";
import { predictedEffect } from "./fixes/formatFixes.ts";
import { ruleWithThresholds } from "./Rule.ts";

/** Weights quantized below 4 bits after training. */
export const sub4BitQuantization = ruleWithThresholds({
  name: "sub-4-bit-quantization",
  summary: "Weights quantized to fewer than 4 bits after training",
  severity: "warning",
  category: "prediction",
  fix: "changes the run",
  thresholds: {
    risk: {
      default: 0.05,
      unit: "share",
      summary: "The message names the risk of a collapse (above 1 nat) from this probability on",
      minimum: 0,
      maximum: 1,
    },
  },
  check(assessment, { risk: notable }) {
    const { quantization, baseWeights } = assessment.config.run.facts;
    return [quantization, baseWeights].flatMap((fact) => {
      const span = fact?.at[0];
      if (!fact || !span || fact.value.bits >= 4) return [];
      return [{ span, message: messageFor(assessment, fact, notable), fixes: fixesFor(assessment, fact) }];
    });
  },
});

function messageFor({ quantizations }: Assessment, fact: Fact<NumberFormat>, notableRisk: number): string {
  const assessed = quantizations.find((one) => one.fact === fact);
  const predicted = assessed ? predictedLoss(assessed, notableRisk) : costOfABit(fact.value);
  return `${fact.value.label} weights are below 4 bits, where post-training quantization costs most. ${predicted}. Quantize to 4 bits or more.`;
}

/** "Predicted loss from quantization: +0.21 nats, 80 %: +0.1 to +0.45, risk of a collapse (above 1 nat) 12 % (`bitlaw-ptq`)". */
function predictedLoss({ law, current }: QuantizationAssessment, notableRisk: number): string {
  const { collapseRisk = 0, domain } = current.prediction;
  const collapse =
    collapseRisk >= notableRisk ? `, risk of a collapse (above 1 nat) ${risk(collapseRisk)}` : "";
  return `Predicted loss from quantization: ${deltaText(current.prediction)}${collapse} (\`${law.file.name}\`${extrapolationNote(domain)})`;
}

/** The effect of one bit less, for any N and D. */
function costOfABit({ bits, kind }: NumberFormat): string {
  if (kind === "codebook") return "No law here covers code books of so few bits";
  const to = bits < 3 ? 2 : 3;
  const law = lawsBehind("sub-4-bit-quantization").find(({ costOfLastBit }) => costOfLastBit);
  const factor = law?.costOfLastBit?.(to);
  if (law === undefined || factor === undefined) return "No law here says what a bit less costs";
  return `From ${to + 1} to ${to} bits the loss from quantization grows ${times(factor).replace("×", " times")} (\`${law.file.name}\`, GPTQ)`;
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
    const integers = WIDER_FORMATS.filter(({ kind }) => kind === "integer").map(({ name }) => name + suffix);
    return integers.flatMap((name, i) => {
      const format = parseNumberFormat(name);
      return format ? [fix(format, [{ span, newText: name }], i === 0)] : [];
    });
  }
  const target = fact === assessment.config.run.facts.baseWeights ? "base" : "quantization";
  return wideChoices(assessment, target, fact.value).flatMap(({ format, choice }, i) => {
    const edits = setKeys(assessment.config, choice.set) ?? [];
    return edits.length > 0 ? [fix(format, edits, i === 0)] : [];
  });
}

/** How many ways out a finding offers. */
const MOST_FIXES = 3;

/**
 * What the framework can write in 4 bits or more by the same method: first what is scaled as now, the narrowest first, then
 * the rest in the framework's own order.
 */
function wideChoices({ config }: Assessment, target: "base" | "quantization", { scaling }: NumberFormat) {
  return choicesFor(config, target)
    .flatMap((choice) => {
      const format = choice.method === undefined ? parseNumberFormat(choice.format) : undefined;
      return format && format.bits >= 4
        ? [{ format, choice, alike: sameGroups(scaling, format.scaling) }]
        : [];
    })
    .sort((a, b) => Number(b.alike) - Number(a.alike) || (a.alike ? a.format.bits - b.format.bits : 0))
    .filter(({ format }, i, all) => all.findIndex((one) => one.format.name === format.name) === i)
    .slice(0, MOST_FIXES);
}
