import type { WeighedQuantization } from "../../lint/assessment/weighQuantizations.ts";
import { sourceOf } from "../../science/measurements/publishedResults.ts";
import type { QuantizationAnswer } from "./quantizationText.ts";

/** What `bitlaw predict --quantize … --format json` prints, in the shape of schemas/predict.schema.json. */
export function quantizationJson({ plan, rows, notes }: QuantizationAnswer): unknown {
  return {
    version: 1,
    model: {
      name: plan.model ?? null,
      parameters: plan.parameters,
      activeParameters: plan.activeParameters ?? null,
      tokens: plan.tokens,
    },
    quantizations: rows.map(rowJson),
    notes,
  };
}

function rowJson({ format, method, isAsked, gap, measured, weightBytes }: WeighedQuantization): unknown {
  const known = "because" in gap ? undefined : gap;
  const interval = known?.prediction.interval;
  return {
    format: format.name,
    method: method ?? null,
    asked: isAsked,
    law: known?.law.file.name ?? null,
    insideFit: known?.prediction.domain.inside ?? null,
    noGap: "because" in gap ? gap.because : null,
    delta: known?.delta ?? null,
    interval: interval ? { low: interval.low, high: interval.high, level: interval.level } : null,
    perplexityFactor: known?.perplexityFactor ?? null,
    collapseRisk: known?.prediction.collapseRisk ?? null,
    caveats: known?.prediction.caveats ?? [],
    weightBytes,
    measured: measured.map((one) => ({
      format: one.format?.name ?? null,
      method: one.method,
      delta: one.delta,
      source: sourceOf(one),
    })),
  };
}
