import type { TrainingRun } from "../../config/run/TrainingRun.ts";
import { isPublished, leadersOf } from "../../science/lawFiles/publishedLaws.ts";
import type { Law, LawInputs, Prediction } from "../../science/laws/Law.ts";
import { quantizedCriticalTokens } from "../../science/optimum/quantizedOvertraining.ts";
import type { LawAssessment, Overtraining } from "./Assessment.ts";
import { leadingLaws } from "./leadingLaws.ts";
import { parametersFor } from "./parametersFor.ts";
import { BF16 } from "./standardFormats.ts";

/**
 * The law of the 16-bit loss, whose slope in D is compared with that of ΔL: the project's own, else the published one,
 * even if the project does not use it.
 */
export function findBaseline(laws: readonly LawAssessment[]): Law | undefined {
  const own = leadingLaws("baseline", laws).find(({ law }) => !isPublished(law));
  return own?.law ?? leadersOf("baseline")[0];
}

/**
 * Whether more data would raise the loss after quantization, under the quantization's law and a 16-bit baseline.
 * Measurements of the model move the level of ΔL, not how it grows with D.
 */
export function overtraining(
  { facts }: TrainingRun,
  law: Law,
  inputs: LawInputs,
  { delta, interval, criticalTokens: own }: Prediction,
  baseline: Law | undefined,
): Overtraining | undefined {
  // A law with a 16-bit loss of its own has a critical size of its own.
  if (own !== undefined)
    return inputs.tokens > own ? { criticalTokens: own, certain: true, baseline: law } : undefined;
  const parameters = baseline && parametersFor(baseline, facts);
  if (baseline === undefined || parameters === undefined || delta === undefined) return undefined;
  const { anchors: _, ...unanchored } = inputs;
  const level = delta / (law.predict(unanchored).delta ?? delta);
  const plain = { weights: BF16, activations: BF16, kvCache: BF16 };
  const model = {
    quantization: { law, inputs: unanchored },
    baseline: {
      law: baseline,
      inputs: { ...plain, parameters: parameters.value, tokens: inputs.tokens },
    },
  };
  const criticalTokens = quantizedCriticalTokens(model, level);
  if (criticalTokens === undefined) return undefined;
  const low = interval === undefined ? 0 : (level * interval.low) / delta;
  return { criticalTokens, certain: quantizedCriticalTokens(model, low) !== undefined, baseline };
}
