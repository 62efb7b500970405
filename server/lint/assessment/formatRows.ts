import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import type { Law, LawInputs, Prediction } from "../../science/laws/Law.ts";
import { judged } from "./judged.ts";
import { FLOAT_FORMATS, INTEGER_FORMATS, QUANTIZATION_FORMATS, uniformFormats } from "./standardFormats.ts";

/** What a law says about one format, all else as in the run. */
export interface FormatRow {
  readonly format: NumberFormat;
  readonly prediction: Prediction;
  /** The run's own. */
  readonly own: boolean;
}

/**
 * Training formats that the law speaks about, at the run's N and D and without a quantization after it. Empty for a law
 * of quantization alone.
 */
export function trainingRows(law: Law, { quantization: _, ...inputs }: LawInputs): readonly FormatRow[] {
  const { weights, activations } = inputs;
  if (!law.applicability(inputs).applies) return [];
  const own = activations.bits < weights.bits ? activations : weights;
  const others = distinct([...FLOAT_FORMATS, ...INTEGER_FORMATS], own)
    .map((format) => ({ format, formats: uniformFormats(format) }))
    .filter(({ formats }) => law.applicability(formats).applies);
  return [
    { format: own, prediction: judged(law, inputs).prediction, own: true },
    ...others.map(({ format, formats }) => ({
      format,
      prediction: judged(law, { ...inputs, ...formats }).prediction,
      own: false,
    })),
  ];
}

/**
 * Formats of the weights after training that the law speaks about, the planned or loaded one among them, wide to narrow.
 * Empty for a law that has no term for them.
 */
export function quantizationRows(law: Law, inputs: LawInputs): readonly FormatRow[] {
  const { quantization: own } = inputs;
  if (own === undefined) return [];
  const rows = [own, ...distinct(QUANTIZATION_FORMATS, own)]
    .filter((format) => law.applicability({ ...inputs, quantization: format }).applies)
    .map((format) => ({
      format,
      prediction: judged(law, { ...inputs, quantization: format }).prediction,
      own: format === own,
    }))
    .sort((a, b) => b.format.bits - a.format.bits);
  return new Set(rows.map(({ prediction }) => prediction.delta)).size > 1 ? rows : [];
}

function distinct(formats: readonly NumberFormat[], own: NumberFormat): readonly NumberFormat[] {
  const names = new Set([own.name]);
  return formats.filter(({ name }) => !names.has(name) && names.add(name));
}
