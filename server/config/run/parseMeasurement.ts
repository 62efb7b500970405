import { isSixteenBitOrWider } from "../../science/formats/NumberFormat.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import type { Anchor } from "../../science/laws/Law.ts";
import { QUANTIZATION_METHODS } from "../../science/laws/Law.ts";

/** How a measured degradation is written. */
export const MEASUREMENT_FORM =
  "`[method:]format:±nats`, the loss after quantization minus the loss in 16 bits, such as `gptq:int4:g128:+0.032`";

export type MeasurementResult =
  | { readonly ok: true; readonly anchor: Anchor }
  | {
      readonly ok: false;
      /** Half a sentence: what is wrong with the part from `from` to `to`. */
      readonly because: string;
      readonly from: number;
      readonly to: number;
      /** The words that may have been meant, for a suggestion. */
      readonly candidates?: readonly string[];
    };

/** No degradation is larger: a model that knows nothing loses ln(vocabulary), at most 13 nats. */
const LARGEST_DELTA = 20;

/** Reads `[method:]format:±nats`. The format may have a colon of its own: `int4:g128`. */
export function parseMeasurement(text: string): MeasurementResult {
  const no = (because: string, from = 0, to = text.length, candidates?: readonly string[]) =>
    ({ ok: false, because, from, to, ...(candidates ? { candidates } : {}) }) as const;
  if (text === "") return no("`measured` has no value");
  const last = text.lastIndexOf(":");
  const number = text.slice(last + 1);
  if (!/^[-+−]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(number)) {
    return /ppl|perplexity/i.test(text)
      ? no(`\`${text}\` is a perplexity: the difference is ln(perplexity after / perplexity before)`)
      : no(`\`${text}\` does not end with a number`);
  }
  if (last < 0) return no(`\`${text}\` has no format`);
  if (!/^[-+−]/.test(number)) {
    return no(
      `\`${number}\` has no sign; for perplexities, the difference is ln(perplexity after / perplexity before)`,
      last + 1,
    );
  }
  const delta = Number(number.replace("−", "-"));
  if (Math.abs(delta) > LARGEST_DELTA)
    return no(`${number} nats is more than any model can lose (${LARGEST_DELTA})`, last + 1);
  const what = methodAndFormat(text.slice(0, last));
  if ("because" in what) return no(what.because, 0, what.to, what.candidates);
  return { ok: true, anchor: { ...what, delta, source: "declared" } };
}

type Problem = { readonly because: string; readonly to: number; readonly candidates?: readonly string[] };

function methodAndFormat(text: string): Pick<Anchor, "quantization" | "method"> | Problem {
  const colon = text.indexOf(":");
  const first = colon < 0 ? text : text.slice(0, colon);
  const method = QUANTIZATION_METHODS.find((one) => one === first.toLowerCase());
  const name = method === undefined ? text : text.slice(first.length + 1);
  const quantization = parseNumberFormat(name);
  if (quantization && isSixteenBitOrWider(quantization))
    return { because: `${quantization.label} is not a quantization`, to: text.length };
  if (quantization) return { quantization, ...(method ? { method } : {}) };
  if (method !== undefined && name === "") return { because: `\`${text}\` has no format`, to: text.length };
  if (method === undefined && colon >= 0 && parseNumberFormat(text.slice(colon + 1)) !== undefined) {
    return {
      because: `\`${first}\` is not a method of quantization (${QUANTIZATION_METHODS.join(", ")})`,
      to: first.length,
      candidates: QUANTIZATION_METHODS,
    };
  }
  return { because: `\`${name}\` is not a number format`, to: text.length };
}
