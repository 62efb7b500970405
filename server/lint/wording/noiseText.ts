import type { Fact, FactName } from "../../config/run/TrainingRun.ts";
import { gaussianError } from "../../science/formats/error/gaussianError.ts";
import { type ScaleRule, scaleRule } from "../../science/formats/error/scaleRule.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";

/** "SQNR 18.8 dB on Gaussian weights (block 32, E8M0 scale)"; undefined for wide formats and open layouts. */
export function noiseText(format: NumberFormat): string | undefined {
  const rule = scaleRule(format);
  const error = gaussianError(format);
  return rule && error && `SQNR ${error.sqnr.toFixed(1)} dB on Gaussian weights (${scaleText(format, rule)})`;
}

/** The facts that are formats of weights; activations and caches are not Gaussian. */
const weightFacts: ReadonlySet<FactName> = new Set(["weights", "baseWeights", "quantization"]);

/** `noiseText` of a fact that is a format of weights. */
export function factNoise(name: FactName, { value }: Fact<unknown>): string | undefined {
  if (!weightFacts.has(name) || typeof value !== "object" || value === null) return undefined;
  return noiseText(value as NumberFormat);
}

function scaleText({ scaling }: NumberFormat, rule: ScaleRule): string {
  const size = scaling?.granularity === "block" ? scaling.size : 0;
  switch (rule.kind) {
    case "optimal":
      return scaling === undefined ? "MSE-optimal scale" : `MSE-optimal scale per ${scaling.granularity}`;
    case "absmax":
      return `block ${rule.elements === size ? size : `${size}×${size}`}, absmax scale`;
    case "e8m0":
      return `block ${size}, E8M0 scale`;
    case "e4m3":
      return `block ${size}, E4M3 scale`;
    case "minmax":
      return `group ${size}, min-max scale`;
  }
}
