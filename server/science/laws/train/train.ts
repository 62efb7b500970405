import { isSixteenBitOrWider, type NumberFormat } from "../../formats/NumberFormat.ts";
import { QUANTILE_90 } from "../../numerics/normal.ts";
import { domainStatus, reasonAgainstCacheFormat, requireSizes } from "../domainStatus.ts";
import type { Interval, Law, LawFile, LawFormats, LawInputs, Prediction } from "../Law.ts";
import { isOpenEightBit, operandError } from "./operandError.ts";
import { type TrainConstants, trainConstants } from "./TrainConstants.ts";
import { gradientFormat, isFourBitFloat, needHadamard, trainRun, trainTerms } from "./trainTerms.ts";

/** docs/laws.md. ΔL in nats per token. */
export const trainFormula: readonly string[] = [
  "ΔL = r·{ A·c·[m_w + κ·m_a + h]^p · (N/1e8)^−a · (D/N/100)^b + B·s·m_g·(0.7·[dX] + 0.3·[dW]) }",
  "m: mean squared error of the format on standard normal numbers, of weights, activations and output gradients; 0 from 16 bits on",
  "c: c_float4 for floats of 4 bits, c_integer4 for integers of 4 bits and fewer without Hadamard transforms or blocks; h: for all such integers",
  "[dX], [dW]: 1 where the product for the gradient of the inputs, of the weights, reads few bits; s: stochastic rounding of 4-bit gradients",
  "r, for 4-bit floats: exp(−wide·share of layers in 16 bits) · plain, where there is no Hadamard transform, stochastic rounding or treatment of outliers",
];

/** Above these parameters the interval widens with N. */
const SIZE_OF_SIGMA = 1e9;

/** Bitlaw's own law of training in low precision, by the errors of the formats: docs/laws.md. */
export function train(file: LawFile): Law {
  const constants = trainConstants(file);
  return {
    file,
    applicability: (formats) => {
      const because = reasonAgainst(formats);
      return because === undefined ? { applies: true } : { applies: false, because };
    },
    predict: (inputs) => predict(file, constants, inputs),
    ownIntervals: true,
    withoutFamily: (source) => {
      const left = file.leftOut?.[source];
      return (
        left &&
        train({ ...file, constants: { ...file.constants, ...left.constants }, covariance: left.covariance })
      );
    },
  };
}

function reasonAgainst(formats: LawFormats): string | undefined {
  const operands = [formats.weights, formats.activations, gradientFormat(formats)];
  const codebook = operands.find(({ kind }) => kind === "codebook");
  if (codebook !== undefined)
    return `fitted on floats and integers; this run uses ${codebook.label}, which has levels of its own`;
  const open = operands.find((format) => operandError(format) === undefined);
  if (open !== undefined)
    return `needs the rounding error of ${open.label}, whose values or scales are not known`;
  return reasonAgainstCacheFormat(formats);
}

function predict(file: LawFile, c: TrainConstants, inputs: LawInputs): Prediction {
  requireSizes(inputs);
  const run = trainRun(inputs);
  if (run === undefined) throw new RangeError("Ask for applicability first: a format's error is not known.");
  const { forward, backward } = trainTerms(c, run);
  const delta = forward + backward;
  const domain = domainStatus(file.domain, { parameters: [inputs.parameters], tokens: [inputs.tokens] });
  const interval = domain.inside && delta > 0 ? intervalOf(c, inputs, delta) : undefined;
  return {
    law: file.name,
    diverges: false,
    terms: [
      { name: "forward", value: forward },
      { name: "backward", value: backward },
    ],
    delta,
    ...(interval ? { interval } : {}),
    domain,
    caveats: delta > 0 ? caveatsOf(inputs) : [],
  };
}

/** ΔL ×/÷ exp(1.28·σ), and for 8 bits the floor on either side. */
function intervalOf(c: TrainConstants, inputs: LawInputs, delta: number): Interval {
  const factor = Math.exp(QUANTILE_90 * sigma(c, inputs));
  const floor = isEightBit(inputs) ? c.floor : 0;
  const noise = floor > 0 ? { noise: floor } : {};
  return { low: delta / factor - floor, high: delta * factor + floor, level: 0.8, from: "fit", ...noise };
}

/** σ of ln ΔL: more where the recipe or the backward pass is not known, and above a billion parameters. */
function sigma(c: TrainConstants, inputs: LawInputs): number {
  const spread = Math.hypot(
    c.deviation,
    isRecipeOpen(inputs) ? c.openRecipe : 0,
    isOutlierRecipe(inputs) ? c.openOutliers : 0,
    isBackwardOpen(inputs) ? c.openBackward : 0,
  );
  return spread + c.perSize * Math.max(0, Math.log(inputs.parameters / SIZE_OF_SIGMA));
}

/** Whether nothing is narrower than 8 bits. */
function isEightBit(inputs: LawInputs): boolean {
  return narrowOperands(inputs).every(({ bits }) => bits >= 8);
}

/** Whether the recipe matters and is not known: that of 4-bit floats, and Hadamard transforms for integers. */
function isRecipeOpen(inputs: LawInputs): boolean {
  const { weights, activations, techniques } = inputs;
  if (narrowOperands(inputs).some(isFourBitFloat))
    return techniques?.hadamard === undefined && techniques?.stochasticRounding === undefined;
  return needHadamard(weights, activations) && techniques?.hadamard === undefined;
}

/** Whether a 4-bit float comes with a treatment of outliers: no factor of its own, but a wider interval. */
function isOutlierRecipe(inputs: LawInputs): boolean {
  return inputs.techniques?.outliers === true && narrowOperands(inputs).some(isFourBitFloat);
}

function isBackwardOpen({ weights, activations, backward }: LawInputs): boolean {
  return backward === undefined && !(isSixteenBitOrWider(weights) && isSixteenBitOrWider(activations));
}

function narrowOperands(inputs: LawInputs): readonly NumberFormat[] {
  return [inputs.weights, inputs.activations, gradientFormat(inputs)].filter(
    (format) => !isSixteenBitOrWider(format),
  );
}

function caveatsOf(inputs: LawInputs): readonly string[] {
  const caveats: string[] = [];
  const open = narrowOperands(inputs).find(isOpenEightBit);
  if (open !== undefined) caveats.push(`${open.label} is taken as E4M3`);
  if (isBackwardOpen(inputs))
    caveats.push(
      `The format of the output gradients in the backward pass is not known and taken as ${gradientFormat(inputs).label}; the interval is wider`,
    );
  if (isRecipeOpen(inputs)) caveats.push(recipeCaveat(inputs));
  if (isOutlierRecipe(inputs))
    caveats.push(
      "A treatment of outliers has no factor: two labs measured one, and lost about half of this; the interval is wider",
    );
  if (narrowOperands(inputs).some(isFourBitFloat) && inputs.wideLayers === undefined)
    caveats.push("No layer is counted as kept in 16 bits; with 15 % of them wide ΔL is about 0.6 times this");
  if (inputs.quantization)
    caveats.push(
      `The law has no term for quantization after training; ${inputs.quantization.label} is not counted`,
    );
  return caveats;
}

function recipeCaveat(inputs: LawInputs): string {
  return narrowOperands(inputs).some(isFourBitFloat)
    ? "The recipe is not known; Hadamard transforms and stochastic rounding are assumed, and the interval is wider"
    : "Hadamard transforms are not known and taken as absent; the interval is wider";
}
