import type { Word } from "../../config/dialect/Dialect.ts";
import { spelling } from "../../config/dialect/readKey.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import { setKeys } from "../edits/setKeys.ts";
import { applyEdits } from "../edits/TextEdit.ts";
import type { Combination } from "./ProbeRequest.ts";
import type { WritableFormat } from "./probeFormats.ts";
import { siblingSuffix } from "./siblingName.ts";
import { type SiblingOutputs, suffixEdit, withSuffix } from "./siblingOutputs.ts";

export type SiblingText =
  | {
      readonly ok: true;
      readonly text: string;
      /** The keys that may differ from the config's. */
      readonly keys: readonly string[];
    }
  | { readonly ok: false; readonly because: string };

/** The text of a sibling, not yet verified; or which key has no place in the file. */
export function writeSibling(
  config: TrainingConfig,
  combination: Combination,
  { choice }: WritableFormat,
  places: SiblingOutputs,
): SiblingText {
  const suffix = siblingSuffix(combination);
  const added = places.added.map(({ key, value }) => [key, withSuffix(value, suffix)] as const);
  const values: Readonly<Record<string, Word>> = {
    ...choice?.set,
    learningRate: combination.learningRate,
    seed: combination.seed,
    ...Object.fromEntries(added),
  };
  const edits = setKeys(config, values);
  if (edits === undefined) return { ok: false, because: whyNotWritable(config, values) };
  const { text } = config.document;
  // Behind the others: of two insertions at one place the last comes first, and a suffix must follow its value directly.
  const suffixes = places.suffixed.map(({ node }) => suffixEdit(text, node, suffix));
  return {
    ok: true,
    text: applyEdits(text, [...edits, ...suffixes]),
    keys: [...Object.keys(values), ...places.suffixed.map(({ key }) => key)],
  };
}

function whyNotWritable(config: TrainingConfig, values: Readonly<Record<string, Word>>): string {
  const stuck = Object.entries(values).find(([key, word]) => setKeys(config, { [key]: word }) === undefined);
  if (stuck === undefined) return "its keys have no place in this file together";
  const name = `\`${spelling(config.readings, stuck[0])}\``;
  return config.ownReadings.stated(stuck[0])
    ? `${name} shares its value with another place of the file, by an anchor`
    : `there is no place in this file for ${name}`;
}
