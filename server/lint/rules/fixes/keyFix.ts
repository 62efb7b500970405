import type { ChoiceTarget, Word } from "../../../config/dialect/Dialect.ts";
import { type KeyReadings, settingText, spelling } from "../../../config/dialect/readKey.ts";
import type { Span } from "../../../config/document/ConfigNode.ts";
import type { TrainingConfig } from "../../../config/run/TrainingConfig.ts";
import { choicesFor } from "../../assessment/standardFormats.ts";
import { setKeys } from "../../edits/setKeys.ts";
import type { Fix } from "../../Finding.ts";

/** A fix that gives keys other values, titled after them: "Set precision: amp_bf16", "Unset fp4". */
export function keyFix(
  config: TrainingConfig,
  values: Readonly<Record<string, Word>>,
  preferred: boolean,
): readonly Fix[] {
  const edits = setKeys(config, values);
  const title = Object.entries(values)
    .filter(([key, word]) =>
      word === null ? isWritten(config.readings, key) : config.readings.word(key) !== word,
    )
    .map(([key, word]) => titleOf(config, key, word))
    .join(", ");
  return edits && edits.length > 0 ? [{ title, edits, safe: false, preferred }] : [];
}

function titleOf({ readings, document }: TrainingConfig, key: string, word: Word): string {
  const name = spelling(readings, key);
  if (document.command?.form === "dashed" && typeof word === "boolean")
    return `${word ? "Add" : "Remove"} ${name}`;
  return word === null ? `Unset ${name}` : `Set ${settingText(readings, key, String(word))}`;
}

/** Whether a key has a value that can be unset: one of its own, or settings below it. */
function isWritten(readings: KeyReadings, key: string): boolean {
  const kind = readings.stated(key)?.located.node.kind;
  return readings.isStated(key) || kind === "map" || kind === "list";
}

/** A fix for each way in which the framework writes the targets, the first of them preferred: "Set dtype: fp32". */
export function choiceFixes(config: TrainingConfig, ...targets: readonly ChoiceTarget[]): readonly Fix[] {
  return targets
    .flatMap((target) => choicesFor(config, target))
    .flatMap(({ set }, i) => keyFix(config, set, i === 0));
}

/** Fixes that write one of the suggestions in place of a misspelt word, the likeliest first. */
export function suggestionFixes({ start, end }: Span, suggestions: readonly string[]): readonly Fix[] {
  return suggestions.map((suggestion, i) => ({
    title: `Change to \`${suggestion}\``,
    edits: [{ span: { start, end }, newText: suggestion }],
    safe: true,
    preferred: i === 0,
  }));
}
