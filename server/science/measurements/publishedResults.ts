import catalogue from "../../data/measurements/models.json" with { type: "json" };
import sources from "../../data/measurements/sources.json" with { type: "json" };
import type { Anchor } from "../laws/Law.ts";
import { memoized } from "../numerics/memoized.ts";
import { bundledQuantization } from "./bundledMeasurements.ts";
import type { QuantizationMeasurement } from "./QuantizationMeasurement.ts";

/** Rows that are no measurement of their own, or not in nats per token of uniform formats. */
const LEFT_OUT = ["suspect", "dup", "mixed-precision", "vector-quant", "word_ppl", "lambada"];

const NAMES = new Map(Object.keys(catalogue.models).map((name) => [name.toLowerCase(), name] as const));

const citations: Readonly<Record<string, { readonly citation: string }>> = sources.sources;

const NOTHING: readonly QuantizationMeasurement[] = [];

const byModel = new Map<string, readonly QuantizationMeasurement[]>();

/**
 * The published results of quantizing the weights of a model alone, by the model's name without its owner:
 * `Llama-2-7b-hf`. Empty for models that the bundled measurements do not have; only for those that they have are the
 * tables read.
 */
export function publishedResults(model: string): readonly QuantizationMeasurement[] {
  const name = NAMES.get(model.toLowerCase().replace(/-hf$/, ""));
  if (name === undefined) return NOTHING;
  const before = byModel.get(name);
  if (before !== undefined) return before;
  const results = bundledQuantization().measurements.filter(
    (row) =>
      row.model === name &&
      row.bits < 16 &&
      row.activationBits >= 16 &&
      row.cacheBits >= 16 &&
      !row.flags.some((flag) => LEFT_OUT.includes(flag)),
  );
  byModel.set(name, results);
  return results;
}

/**
 * Published results as anchors: those on WikiText-2, or all where there are none, as far as they resolve a loss. The same
 * results give the same array.
 */
export const publishedAnchors = memoized(anchorsAmong);

function anchorsAmong(results: readonly QuantizationMeasurement[]): readonly Anchor[] {
  const resolved = results.filter(({ format, delta, rounding }) => format !== undefined && delta > rounding);
  const usual = resolved.filter(({ evaluation }) => evaluation?.startsWith("WikiText2"));
  return (usual.length > 0 ? usual : resolved).flatMap((row) =>
    row.format === undefined
      ? []
      : [
          {
            quantization: row.format,
            ...(row.methodClass ? { method: row.methodClass } : {}),
            details: row.details,
            delta: row.delta,
            source: sourceOf(row),
          },
        ],
  );
}

/** "WikiText2, Shao et al. 2023, OmniQuant, Table A1". */
export function sourceOf({ evaluation, source, place }: QuantizationMeasurement): string {
  const set = evaluation?.split(",")[0];
  const citation = source === undefined ? undefined : (citations[source]?.citation ?? source);
  return [set, citation, place].filter((part) => part !== undefined && part !== "").join(", ");
}
