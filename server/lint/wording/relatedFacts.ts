import type { Span } from "../../config/document/ConfigNode.ts";
import { formatQuantity } from "../../config/run/quantity.ts";
import type { Fact } from "../../config/run/TrainingRun.ts";
import type { Related } from "../Finding.ts";
import { rateText } from "./factText.ts";

/** The scalars behind facts, as related places, without the finding's own. */
export function relatedFacts(
  own: Span,
  facts: readonly (readonly [label: string, fact: Fact<unknown> | undefined])[],
): readonly Related[] {
  return facts.flatMap(([label, fact]) => {
    const span = fact?.at[0];
    return fact && span && span.start !== own.start
      ? [{ span, message: `${label}: ${factText(fact.value)}` }]
      : [];
  });
}

function factText(value: unknown): string {
  // Rates are below one, counts are not.
  if (typeof value === "number") return value < 1 ? rateText(value) : formatQuantity(value);
  return typeof value === "object" && value !== null && "label" in value
    ? String(value.label)
    : String(value);
}
