import type { Assessment } from "../assessment/Assessment.ts";
import type { Finding } from "../Finding.ts";
import { changedSetting } from "./changedSetting.ts";
import { coarseScaling } from "./coarseScaling.ts";
import { companionDisagrees } from "./companionDisagrees.ts";
import { computeDtypeMismatch } from "./computeDtypeMismatch.ts";
import { conflictingPrecision } from "./conflictingPrecision.ts";
import { duplicateKey } from "./duplicateKey.ts";
import { groupSizeMismatch } from "./groupSizeMismatch.ts";
import { inactivePrecision } from "./inactivePrecision.ts";
import { inconsistentArchitecture } from "./inconsistentArchitecture.ts";
import { lossScaling } from "./lossScaling.ts";
import { lostArguments } from "./lostArguments.ts";
import { lowPrecisionAccumulation } from "./lowPrecisionAccumulation.ts";
import { lowPrecisionState } from "./lowPrecisionState.ts";
import { misreadNumber } from "./misreadNumber.ts";
import { missingHighPrecisionLayers } from "./missingHighPrecisionLayers.ts";
import { overComputeBudget } from "./overComputeBudget.ts";
import { overtrainedForFormat } from "./overtrainedForFormat.ts";
import { overtrainedForQuantization } from "./overtrainedForQuantization.ts";
import { predictedDivergence } from "./predictedDivergence.ts";
import { quantizedBaseFullFinetune } from "./quantizedBaseFullFinetune.ts";
import { type Rule, runRule } from "./Rule.ts";
import {
  invalidProjectFile,
  type RuleDeclaration,
  type RuleThresholds,
  unknownSuppression,
  unusedSuppression,
} from "./RuleDeclaration.ts";
import { refusedSetting } from "./refusedSetting.ts";
import { singleSeedComparison } from "./singleSeedComparison.ts";
import { slowSetting } from "./slowSetting.ts";
import { sub4BitQuantization } from "./sub4BitQuantization.ts";
import { sub4BitTraining } from "./sub4BitTraining.ts";
import { suboptimalFloatLayout } from "./suboptimalFloatLayout.ts";
import { suboptimalPrecision } from "./suboptimalPrecision.ts";
import { unknownDeclaration } from "./unknownDeclaration.ts";
import { unknownPrecisionValue } from "./unknownPrecisionValue.ts";
import { unreadCompanion } from "./unreadCompanion.ts";
import { unstableFormat } from "./unstableFormat.ts";
import { unsupportedFormat } from "./unsupportedFormat.ts";
import { unusableValue } from "./unusableValue.ts";
import { withoutRepeats } from "./withoutRepeats.ts";

/** Every rule about a run, in the order of the documentation. */
export const RULES: readonly Rule[] = [
  overtrainedForFormat,
  overtrainedForQuantization,
  sub4BitTraining,
  sub4BitQuantization,
  predictedDivergence,
  suboptimalPrecision,
  suboptimalFloatLayout,
  coarseScaling,
  unstableFormat,
  missingHighPrecisionLayers,
  singleSeedComparison,
  lowPrecisionState,
  lowPrecisionAccumulation,
  conflictingPrecision,
  quantizedBaseFullFinetune,
  computeDtypeMismatch,
  lossScaling,
  inactivePrecision,
  refusedSetting,
  changedSetting,
  slowSetting,
  unsupportedFormat,
  groupSizeMismatch,
  inconsistentArchitecture,
  lostArguments,
  overComputeBudget,
  unusableValue,
  duplicateKey,
  companionDisagrees,
  unreadCompanion,
  unknownPrecisionValue,
  misreadNumber,
  unknownDeclaration,
];

/** What all rules find in a run; `thresholds` are those that differ from their defaults. */
export function runRules(assessment: Assessment, thresholds: RuleThresholds): readonly Finding[] {
  return withoutRepeats(RULES.flatMap((rule) => runRule(rule, assessment, thresholds[rule.name])));
}

/** Every rule that a finding can name, in the order of the documentation. */
export const DECLARED_RULES: readonly RuleDeclaration[] = [
  ...RULES,
  unusedSuppression,
  unknownSuppression,
  invalidProjectFile,
];

/** The names of all rules, in the order of the documentation. */
export const RULE_NAMES: readonly string[] = DECLARED_RULES.map(({ name }) => name);

const BY_NAME: ReadonlyMap<string, RuleDeclaration> = new Map(
  DECLARED_RULES.map((declaration) => [declaration.name, declaration]),
);

/** The declaration of a rule; undefined where no rule has that name. */
export function ruleNamed(name: string): RuleDeclaration | undefined {
  return BY_NAME.get(name);
}

/** Whether there is a rule of that name. */
export function isRuleName(name: string): boolean {
  return BY_NAME.has(name);
}
