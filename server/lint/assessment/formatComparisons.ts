import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import type { Law, LawInputs } from "../../science/laws/Law.ts";
import type { FormatComparison, FormatPrediction } from "./Assessment.ts";
import { predictWithRecord } from "./predictWithRecord.ts";
import { inputsOf, type QuantizationSetting } from "./quantizationSettings.ts";
import { FLOAT_FORMATS, INTEGER_FORMATS, uniformFormats } from "./standardFormats.ts";

/**
 * The run's training format compared with all standard ones that the law covers, at the run's N and D and without a
 * quantization after it. Undefined for a law of quantization alone.
 */
export function compareTrainingFormats(
  law: Law,
  { quantization: _, ...inputs }: LawInputs,
): FormatComparison | undefined {
  const { weights, activations } = inputs;
  if (!law.applicability(inputs).applies) return undefined;
  const own = activations.bits < weights.bits ? activations : weights;
  const alternatives = distinct([...FLOAT_FORMATS, ...INTEGER_FORMATS], own)
    .map((format) => ({ format, formats: uniformFormats(format) }))
    .filter(({ formats }) => law.applicability(formats).applies)
    .map(({ format, formats }) => ({ format, ...predictWithRecord(law, { ...inputs, ...formats }) }));
  return { law, inputs, current: { format: own, ...predictWithRecord(law, inputs) }, alternatives };
}

/**
 * The planned or loaded format of the weights compared with other settings that the law covers and tells apart. Undefined
 * for a law that has no term for them.
 */
export function compareQuantizationFormats(
  law: Law,
  inputs: LawInputs,
  settings: readonly QuantizationSetting[],
): FormatComparison | undefined {
  const { quantization: own, method } = inputs;
  if (own === undefined) return undefined;
  const [current, ...others] = [{ format: own, ...(method ? { method } : {}) }, ...settings]
    .map((setting) => ({ setting, changed: { ...inputs, ...inputsOf(setting) } }))
    .filter(({ changed }) => law.applicability(changed).applies)
    .map(({ setting, changed }) => ({ ...setting, ...predictWithRecord(law, changed) }));
  if (current?.format !== own) return undefined;
  const deltas = new Set([current, ...others].map(({ prediction }) => prediction.delta));
  const alternatives = toldApart([current, ...others]).filter((one) => one !== current);
  return deltas.size > 1 ? { law, inputs, current, alternatives } : undefined;
}

/** The first of those of one width for which a law gives the same number, because it has no term for the rest. */
function toldApart(all: readonly FormatPrediction[]): readonly FormatPrediction[] {
  const isSame = (a: FormatPrediction, b: FormatPrediction) =>
    a.format.bits === b.format.bits && a.prediction.delta === b.prediction.delta;
  return all.filter((one, i) => all.findIndex((other) => isSame(one, other)) === i);
}

function distinct(formats: readonly NumberFormat[], own: NumberFormat): readonly NumberFormat[] {
  const names = new Set([own.name]);
  return formats.filter(({ name }) => !names.has(name) && names.add(name));
}
