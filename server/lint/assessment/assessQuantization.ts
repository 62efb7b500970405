import type { ChoiceTarget } from "../../config/dialect/Dialect.ts";
import type { TrainingConfig } from "../../config/readConfig.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import { isSixteenBitOrWider } from "../../science/formats/sixteenBit.ts";
import { withScaling } from "../../science/formats/withScaling.ts";
import type { LawAssessment, QuantizationAssessment } from "./Assessment.ts";
import { choicesFor } from "./choicesFor.ts";
import { parametersFor } from "./parametersFor.ts";
import { QUANTIZATION_FORMATS } from "./standardFormats.ts";

/** The law of post-training quantization. */
const QUANTIZATION_LAW = "kumar-2024";

/** The quantization of the run's weights, or of the base model, beside other widths. */
export function assessQuantization(
  config: TrainingConfig,
  laws: readonly LawAssessment[],
): QuantizationAssessment | undefined {
  const { facts } = config.run;
  const assessed = laws.find(({ law }) => law.file.name === QUANTIZATION_LAW);
  if (!assessed?.applies || assessed.inputs.quantization === undefined) return undefined;
  const { law, about, inputs, prediction } = assessed;
  const fact = about === "base" ? (facts.baseWeights ?? facts.quantization) : facts.quantization;
  const parameters = parametersFor(law, facts);
  const tokens = about === "base" ? facts.pretrainingTokens : facts.tokens;
  if (!fact || !parameters || !tokens || isSixteenBitOrWider(fact.value)) return undefined;
  const choices = choicesFor(
    config,
    about === "base" && facts.baseWeights ? "base" : ("quantization" satisfies ChoiceTarget),
  );
  const written = choices.flatMap((choice) => {
    const format = parseNumberFormat(choice.format);
    return format ? [{ format, choice }] : [];
  });
  const standard = QUANTIZATION_FORMATS.map((format) => ({ format: likeScaled(format, fact.value) }));
  const all = [
    ...written,
    ...standard.filter(({ format }) => !written.some((one) => one.format.bits === format.bits)),
  ];
  return {
    law,
    about,
    inputs,
    fact,
    parameters,
    tokens,
    current: { format: fact.value, prediction },
    alternatives: all
      .filter(({ format }) => format.bits !== fact.value.bits)
      .sort((a, b) => b.format.bits - a.format.bits)
      .map((row) => ({ ...row, prediction: law.predict({ ...inputs, quantization: row.format }) })),
  };
}

/** The same element width with the scaling of the planned format, where that is block scaling of integers. */
function likeScaled(format: NumberFormat, planned: NumberFormat): NumberFormat {
  const { scaling } = planned;
  if (planned.kind !== "integer" || scaling === undefined) return format;
  return (
    parseNumberFormat(
      `${format.name}:${scaling.granularity === "block" ? `g${scaling.size}` : scaling.granularity}`,
    ) ?? withScaling(format, scaling)
  );
}
