import type { ChoiceFile, ChoiceTarget } from "../../config/dialect/Dialect.ts";
import { conditionHolds } from "../../config/dialect/evaluateSettings.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import { isSixteenBitOrWider, type NumberFormat, SIXTEEN_BIT } from "../../science/formats/NumberFormat.ts";
import { type NamedFormat, namedFormats } from "../../science/formats/namedFormats.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import { canRank } from "../../science/lawFiles/lawFrom.ts";
import type { Law, LawInputs } from "../../science/laws/Law.ts";

export const BF16 = SIXTEEN_BIT;

/** Training formats that current accelerators have, wide to narrow: the rows of the table of alternatives. */
export const FLOAT_FORMATS = formats(({ trainingRow, element }) => trainingRow && element.kind === "float");

/** Rows for runs in integer formats. */
export const INTEGER_FORMATS = [
  BF16,
  ...formats(({ trainingRow, element }) => trainingRow && element.kind === "integer"),
];

/** Weight formats after training, wide to narrow. */
export const QUANTIZATION_FORMATS = formats(({ quantizationRow }) => quantizationRow);

/** Of 4 bits and more, narrow to wide: what a comment may declare in the place of a narrower format. */
export const WIDER_FORMATS = formats(({ inPlaceOfNarrower }) => inPlaceOfNarrower).toSorted(
  (a, b) => a.bits - b.bits,
);

function formats(isWanted: (one: NamedFormat) => boolean | undefined): readonly NumberFormat[] {
  return namedFormats.filter(isWanted).flatMap(({ name }) => parseNumberFormat(name) ?? []);
}

/** The rows of the table of alternatives under a law: of the kinds of formats that it ranks. */
export function trainingFormats(law: Law): readonly NumberFormat[] {
  const floats = canRank(law, "float formats") ? FLOAT_FORMATS : [];
  const integers = canRank(law, "integer formats") ? INTEGER_FORMATS : [];
  return [...floats, ...integers.filter(({ name }) => floats.every((one) => one.name !== name))];
}

/** The formats that the run's framework can write for a target, with placeholders such as the group size filled in. */
export function choicesFor(
  { dialect, readings }: TrainingConfig,
  target: ChoiceTarget,
): readonly ChoiceFile[] {
  return (dialect.choices[target] ?? [])
    .filter((choice) => conditionHolds(choice.when, readings) === true)
    .map((choice) => ({
      ...choice,
      format: choice.format.replace(/\{([\w.]+)\}/g, (_, key: string) => String(readings.word(key) ?? "")),
    }));
}

/** Over the inputs of a run in another format: its backward pass and techniques are those of its own format. */
export const OPEN_RECIPE: Pick<LawInputs, "backward" | "backwardProducts" | "techniques"> = {
  backward: undefined,
  backwardProducts: undefined,
  techniques: undefined,
};

/** A format for weights and activations; the cache of a training run stays in 16 bits, and the recipe is open. */
export function uniformFormats(
  format: NumberFormat,
): Pick<LawInputs, "weights" | "activations" | "kvCache"> & typeof OPEN_RECIPE {
  return {
    ...OPEN_RECIPE,
    weights: format,
    activations: format,
    kvCache: isSixteenBitOrWider(format) ? format : BF16,
  };
}
