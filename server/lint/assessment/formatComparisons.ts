import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import type { Law, LawInputs } from "../../science/laws/Law.ts";
import type { FormatComparison } from "./Assessment.ts";
import { predictWithRecord } from "./predictWithRecord.ts";
import { FLOAT_FORMATS, INTEGER_FORMATS, QUANTIZATION_FORMATS, uniformFormats } from "./standardFormats.ts";

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
 * The planned or loaded format of the weights after training compared with the standard ones that the law covers.
 * Undefined for a law that has no term for them.
 */
export function compareQuantizationFormats(law: Law, inputs: LawInputs): FormatComparison | undefined {
  const { quantization: own } = inputs;
  if (own === undefined) return undefined;
  const [current, ...alternatives] = [own, ...distinct(QUANTIZATION_FORMATS, own)]
    .filter((format) => law.applicability({ ...inputs, quantization: format }).applies)
    .map((format) => ({ format, ...predictWithRecord(law, { ...inputs, quantization: format }) }));
  if (current?.format !== own) return undefined;
  const deltas = new Set([current, ...alternatives].map(({ prediction }) => prediction.delta));
  return deltas.size > 1 ? { law, inputs, current, alternatives } : undefined;
}

function distinct(formats: readonly NumberFormat[], own: NumberFormat): readonly NumberFormat[] {
  const names = new Set([own.name]);
  return formats.filter(({ name }) => !names.has(name) && names.add(name));
}
