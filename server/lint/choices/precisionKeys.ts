import { isHere, type Span } from "../../config/document/ConfigNode.ts";
import type { Assessment } from "../assessment/Assessment.ts";

/** Whether a place is a precision key or its value: a scalar that states a format, or a key that a choice would write. */
export function isPrecisionPlace({ config }: Assessment, place: Span): boolean {
  const { readings, run, dialect } = config;
  const {
    weights,
    activations,
    kvCache,
    baseWeights,
    quantization,
    masterWeights,
    gradients,
    optimizerState,
  } = run.facts;
  const stated = [
    weights,
    activations,
    kvCache,
    baseWeights,
    quantization,
    masterWeights,
    gradients,
    optimizerState,
  ].flatMap((fact) => fact?.at ?? []);
  const keys = new Set(
    Object.values(dialect.choices).flatMap((choices) => choices.flatMap(({ set }) => Object.keys(set))),
  );
  const written = [...keys].flatMap((key) => readingSpans(readings.stated(key)));
  return [...stated, ...written].some(
    (span) => isHere(span) && span.start <= place.end && place.start <= span.end,
  );
}

function readingSpans(
  reading:
    | { readonly span: Span; readonly located: { readonly entry?: { readonly keySpan: Span } } }
    | undefined,
): readonly Span[] {
  if (reading === undefined) return [];
  const { entry } = reading.located;
  return entry
    ? [
        reading.span,
        entry.keySpan,
        { start: entry.keySpan.start, end: Math.max(entry.keySpan.end, reading.span.end) },
      ]
    : [reading.span];
}
