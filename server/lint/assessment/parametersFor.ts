import type { Fact, Facts, TrainingRun } from "../../config/run/TrainingRun.ts";
import type { Anchor, Law, LawInputs } from "../../science/laws/Law.ts";

/** N as the law counts it. Where only the other count is known it is used instead, and `countCaveats` says so. */
export function parametersFor(law: Law, facts: Facts): Fact<number> | undefined {
  return law.file.counts === "nonEmbeddingParameters"
    ? (facts.nonEmbeddingParameters ?? facts.parameters)
    : facts.parameters;
}

/** Caveats for a run whose N is not counted as in the law's own experiments. */
export function countCaveats(law: Law, { facts, missing }: TrainingRun): readonly string[] {
  const caveats: string[] = [];
  if (law.file.counts === "nonEmbeddingParameters" && facts.nonEmbeddingParameters === undefined) {
    caveats.push(
      "The law counts parameters without embeddings; only the count with embeddings is known and stands in",
    );
  }
  if (facts.activeParameters !== undefined || missing.some(({ fact }) => fact === "activeParameters")) {
    caveats.push("Fitted on dense models; N counts all experts of this mixture, not only the active ones");
  }
  return caveats;
}

/**
 * What is known about a quantization besides its format: the method, and measurements of the same model, declared and
 * published.
 */
export function methodAndAnchors(
  { facts, measured }: TrainingRun,
  of: "quantization" | "baseWeights",
  published: readonly Anchor[],
): Pick<LawInputs, "method" | "quantizationDetails" | "anchors"> {
  // The array itself where nothing is declared: what a law prepares for it is kept by it.
  const anchors = measured.length === 0 ? published : [...measured.map(({ value }) => value), ...published];
  const method = of === "baseWeights" ? facts.baseMethod : facts.quantizationMethod;
  return {
    ...(method ? { method: method.value } : {}),
    ...(of === "quantization" ? detailsOf(facts) : {}),
    ...(anchors.length > 0 ? { anchors } : {}),
  };
}

/** What the planned quantization is known to be besides its method. */
function detailsOf({
  symmetricQuantization: symmetric,
  activationOrder,
}: Facts): Pick<LawInputs, "quantizationDetails"> {
  if (symmetric === undefined && activationOrder === undefined) return {};
  return {
    quantizationDetails: {
      ...(symmetric ? { symmetric: symmetric.value } : {}),
      ...(activationOrder ? { activationOrder: activationOrder.value } : {}),
    },
  };
}
