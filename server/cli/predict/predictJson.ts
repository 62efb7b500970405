import { decisionJson, range } from "../../lint/report/formats/decisionJson.ts";
import { publishedRunText } from "../../lint/wording/publishedRunText.ts";
import { isNear, type PublishedRun } from "../../science/measurements/nearestRuns.ts";
import { bytesOf, MIXED_PRECISION_SOURCE, mixedPrecision } from "../../science/memory/trainingMemory.ts";
import type { PredictAnswer } from "./predictText.ts";

/** What `bitlaw predict --format json` prints, in the shape of schemas/predict.schema.json. */
export function predictJson({
  run,
  worldSize,
  model,
  notes,
  decisions,
  published,
  time,
}: PredictAnswer): unknown {
  return {
    version: 1,
    run: {
      model: model ?? null,
      parameters: run.parameters,
      activeParameters: run.activeParameters ?? null,
      tokens: run.tokens,
      hardware: run.hardware?.name ?? null,
      worldSize: worldSize ?? null,
      noise: run.noise,
    },
    time: time
      ? {
          acceleratorDays: range(time.acceleratorDays),
          days: time.days ? range(time.days) : null,
          runs: time.runs,
        }
      : null,
    memory: memoryJson(run.parameters),
    formats: decisions.map((one) => ({
      ...decisionJson(one, run.tokens),
      weightBytes: bytesOf(run.parameters, one.format),
      published: (published.get(one.format.name) ?? []).map(publishedRunJson),
    })),
    notes,
  };
}

/** Of a run in BF16 with Adam in mixed precision. */
function memoryJson(parameters: number): unknown {
  const { bytes, parts } = mixedPrecision(parameters);
  return {
    assumed: MIXED_PRECISION_SOURCE,
    bytes,
    bytesPerParameter: bytes / parameters,
    parts: Object.fromEntries(parts.map((one) => [one.part, one.bytes])),
  };
}

/** A published run; what its source does not state is null. */
function publishedRunJson(run: PublishedRun): unknown {
  return {
    text: publishedRunText(run),
    parameters: run.parameters,
    activeParameters: run.activeParameters ?? null,
    tokens: run.tokens ?? null,
    format: run.format.name,
    activations: run.activations.name,
    backwardNarrow: run.isBackwardNarrow,
    wideShare: run.wideShare ?? null,
    recipe: run.recipe ?? null,
    gap: run.gapNats ?? null,
    bound: run.boundNats ?? null,
    percentOf: run.percentOf?.loss ?? null,
    approximate: run.isApproximate,
    reference: run.reference?.name ?? null,
    citation: run.citation,
    url: run.url ?? null,
    near: isNear(run),
  };
}
