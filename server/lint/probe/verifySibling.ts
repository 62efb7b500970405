import { readPositive } from "../../config/run/factReader.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import type { Analysis } from "../Analysis.ts";
import type { Finding } from "../Finding.ts";
import { ruleNamed } from "../rules/rules.ts";
import type { Combination } from "./ProbeRequest.ts";
import { matrixProductFormat, otherFileWithFormat } from "./probedRun.ts";
import { unexpectedDifference } from "./unexpectedDifference.ts";

/**
 * Why a sibling is not as planned, as a sentence without its full stop; undefined if it is: read again, it is the same
 * run except for the seed, the learning rate, the format and the given keys, and has no new contradiction.
 */
export function verifySibling(
  before: Analysis,
  after: Analysis,
  { seed, learningRate, format }: Combination,
  keys: readonly string[],
): string | undefined {
  const [old, now, more] = [before.assessments[0], ...after.assessments].map((one) => one?.config);
  if (old === undefined || now === undefined || more !== undefined || now.dialect.id !== old.dialect.id)
    return "the text would no longer be read as this run";
  const { facts } = now.run;
  if (facts.seed?.value !== seed) return "the seed cannot be set in this file";
  const rate = readPositive(now, "learningRate");
  if (!rate.ok || Math.abs(rate.number.value / learningRate - 1) > 1e-9)
    return "the learning rate cannot be set in this file";
  if (matrixProductFormat(now)?.value.name !== format) return otherFormat(now);
  const different = unexpectedDifference(old, now, keys);
  if (different !== undefined) return `\`${different}\` would change as well`;
  for (const name of ["parameters", "tokens"] as const)
    if (facts[name]?.value !== old.run.facts[name]?.value) return `the ${name} of the run would change`;
  const finding = newError(before.findings, after.findings);
  return finding?.message.replace(/\.$/, "");
}

function otherFormat(config: TrainingConfig): string {
  const file = otherFileWithFormat(config);
  if (file !== undefined) return `the precision is set in \`${file}\`, which all siblings share`;
  const found = matrixProductFormat(config)?.value.label;
  return found === undefined
    ? "the format of the run would not be known"
    : `the run would still train in ${found}`;
}

/** An error that the original does not have. What a law predicts is no reason: a probe is there to find out. */
function newError(before: readonly Finding[], after: readonly Finding[]): Finding | undefined {
  const known = new Map<string, number>();
  for (const { rule } of before) known.set(rule, (known.get(rule) ?? 0) + 1);
  for (const finding of after) {
    const left = known.get(finding.rule) ?? 0;
    known.set(finding.rule, left - 1);
    const predicts = ruleNamed(finding.rule)?.category === "prediction";
    if (left <= 0 && finding.severity === "error" && !predicts) return finding;
  }
  return undefined;
}
