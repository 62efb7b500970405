import type { CaseFile } from "../../config/dialect/Dialect.ts";
import { conditionHolds } from "../../config/dialect/evaluateSettings.ts";
import { settingText } from "../../config/dialect/readKey.ts";
import { isInOwnFile } from "../../config/document/ConfigNode.ts";
import { findLauncher, type TrainingConfig } from "../../config/run/TrainingConfig.ts";
import { evidenceNote } from "../assessment/Evidence.ts";
import { addToList } from "../edits/addToList.ts";
import type { Fix } from "../Finding.ts";
import { findModuleList, includesModule, type ModuleList } from "./findModuleList.ts";
import { keyFix } from "./fixes/keyFix.ts";
import type { RawFinding } from "./Rule.ts";

/**
 * A finding for each case of a descriptor whose condition is true and whose key is in the config: "`key: value`", the
 * words, and the evidence.
 */
export function caseFindings(
  config: TrainingConfig,
  cases: readonly CaseFile[] | undefined,
  words: (one: CaseFile) => string,
): readonly RawFinding[] {
  return (cases ?? []).flatMap((one) => finding(config, one, words(one)));
}

/** Whether a case holds by the config's own keys, or by those of its launcher in the place of some of them. */
function applies(config: TrainingConfig, { when, launcher }: CaseFile): boolean {
  if (conditionHolds(when, config.readings) === true) return true;
  const named = launcher && findLauncher(config.companions);
  if (!named || conditionHolds(launcher.when, named.readings) !== true) return false;
  const own = Object.entries(when).filter(([key]) => !launcher.instead.includes(key));
  return conditionHolds(Object.fromEntries(own), config.readings) === true;
}

function finding(config: TrainingConfig, one: CaseFile, words: string): readonly RawFinding[] {
  const { key, severity, unlisted, evidence } = one;
  const { readings } = config;
  const span = readings.isStated(key) ? readings.stated(key)?.span : undefined;
  if (span === undefined || !applies(config, one)) return [];
  const list = unlisted && findModuleList(config, unlisted.list, span);
  if (unlisted && (list === undefined || includesModule(list.modules, unlisted.module))) return [];
  const notes = (evidence ?? []).map((name) => ` ${evidenceNote(name)}`).join("");
  const message = `\`${settingText(readings, key)}\` ${words}.${notes}`;
  const added = list && unlisted ? listFix(config, list, unlisted.module) : [];
  const fixes = [
    ...added,
    ...waysOut(config, one).flatMap((values, i) => keyFix(config, values, i === 0 && added.length === 0)),
  ];
  return [{ span, message, fixes, ...(severity ? { severity } : {}) }];
}

/** The keys that each way out sets, with those that follow from the number of layers. */
function waysOut({ readings }: TrainingConfig, { resolve, layerShare = {} }: CaseFile): CaseFile["resolve"] {
  const layers = readings.word("layers");
  if (typeof layers !== "number" || !Number.isSafeInteger(layers) || layers < 1) return resolve;
  const shares = Object.entries(layerShare).map(([key, share]) => [
    key,
    Math.max(1, Math.floor(layers * share)),
  ]);
  return resolve.map((values) => ({ ...values, ...Object.fromEntries(shares) }));
}

function listFix({ document }: TrainingConfig, { map, key }: ModuleList, module: string): readonly Fix[] {
  const edits = isInOwnFile(map.span) ? addToList(document, map, key, module) : undefined;
  return edits ? [{ title: `Add ${module} to ${key}`, edits, safe: false, preferred: true }] : [];
}
