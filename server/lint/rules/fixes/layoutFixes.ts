import type { TrainingConfig } from "../../../config/run/TrainingConfig.ts";
import type { Fact } from "../../../config/run/TrainingRun.ts";
import type { NumberFormat } from "../../../science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../../science/formats/parseNumberFormat.ts";
import { withScaling } from "../../../science/formats/withScaling.ts";
import type { Assessment } from "../../assessment/Assessment.ts";
import { choicesFor } from "../../assessment/standardFormats.ts";
import { setKeys } from "../../edits/setKeys.ts";
import type { TextEdit } from "../../edits/TextEdit.ts";
import type { Fix } from "../../Finding.ts";
import { predictedEffect } from "./formatFixes.ts";

/** Fixes that train in another layout of the same bits, `E4M3`: in the framework's keys, or in the comment that declares the format. */
export function layoutFixes(
  { config, training }: Assessment,
  fact: Fact<NumberFormat>,
  layout: string,
): readonly Fix[] {
  const better = scaledAs(`fp${fact.value.bits}_${layout.toLowerCase()}`, fact.value);
  if (better === undefined) return [];
  const effect = predictedEffect(training, { weights: better, activations: better });
  const rest = { ...(effect ? { effect } : {}), safe: false, preferred: true };
  if (fact.provenance === "declared")
    return [
      { title: `Train in ${better.label}`, edits: redeclareFormat(config, fact.value, better.name), ...rest },
    ];
  return choicesFor(config, "training").flatMap((choice) => {
    const format = parseNumberFormat(choice.format);
    const fits = format?.bits === better.bits && `E${format.exponent}M${format.mantissa}` === layout;
    const edits = fits ? setKeys(config, choice.set) : undefined;
    return edits && edits.length > 0 ? [{ title: `Train in ${format?.label}`, edits, ...rest }] : [];
  });
}

/** The edits that give weights and activations another format, where a comment declares them in this one. */
export function redeclareFormat(
  config: TrainingConfig,
  format: NumberFormat,
  name: string,
): readonly TextEdit[] {
  const { weights, activations } = config.run.facts;
  return [weights, activations].flatMap((fact) => {
    const declared = fact?.provenance === "declared" && fact.value.name === format.name;
    return declared && fact.at[0] ? [{ span: fact.at[0], newText: name }] : [];
  });
}

/** A layout with the scaling of another format: MXFP8 E5M2 becomes MXFP8. */
function scaledAs(layout: string, { scaling }: NumberFormat): NumberFormat | undefined {
  const format = parseNumberFormat(layout);
  return format && scaling ? withScaling(format, scaling) : format;
}
