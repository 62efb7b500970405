import { isSixteenBitOrWider } from "../formats/NumberFormat.ts";
import { domainStatus, requireSizes } from "./domainStatus.ts";
import type { Applicability, Law, LawFile, LawFormats, LawInputs, Prediction } from "./Law.ts";
import { lawConstants } from "./lawConstants.ts";

const symbols = ["E", "A", "B", "alpha", "beta"] as const;
/** Constants of Hoffmann et al. 2022, approach 3, or of its replication by Besiroglu et al. 2024; E in nats per token. */
export type ChinchillaConstants = Readonly<Record<(typeof symbols)[number], number>>;

/** Hoffmann et al. 2022, approach 3. */
export const chinchillaFormula: readonly string[] = ["L(N, D) = E + A/N^α + B/D^β"];

/** Hoffmann et al. 2022, approach 3: loss of 16-bit training over all parameters N and tokens D. */
export function chinchilla(file: LawFile): Law {
  const constants = chinchillaConstants(file);
  return { file, applicability, predict: (inputs) => predict(file, constants, inputs) };
}

/** The constants of a law file of the form "chinchilla". */
export function chinchillaConstants(file: LawFile): ChinchillaConstants {
  return lawConstants(file, symbols);
}

/** L = E + A/N^α + B/D^β, in nats per token. Hoffmann et al. 2022, approach 3. */
export function chinchillaLoss(c: ChinchillaConstants, parameters: number, tokens: number): number {
  return c.E + c.A / parameters ** c.alpha + c.B / tokens ** c.beta;
}

/**
 * N* = G·(C/6)^(β/(α+β)) with G = (αA/(βB))^(1/(α+β)), and D* = C/(6N*): the split of `compute` (FLOP) that gives
 * the lowest loss under C = 6ND. Hoffmann et al. 2022, approach 3.
 */
export function chinchillaOptimum(
  c: ChinchillaConstants,
  compute: number,
): { readonly parameters: number; readonly tokens: number } {
  const G = ((c.alpha * c.A) / (c.beta * c.B)) ** (1 / (c.alpha + c.beta));
  const parameters = G * (compute / 6) ** (c.beta / (c.alpha + c.beta));
  return { parameters, tokens: compute / (6 * parameters) };
}

function applicability(formats: LawFormats): Applicability {
  const used = [formats.weights, formats.activations, formats.kvCache, formats.quantization];
  const narrow = used.find((format) => format !== undefined && !isSixteenBitOrWider(format));
  if (narrow === undefined) return { applies: true };
  return { applies: false, because: `fitted on 16-bit training only; this run uses ${narrow.label}` };
}

function predict(file: LawFile, c: ChinchillaConstants, inputs: LawInputs): Prediction {
  requireSizes(inputs);
  const { parameters, tokens } = inputs;
  const caveats = ["A 16-bit baseline: the law has no term for precision"];
  return {
    law: file.name,
    diverges: false,
    loss: chinchillaLoss(c, parameters, tokens),
    terms: [
      { name: "irreducible", value: c.E },
      { name: "parameters", value: c.A / parameters ** c.alpha },
      { name: "data", value: c.B / tokens ** c.beta },
    ],
    delta: 0,
    effectiveParameters: parameters,
    domain: domainStatus(file.domain, { parameters: [parameters], tokens: [tokens] }),
    caveats,
  };
}
