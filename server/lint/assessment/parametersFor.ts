import type { Fact, Facts } from "../../config/run/TrainingRun.ts";
import type { Law } from "../../science/laws/Law.ts";

/** N as the law counts it. Where only the other count is known it stands in, and `countCaveat` says so. */
export function parametersFor(law: Law, facts: Facts): Fact<number> | undefined {
  return law.file.counts === "nonEmbeddingParameters"
    ? (facts.nonEmbeddingParameters ?? facts.parameters)
    : facts.parameters;
}

/** What the reader must know where the law's count of N is not the one that is known. */
export function countCaveat(law: Law, facts: Facts): string | undefined {
  if (law.file.counts !== "nonEmbeddingParameters" || facts.nonEmbeddingParameters !== undefined)
    return undefined;
  return "The law counts parameters without embeddings; only the count with embeddings is known and stands in";
}
