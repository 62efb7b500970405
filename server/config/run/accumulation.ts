import { type NumberReading, optionalNumber, type RunSources } from "./factReader.ts";
import { replicasOf } from "./readTokens.ts";

/**
 * Micro-batches whose gradients are summed before a step: stated, or global batch / (micro batch × data-parallel size)
 * where the file, a companion or a declaration gives all three. Undefined where it is not known.
 */
export function accumulationOf(sources: RunSources): NumberReading | undefined {
  const stated = optionalNumber(sources, "accumulation");
  if (stated?.provenance === "stated") return stated;
  const global = optionalNumber(sources, "globalBatch");
  const micro = optionalNumber(sources, "microBatch");
  const replicas = replicasOf(sources);
  if (!global || !micro || !replicas.ok) return undefined;
  const value = replicas.factors.reduce((rest, { value }) => rest / value, global.value / micro.value);
  if (!Number.isInteger(value)) return undefined;
  const shown = `${global.shown} / (${[micro, ...replicas.factors].map((factor) => factor.shown).join(" × ")})`;
  return { ...global, value, shown };
}
