import type { NumberFormat } from "../formats/NumberFormat.ts";
import { isSixteenBitOrWider } from "../formats/NumberFormat.ts";
import { domainStatus, reasonAgainstCacheFormat, requireSizes } from "./domainStatus.ts";
import type { Law, LawFile, LawFormats, LawInputs, Prediction } from "./Law.ts";
import { settingConstants } from "./lawConstants.ts";

/** Panferov et al. 2025. */
export const questFormula: readonly string[] = [
  "N_eff = eff(P)·N, with eff by the format of weights and activations",
  "No loss: the multipliers belong to no other law's base",
];

/** QuEST 2025: effective parameters of quantization-aware training by bits. It gives no loss and no ΔL. */
export function quest(file: LawFile): Law {
  return {
    file,
    applicability: (formats) => {
      const read = multiplier(file, formats);
      return typeof read === "string" ? { applies: false, because: read } : { applies: true };
    },
    predict: (inputs) => predict(file, inputs),
  };
}

/** Neff/N of a run's formats, or why none is published. */
export function multiplier(file: LawFile, formats: LawFormats): number | string {
  const { weights, activations, recipe } = formats;
  if (isSixteenBitOrWider(weights) && isSixteenBitOrWider(activations))
    return "a law of quantization-aware training; this run trains in 16 bits";
  // A law of one's own runs is of whatever recipe they have.
  const published = file.trust !== "own";
  if (published && recipe !== undefined && !(recipe.kind === "passes" && recipe.forward === "QuEST"))
    return "measured with QuEST's Hadamard transforms; this run is trained by another recipe";
  const block = [weights, activations].find(
    ({ kind, scaling }) => kind === "float" && scaling?.granularity === "block",
  );
  if (block) return `published for FP4 without the block scales of ${block.label}`;
  const setting = questSetting(weights, activations);
  const eff = setting === undefined ? undefined : settingConstants(file, setting, ["eff"])?.eff;
  if (eff === undefined)
    return `no multiplier is published for weights in ${weights.label} with activations in ${activations.label}`;
  return reasonAgainstCacheFormat(formats) ?? eff;
}

/** The setting of a law file that formats belong to, such as `W4A16`; undefined for 16 bits, which an absent format counts as. */
export function questSetting(
  weights: NumberFormat | undefined,
  activations: NumberFormat | undefined,
): string | undefined {
  const setting = `W${operandName(weights)}A${operandName(activations)}`;
  return setting === "W16A16" ? undefined : setting;
}

/** `4`, `FP4`, `16`; spelled as in the settings of a law file, so that what is not published is not found. */
function operandName(format: NumberFormat | undefined): string {
  if (format === undefined || isSixteenBitOrWider(format)) return "16";
  if (format.kind === "integer") return String(format.bits);
  return format.name.startsWith("fp4_e2m1") ? "FP4" : format.name;
}

function predict(file: LawFile, inputs: LawInputs): Prediction {
  requireSizes(inputs);
  const eff = multiplier(file, inputs);
  if (typeof eff === "string") throw new RangeError(`${eff}; ask for applicability first.`);
  const { parameters, tokens, weights, activations } = inputs;
  const narrow = [weights, activations].filter((format) => !isSixteenBitOrWider(format));
  return {
    law: file.name,
    diverges: false,
    terms: [],
    effectiveParameters: eff * parameters,
    domain: domainStatus(file.domain, {
      parameters: [parameters],
      tokensPerParameter: [tokens / parameters],
      bits: narrow.map(({ bits }) => bits),
    }),
    caveats: caveatsOf(inputs, narrow),
  };
}

function caveatsOf(
  { activations, quantization }: LawInputs,
  narrow: readonly NumberFormat[],
): readonly string[] {
  const hadamard = isSixteenBitOrWider(activations) ? "" : " with a Hadamard transform";
  const caveats = [
    `Measured with QuEST's own training${hadamard}; plain rounding differs`,
    "Effective parameters only: the law has no loss, and its multipliers fit no other law's",
  ];
  if (narrow.some(({ scaling }) => scaling?.granularity === "block"))
    caveats.push("The law does not know the group size");
  if (quantization)
    caveats.push(`The law has no term for quantization after training; ${quantization.label} is not counted`);
  return caveats;
}
