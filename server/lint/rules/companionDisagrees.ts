import type { DisagreementFile, Word } from "../../config/dialect/Dialect.ts";
import { type KeyReadings, settingText } from "../../config/dialect/readKey.ts";
import { plainNumber } from "../../config/run/factReader.ts";
import type { Companion, TrainingConfig } from "../../config/run/TrainingConfig.ts";
import { keyFix } from "./fixes/keyFix.ts";
import type { RawFinding, Rule } from "./Rule.ts";

/** A launcher's or engine's file that says something else than the trainer's own keys. */
export const companionDisagrees: Rule = {
  name: "companion-disagrees",
  summary: "An Accelerate or DeepSpeed file that says something else than the trainer's keys",
  severity: "error",
  otherwise: "warning where the trainer goes on and ignores one of the two",
  category: "contradiction",
  fix: "changes the run",
  needsOtherFiles: true,
  foundFromElsewhere: true,
  readsDialect: ({ companions }) => companions !== undefined,
  check({ config }) {
    return config.companions.flatMap((companion) => findings(config, companion));
  },
};

function findings(config: TrainingConfig, companion: Companion): readonly RawFinding[] {
  const own = (companion.file.disagreements ?? []).flatMap((one) => finding(config, companion, one) ?? []);
  return [...own, ...companion.config.companions.flatMap((next) => findings(companion.config, next))];
}

function finding(
  config: TrainingConfig,
  companion: Companion,
  disagreement: DisagreementFile,
): RawFinding | undefined {
  const { key, theirs, because, severity } = disagreement;
  const own = config.readings.word(key);
  const their = companion.config.readings.word(theirs);
  const place = companion.config.readings.stated(theirs)?.span;
  if (own === undefined || their === undefined || place === undefined) return undefined;
  // The other file may override a default, and always overrides "auto": only values that both files state can contradict.
  const stated = config.readings.isStated(key) && companion.config.readings.isStated(theirs);
  if (!stated || own === "auto" || !isContradiction(disagreement, own, their)) return undefined;
  const where = companion.path === undefined ? "" : ` in \`${companion.path}\``;
  const span = config.readings.stated(key)?.span ?? companion.at;
  return {
    span,
    message: `${written(config.readings, key, own)} and ${written(companion.config.readings, theirs, their)}${where} disagree: ${because}. Make them say the same.`,
    ...(severity ? { severity } : {}),
    related: [{ span: place, message: "The other one" }],
    elsewhere: place.file === undefined ? [] : [place],
    // Where each has words of its own, there is no word to copy.
    fixes: disagreement.values === undefined ? keyFix(config, { [key]: their }, true) : [],
  };
}

function isContradiction({ values, theirValues }: DisagreementFile, own: Word, their: Word): boolean {
  if (values && !values.includes(own)) return false;
  return theirValues ? theirValues.includes(their) : !same(own, their);
}

/** Numbers compare as numbers, however a loader reads them. */
function same(a: Word, b: Word): boolean {
  const number = (word: Word) =>
    typeof word === "string" ? (plainNumber(word) ?? word.toLowerCase()) : word;
  return number(a) === number(b);
}

function written(readings: KeyReadings, key: string, word: Word): string {
  return `\`${settingText(readings, key, String(word))}\``;
}
