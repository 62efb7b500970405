import type { NumberFormat } from "../formats/NumberFormat.ts";
import { againstOwnCache } from "./againstOwnCache.ts";
import { domainStatus } from "./domainStatus.ts";
import type { Applicability, Law, LawFile, LawFormats, LawInputs, Prediction } from "./Law.ts";
import {
  type Pass,
  passShares,
  type QuartetConstants,
  quartetConstants,
  quartetEffectiveParameters,
  quartetLoss,
} from "./quartetFormulas.ts";
import { requireSizes } from "./requireSizes.ts";

export const quartetFormula: readonly string[] = [
  "L(N, D) = ( A/(N·effN)^α + B/(D·effD)^β )^γ + E",
  "effN by the forward format, effD by the backward format, both 1 from 8 bits on",
];

/** Castro et al. 2025: loss of training in MXFP4 over N and D, with multipliers for each pass. */
export function quartet(file: LawFile): Law {
  const constants = quartetConstants(file);
  return { file, applicability, predict: (inputs) => predict(file, constants, inputs) };
}

function applicability(formats: LawFormats): Applicability {
  const because = reasonAgainst(formats);
  return because === undefined ? { applies: true } : { applies: false, because };
}

function reasonAgainst(formats: LawFormats): string | undefined {
  const { weights, activations, backward } = formats;
  const operands = [weights, activations, ...(backward ? [backward] : [])];
  const foreign = operands.find((format) => !isMxfp4(format) && !isLossless(format));
  if (foreign) return `multipliers are published for MXFP4 only; this run uses ${foreign.label}`;
  if (!operands.some(isMxfp4)) return "a law of training in MXFP4; 8 bits and more count as lossless there";
  if (isMxfp4(weights) !== isMxfp4(activations))
    return `multipliers are published for weights and activations in MXFP4 together; ${
      isMxfp4(weights) ? `activations are ${activations.label}` : `weights are ${weights.label}`
    }`;
  return againstOwnCache(formats);
}

function isMxfp4({ name }: NumberFormat): boolean {
  return name === "mxfp4";
}

/** FP8 is taken as lossless in the paper; nothing is said about INT8. */
function isLossless({ kind, bits }: NumberFormat): boolean {
  return kind === "float" && bits >= 8;
}

function predict(file: LawFile, c: QuartetConstants, inputs: LawInputs): Prediction {
  requireSizes(inputs);
  const { parameters, tokens, weights, backward } = inputs;
  const forward = isMxfp4(weights);
  const run = {
    parameters,
    tokens,
    effN: forward ? passShares(file, "forward")[0].share : 1,
    effD: backward && isMxfp4(backward) ? passShares(file, "backward")[0].share : 1,
  };
  const loss = quartetLoss(c, run);
  return {
    law: file.name,
    diverges: false,
    loss,
    terms: [
      { name: "parametersAndData", value: loss - c.E },
      { name: "irreducible", value: c.E },
    ],
    delta: loss - quartetLoss(c, { parameters, tokens, effN: 1, effD: 1 }),
    effectiveParameters: quartetEffectiveParameters(c, run),
    domain: domainStatus(file.domain, {
      parameters: [parameters],
      tokens: [tokens],
      tokensPerParameter: [tokens / parameters],
    }),
    caveats: caveatsOf(file, inputs),
  };
}

function caveatsOf(file: LawFile, { weights, backward, quantization }: LawInputs): readonly string[] {
  const caveats: string[] = [];
  if (isMxfp4(weights)) caveats.push(roundingText(file, "forward"));
  if (backward === undefined) {
    const [{ recipe, share }] = passShares(file, "backward");
    const how = recipe === "round to nearest" ? "MXFP4 rounded to nearest" : `MXFP4 with ${recipe}`;
    caveats.push(
      `The format of the backward pass is not known and taken as lossless, a lower bound of the loss (${how}: effD ${share})`,
    );
  } else if (isMxfp4(backward)) {
    caveats.push(roundingText(file, "backward"));
  } else if (backward.bits < 16) caveats.push(`${backward.label} in the backward pass is taken as lossless`);
  caveats.push("E is weakly identified; its losses beyond the fitted sizes are soft");
  if (quantization)
    caveats.push(`The law has no term for quantization after training; ${quantization.label} is not counted`);
  return caveats;
}

/** Which recipe stands in for one that is not known, and what the others would give. */
function roundingText(file: LawFile, pass: Pass): string {
  const [taken, ...others] = passShares(file, pass);
  const symbol = pass === "forward" ? "effN" : "effD";
  const rest = others.map(
    ({ recipe, share }) => `${recipe === "stochastic rounding" ? "stochastic" : recipe} ${share}`,
  );
  return `How the ${pass} pass rounds is not known: ${taken.recipe} is taken, ${symbol} ${taken.share} (${rest.join(", ")})`;
}
