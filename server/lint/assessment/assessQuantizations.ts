import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import type { Fact } from "../../config/run/TrainingRun.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { isSixteenBitOrWider } from "../../science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import { withScaling } from "../../science/formats/withScaling.ts";
import { canRank } from "../../science/lawFiles/lawFrom.ts";
import type { Anchor, Law } from "../../science/laws/Law.ts";
import type { AppliedLaw, FormatPrediction, LawAssessment, QuantizationAssessment } from "./Assessment.ts";
import { leadingLaws } from "./leadingLaws.ts";
import { findBaseline, overtraining } from "./overtraining.ts";
import { methodAndAnchors, parametersFor } from "./parametersFor.ts";
import { predictWithRecord } from "./predictWithRecord.ts";
import { choicesFor, QUANTIZATION_FORMATS } from "./standardFormats.ts";

/** The quantizations of the run's weights and of its base model, each compared with other widths. */
export function assessQuantizations(
  config: TrainingConfig,
  laws: readonly LawAssessment[],
  anchors: readonly Anchor[],
): readonly QuantizationAssessment[] {
  const assessed = leadingLaws("post-training quantization", laws).find(({ applies }) => applies);
  if (!assessed?.applies) return [];
  const { baseWeights, quantization } = config.run.facts;
  const evidence = { anchors, baseline: findBaseline(laws) };
  const loaded =
    baseWeights && assessed.about === "base"
      ? assessOne(config, assessed, "loaded", baseWeights, evidence)
      : undefined;
  const planned = quantization && assessOne(config, assessed, "planned", quantization, evidence);
  return [loaded, planned].filter((one) => one !== undefined);
}

/** What every quantization of a run is assessed with: published results of its model, and the 16-bit loss. */
interface Evidence {
  readonly anchors: readonly Anchor[];
  readonly baseline: Law | undefined;
}

function assessOne(
  config: TrainingConfig,
  { law, about, inputs: assumed }: AppliedLaw,
  when: "planned" | "loaded",
  fact: Fact<NumberFormat>,
  { anchors, baseline }: Evidence,
): QuantizationAssessment | undefined {
  const { facts } = config.run;
  const parameters = parametersFor(law, facts);
  const tokens = about === "base" ? facts.pretrainingTokens : facts.tokens;
  if (!parameters || !tokens || isSixteenBitOrWider(fact.value)) return undefined;
  const { method: _, anchors: __, ...unquantized } = assumed;
  const known = methodAndAnchors(config.run, when === "loaded" ? "baseWeights" : "quantization", anchors);
  const inputs = { ...unquantized, ...known, quantization: fact.value };
  const speaksOf = (quantization: NumberFormat) => law.applicability({ ...inputs, quantization }).applies;
  if (!speaksOf(fact.value)) return undefined;
  const current = { format: fact.value, ...predictWithRecord(law, inputs) };
  const alternatives = (canRank(law, "quantization formats") ? rows(config, when, fact.value) : [])
    .filter(({ format }) => format.bits !== fact.value.bits && speaksOf(format))
    .sort((a, b) => b.format.bits - a.format.bits)
    .map((row) => ({ ...row, ...predictWithRecord(law, { ...inputs, quantization: row.format }) }));
  const over = overtraining(config.run, law, inputs, current.prediction, baseline);
  return {
    law,
    about,
    when,
    inputs,
    fact,
    parameters,
    tokens,
    current,
    alternatives,
    ...(baseline ? { baseline } : {}),
    ...(over ? { overtraining: over } : {}),
  };
}

/** The formats that the framework can write, and the standard widths that are not among them. */
function rows(
  config: TrainingConfig,
  when: "planned" | "loaded",
  planned: NumberFormat,
): readonly Pick<FormatPrediction, "format" | "choice">[] {
  const written = choicesFor(config, when === "loaded" ? "base" : "quantization").flatMap((choice) => {
    const format = parseNumberFormat(choice.format);
    return format ? [{ format, choice }] : [];
  });
  const standard = QUANTIZATION_FORMATS.map((format) => ({ format: withPlannedScaling(format, planned) }));
  return [
    ...written,
    ...standard.filter(({ format }) => !written.some((one) => one.format.bits === format.bits)),
  ];
}

/** The same element width with the scaling of the planned format, where that is block scaling of integers. */
function withPlannedScaling(format: NumberFormat, planned: NumberFormat): NumberFormat {
  const { scaling } = planned;
  if (planned.kind !== "integer" || scaling === undefined) return format;
  return (
    parseNumberFormat(
      `${format.name}:${scaling.granularity === "block" ? `g${scaling.size}` : scaling.granularity}`,
    ) ?? withScaling(format, scaling)
  );
}
