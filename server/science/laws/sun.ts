import { isSixteenBitOrWider, type NumberFormat } from "../formats/NumberFormat.ts";
import { domainStatus, reasonAgainstCacheFormat, requireSizes } from "./domainStatus.ts";
import type {
  Applicability,
  Law,
  LawFile,
  LawFormats,
  LawInputs,
  LayoutCosts,
  OptimalBits,
  Prediction,
} from "./Law.ts";
import {
  bestLayout,
  bf16AsBlock,
  coarseness,
  criticalTokens,
  dataTerm,
  type FloatResolution,
  parametersTerm,
  precisionPenalty,
  type SunConstants,
  sunConstants,
} from "./sunFormulas.ts";
import { sunBitsForParameters, sunOptimumForCompute } from "./sunOptimum.ts";

/** Sun et al. 2025, Eq. 18 and 21. */
export const sunFormula: readonly string[] = [
  "L(N, D, E, M, B) = n/N^α + d/D^β + ε + ρ",
  "ρ = D^β/N^α · log2(B) / ( γ·(E+0.5)^δ·(M+0.5)^ν )",
  "D_crit = [ d·γ·N^α·(E+0.5)^δ·(M+0.5)^ν / log2(B) ]^(1/(2β))",
];

/** Sun et al. 2025: loss of floating-point quantized training over N, D, exponent, mantissa and block size. */
export function sun(file: LawFile): Law {
  const constants = sunConstants(file);
  return {
    file,
    applicability,
    predict: (inputs) => predict(file, constants, inputs),
    optimalBits: optimalBits(constants),
    layouts: layouts(constants),
  };
}

/** log2 of the block that the closed-form optima assume, which treat bits as a real number: one scale per 128 elements. */
const OPTIMUM_LOG2_BLOCK = 7;

function optimalBits(c: SunConstants): OptimalBits {
  const log2Block = OPTIMUM_LOG2_BLOCK;
  return {
    forParameters: (parameters, compute) => sunBitsForParameters(c, { parameters, compute, log2Block }),
    forCompute: (compute) => sunOptimumForCompute(c, compute, log2Block).bits,
  };
}

/** B is a factor of ρ, so it does not matter which. */
function layouts(c: SunConstants): LayoutCosts {
  return {
    costOf: ({ exponent, mantissa }) => coarseness(c, { exponent, mantissa, log2Block: 1 }),
    best: (bits) => bestLayout(c, bits),
  };
}

function applicability(formats: LawFormats): Applicability {
  const because =
    reasonAgainst("weights", formats.weights) ??
    reasonAgainst("activations", formats.activations) ??
    reasonAgainstCacheFormat(formats);
  return because === undefined ? { applies: true } : { applies: false, because };
}

function reasonAgainst(tensor: string, format: NumberFormat): string | undefined {
  if (format.kind !== "float") return `fitted on floating-point formats; ${tensor} are ${format.label}`;
  if (isSixteenBitOrWider(format) || format.exponent !== undefined) return undefined;
  if (format.name.startsWith("fp8")) return "fp8 without a layout: E4M3 or E5M2?";
  if (format.name.startsWith("fp6")) return "fp6 without a layout: E3M2 or E2M3?";
  return `needs exponent and mantissa bits; ${tensor} are ${format.label}`;
}

function predict(file: LawFile, c: SunConstants, inputs: LawInputs): Prediction {
  requireSizes(inputs);
  const { parameters, tokens } = inputs;
  const format = coarserFormat(c, inputs);
  const run = { parameters, tokens, ...resolution(c, format) };
  const rho = precisionPenalty(c, run);
  const delta = rho - precisionPenalty(c, { ...run, ...bf16AsBlock });
  const a = parametersTerm(c, parameters);
  const b = dataTerm(c, tokens);
  const critical = criticalTokens(c, run);
  return {
    law: file.name,
    diverges: false,
    loss: a + b + c.epsilon + rho,
    terms: [
      { name: "parameters", value: a },
      { name: "data", value: b },
      { name: "irreducible", value: c.epsilon },
      { name: "precision", value: rho },
    ],
    delta,
    effectiveParameters: parameters * (a / (a + delta)) ** (1 / c.alpha),
    ...(Number.isFinite(critical) ? { criticalTokens: critical } : {}),
    domain: domainStatus(file.domain, {
      parameters: [parameters],
      tokens: [tokens],
      ...formatValues(format),
    }),
    caveats: caveatsOf(inputs, format),
  };
}

/** Weights and activations have one term together; the coarser of the two decides it. */
function coarserFormat(c: SunConstants, { weights, activations }: LawFormats): NumberFormat {
  const coarser = coarseness(c, resolution(c, activations)) > coarseness(c, resolution(c, weights));
  return coarser ? activations : weights;
}

/**
 * A format as exponent, mantissa and log2 B. 16 bits and wider count as E8M7 with B = 128.
 * Channel-wise scaling has its published value, which also is used for tensor-wise and for unstated scaling.
 */
function resolution(c: SunConstants, format: NumberFormat): FloatResolution {
  if (isSixteenBitOrWider(format)) return bf16AsBlock;
  const { exponent, mantissa, scaling } = format;
  if (exponent === undefined || mantissa === undefined) {
    throw new RangeError(`${format.label} has no exponent and mantissa bits; ask for applicability first.`);
  }
  const log2Block = scaling?.granularity === "block" ? Math.log2(scaling.size) : c.log2B_channel;
  return { exponent, mantissa, log2Block };
}

/** The variables of the format that the fitted domain limits; none for the 16-bit reference. */
function formatValues(format: NumberFormat): Record<string, number[]> {
  if (isSixteenBitOrWider(format)) return {};
  const { exponent, mantissa, scaling } = format;
  return {
    exponent: exponent === undefined ? [] : [exponent],
    mantissa: mantissa === undefined ? [] : [mantissa],
    block: scaling?.granularity === "block" ? [scaling.size] : [],
  };
}

function caveatsOf(
  { weights, activations, quantization }: LawFormats,
  format: NumberFormat,
): readonly string[] {
  const caveats: string[] = [];
  if (isSixteenBitOrWider(format)) {
    caveats.push(`${format.label} is taken as E8M7 in blocks of 128, the law's 16-bit reference`);
  } else {
    caveats.push(
      "Fitted with forward activations and output gradients in BF16; quantizing them too costs more",
    );
  }
  if (weights.name !== activations.name) {
    caveats.push(
      `Weights are ${weights.label}, activations ${activations.label}; the coarser, ${format.label}, decides`,
    );
  }
  if (!isSixteenBitOrWider(format)) caveats.push(...scalingCaveats(format));
  if (quantization !== undefined) {
    caveats.push(`The law has no term for quantization after training; ${quantization.label} is not counted`);
  }
  return caveats;
}

function scalingCaveats({ scaling }: NumberFormat): readonly string[] {
  if (scaling === undefined) return ["Scaling not stated, taken as channel-wise"];
  if (scaling.granularity === "block" && scaling.bits < 1) {
    return [
      `Weights share a scale in squares of ${scaling.size}×${scaling.size}; B is taken as ${scaling.size}, as for the activations`,
    ];
  }
  if (scaling.granularity !== "tensor") return [];
  return [
    "Constants of per-tensor scaling are not published; channel-wise stands in, a lower bound of the loss",
  ];
}
