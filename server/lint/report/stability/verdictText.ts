import { type Comparison, TOLERANCE } from "../../../science/stability/compareFormats.ts";
import { isSignificant } from "../../../science/stability/power.ts";
import { percentText, pText } from "./stabilityNumbers.ts";

/** Whether a format is as robust as the baseline, in sentences that say how much these runs can show. */
export function verdictText(format: string, baseline: string, comparison: Comparison): readonly string[] {
  const { format: own, baseline: base, fisher, sameLearningRates } = comparison;
  const counts = `${own.failed} of ${own.runs} runs failed, of ${baseline} ${base.failed} of ${base.runs}${sameLearningRates ? " at the same learning rates" : ""}`;
  const test = `Fisher's exact test: p = ${pText(fisher.oneSided)} one-sided, ${pText(fisher.twoSided)} two-sided`;
  const mixed = sameLearningRates
    ? []
    : [
        "No learning rate is known to be shared, so a difference may come from the rates and not from the format.",
      ];
  return [
    `${verdictPhrase(format, baseline, comparison)}: ${counts} (${test}).`,
    ...power(comparison),
    ...mixed,
  ];
}

function verdictPhrase(format: string, baseline: string, { verdict }: Comparison): string {
  if (verdict === "less robust") return `${format} is less robust than ${baseline}`;
  if (verdict === "as robust") return `${format} is as robust as ${baseline}, as far as failures go`;
  return `These runs cannot tell whether ${format} is as robust as ${baseline}`;
}

function power(comparison: Comparison): readonly string[] {
  const { format, baseline, verdict, leastP, detectableRate, seedsNeeded } = comparison;
  if (verdict === "less robust") return [];
  const runs = `${format.runs} against ${baseline.runs} runs`;
  const base = percentText(baseline.failed / baseline.runs);
  const seeds =
    seedsNeeded === undefined
      ? []
      : [
          `To tell ${percentText(format.failed / format.runs)} from ${base} with power 0.8 at level 0.05, run ${seedsNeeded} of each format.`,
        ];
  if (!isSignificant(leastP)) {
    return [
      `${runs} prove nothing: even if all had failed here and none there, p would be ${pText(leastP)}.`,
      ...seeds,
    ];
  }
  if (detectableRate === undefined) {
    return [`${runs} would have found no failure rate with power 0.8, not even 100 %.`, ...seeds];
  }
  const found = `${runs} would have found, with power 0.8, a failure rate of ${percentText(detectableRate)} or more where ${baseline.failed === 0 ? "the other is 0 %" : `the other is ${base}`}`;
  return verdict === "as robust"
    ? [`${found}. A smaller difference than ${percentText(TOLERANCE)} is not excluded.`]
    : [`${found}; a smaller one would have been missed.`, ...seeds];
}
