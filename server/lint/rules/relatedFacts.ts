import type { Span } from "../../config/document/ConfigNode.ts";
import type { Fact } from "../../config/run/TrainingRun.ts";
import type { Related } from "../Finding.ts";

/** The scalars behind facts, as related places, without the finding's own. */
export function relatedFacts(
  own: Span,
  facts: readonly (readonly [label: string, fact: Fact<unknown> | undefined])[],
): readonly Related[] {
  return facts.flatMap(([label, fact]) => {
    const span = fact?.at[0];
    return fact && span && span.start !== own.start ? [{ span, message: `${label}: ${fact.how}` }] : [];
  });
}
