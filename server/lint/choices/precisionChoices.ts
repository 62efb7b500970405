import type { Span } from "../../config/document/ConfigNode.ts";
import { formatQuantity } from "../../config/run/quantity.ts";
import { kumarConstants } from "../../science/laws/kumarFormulas.ts";
import { sunConstants } from "../../science/laws/sunFormulas.ts";
import type { ComputeOptimum } from "../../science/optimum/ComputeOptimum.ts";
import { computeBits } from "../../science/optimum/equalCompute.ts";
import { kumarOptimumForCompute, kumarOptimumForParameters } from "../../science/optimum/kumarOptimum.ts";
import { sunBitsForParameters, sunOptimumForCompute } from "../../science/optimum/sunOptimum.ts";
import { tokensForCompute, trainingCompute } from "../../science/optimum/trainingCompute.ts";
import type { Assessment, FormatOutlook, TrainingAssessment } from "../assessment/Assessment.ts";
import type { TextEdit } from "../edits/TextEdit.ts";
import { type Fix, fixTitle } from "../Finding.ts";
import { canWrite, predictedChange, quantizationFix, trainingFormatFix } from "../fixes/formatFixes.ts";
import { atEqualCompute, byEqualCompute } from "../rules/suboptimalPrecision.ts";
import { isPrecisionPlace } from "./precisionKeys.ts";

/** A precision that a person may choose, whether or not anything is wrong. */
export interface PrecisionChoice {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** Scaling assumed for the closed-form optima, which treat bits as a real number: one scale per 128 elements. */
const LOG2_BLOCK = 7;

/**
 * For a precision key: the compute-optimal format with N fixed and with N and D free, and the best two alternatives by
 * predicted loss at equal compute, among the formats that the framework and, where known, the hardware have.
 */
export function precisionChoices(assessment: Assessment, place: Span): readonly PrecisionChoice[] {
  if (!isPrecisionPlace(assessment, place)) return [];
  return [...trainingChoices(assessment), ...quantizationChoices(assessment)];
}

function trainingChoices(assessment: Assessment): readonly PrecisionChoice[] {
  const { training } = assessment;
  if (training === undefined) return [];
  const available = byEqualCompute(training).filter(
    (outlook) => canWrite(training, outlook) && outlook.onHardware !== false,
  );
  const optima = optimaOf(training).flatMap(({ name, optimum, detail }) => {
    const best = nearestFormat(optimum.bits, [training.current, ...available]);
    if (best === undefined || best === training.current) return [];
    return named(trainingFormatFix(assessment, training, best, atEqualCompute(best)), `${name}, ${detail}: `);
  });
  const alternatives = available
    .slice(0, 2)
    .flatMap((outlook) => named(trainingFormatFix(assessment, training, outlook, atEqualCompute(outlook))));
  return [...optima, ...alternatives];
}

function named(fixes: readonly Fix[], prefix = ""): readonly PrecisionChoice[] {
  return fixes.map((fix) => ({ title: prefix + fixTitle(fix), edits: fix.edits }));
}

interface Optimum {
  readonly name: string;
  readonly optimum: ComputeOptimum;
  readonly detail: string;
}

function optimaOf({ law, inputs }: TrainingAssessment): readonly Optimum[] {
  const compute = trainingCompute(inputs.parameters, inputs.tokens, computeBits(inputs));
  const [fixed, free] =
    law.file.form === "sun"
      ? sunOptima(law, compute, inputs.parameters)
      : kumarOptima(law, compute, inputs.parameters);
  return [
    { name: "Compute-optimal with N fixed", optimum: fixed, detail: `P* ${fixed.bits.toFixed(1)} bits` },
    {
      name: "Compute-optimal with N and D free",
      optimum: free,
      detail: `P* ${free.bits.toFixed(1)} bits, N* ${formatQuantity(free.parameters)}, D* ${formatQuantity(free.tokens)}`,
    },
  ];
}

function sunOptima(
  { file }: TrainingAssessment["law"],
  compute: number,
  parameters: number,
): readonly [ComputeOptimum, ComputeOptimum] {
  const constants = sunConstants(file);
  const bits = sunBitsForParameters(constants, { parameters, compute, log2Block: LOG2_BLOCK });
  return [
    { bits, parameters, tokens: tokensForCompute(compute, parameters, bits) },
    sunOptimumForCompute(constants, compute, LOG2_BLOCK),
  ];
}

function kumarOptima(
  { file }: TrainingAssessment["law"],
  compute: number,
  parameters: number,
): readonly [ComputeOptimum, ComputeOptimum] {
  const constants = kumarConstants(file);
  return [
    kumarOptimumForParameters(constants, compute, parameters),
    kumarOptimumForCompute(constants, compute),
  ];
}

/** The format whose bits, scales included, are nearest to the optimum in ratio; the lower loss where two are equally near. */
function nearestFormat(bits: number, outlooks: readonly FormatOutlook[]): FormatOutlook | undefined {
  const away = ({ format }: FormatOutlook) => Math.abs(Math.log(Math.round(format.effectiveBits) / bits));
  return [...outlooks].sort(
    (a, b) => away(a) - away(b) || (a.prediction.loss ?? 0) - (b.prediction.loss ?? 0),
  )[0];
}

function quantizationChoices(assessment: Assessment): readonly PrecisionChoice[] {
  const { quantization } = assessment;
  if (quantization === undefined) return [];
  const byLoss = [...quantization.alternatives].sort(
    (a, b) => (a.prediction.loss ?? 0) - (b.prediction.loss ?? 0),
  );
  return byLoss
    .flatMap((outlook) =>
      named(quantizationFix(assessment, outlook, predictedChange(quantization.current, outlook))),
    )
    .slice(0, 2);
}
