import type { Span } from "../document/ConfigNode.ts";
import { sameWord } from "./constraintHolds.ts";
import type { Condition, DialectFile, SettingFile, Word } from "./Dialect.ts";
import { type KeyReadings, settingText, spelling } from "./readKey.ts";

/** One property of the run (`weights`, `gated`, `stage` …) as the settings of a dialect give it. */
export interface Property {
  readonly value: string | boolean;
  /** Names of the keys that led to it, stated ones only. */
  readonly keys: readonly string[];
  readonly at: readonly Span[];
  readonly how: string;
  /** The framework's own choice for these keys, which something outside of the file may change. */
  readonly byDefault?: true;
}

export interface Properties {
  readonly known: ReadonlyMap<string, Property>;
  /** Properties that a setting would give if its keys could be read here, with the reason. */
  readonly unknown: ReadonlyMap<string, string>;
}

/** Whether a condition is true; undefined if it depends on a key that cannot be read in this file. */
export function conditionHolds(when: Condition | undefined, readings: KeyReadings): boolean | undefined {
  let unknown = false;
  for (const [key, accepted] of Object.entries(when ?? {})) {
    const isMatch = matches(key, accepted, readings);
    if (isMatch === false) return false;
    if (isMatch === undefined) unknown = true;
  }
  return unknown ? undefined : true;
}

function matches(key: string, accepted: readonly Word[] | "*", readings: KeyReadings): boolean | undefined {
  const reading = readings.stated(key);
  if (reading && reading.value === undefined && reading.unresolved === undefined) return accepted === "*";
  if (reading?.elsewhere) return undefined;
  const word = readings.word(key);
  if (word === undefined) return accepted === "*" ? true : undefined;
  return accepted === "*" ? word !== null : accepted.some((candidate) => sameWord(candidate, word));
}

/** Applies the settings in order. Words that the framework does not know leave a property unknown. */
export function evaluateSettings(settings: readonly SettingFile[], readings: KeyReadings): Properties {
  const known = new Map<string, Property>();
  const unknown = new Map<string, string>();
  for (const setting of settings) {
    const holding = conditionHolds(setting.when, readings);
    if (holding === false) {
      const because = unknownWordIn(Object.keys(setting.when ?? {}), readings);
      for (const name of because === undefined ? [] : Object.keys(setting.set)) {
        if (!known.has(name) && because) unknown.set(name, because);
      }
      continue;
    }
    for (const [name, template] of Object.entries(setting.set)) {
      const filled = template === null ? undefined : fill(template, readings);
      // Whether it holds or not, the property stays as it is.
      if (holding === undefined && filled !== undefined && known.get(name)?.value === filled) continue;
      const value = holding ? filled : undefined;
      if (value === undefined || template === null) {
        known.delete(name);
        unknown.set(name, reasonOf(setting, template, readings));
      } else {
        unknown.delete(name);
        known.set(name, property(value, setting, template, readings));
      }
    }
  }
  return { known, unknown };
}

const PLACEHOLDER = /\{([\w.]+)\}/g;

function fill(template: string | boolean, readings: KeyReadings): string | boolean | undefined {
  if (typeof template === "boolean") return template;
  let complete = true;
  const filled = template.replace(PLACEHOLDER, (_, key: string) => {
    const word = readings.word(key);
    if (word === undefined || word === null || readings.isUnknownWord(key)) complete = false;
    return String(word);
  });
  return complete ? filled : undefined;
}

function unknownWordIn(keys: readonly string[], readings: KeyReadings): string | undefined {
  const key = keys.find((name) => readings.isUnknownWord(name));
  return key && `\`${settingText(readings, key)}\` is not a value that ${readings.dialect.name} knows`;
}

function keysOf(setting: SettingFile, template: string | boolean | null): readonly string[] {
  const inserted =
    typeof template === "string" ? Array.from(template.matchAll(PLACEHOLDER), (match) => match[1] ?? "") : [];
  return [...new Set([...Object.keys(setting.when ?? {}), ...inserted])];
}

function property(
  value: string | boolean,
  setting: SettingFile,
  template: string | boolean,
  readings: KeyReadings,
): Property {
  const keys = keysOf(setting, template);
  const stated = keys.filter((key) => readings.isStated(key));
  const at = stated.flatMap((key) => readings.stated(key)?.span ?? []);
  const how = explained(setting, readings) ?? describe(keys, readings);
  return { value, keys: stated, at, how, ...(setting.byDefault ? { byDefault: true } : {}) };
}

/** A setting's own words, with the values of its keys inserted as far as they can be read. */
function explained({ how }: SettingFile, readings: KeyReadings): string | undefined {
  return how?.replace(PLACEHOLDER, (inserted, key: string) => String(readings.word(key) ?? inserted));
}

/** "fp8-format: e4m3, fp8-recipe: delayed (default)". */
function describe(keys: readonly string[], readings: KeyReadings): string {
  const parts = keys.flatMap((key) => {
    const word = readings.word(key);
    if (word === null || word === undefined) return [];
    const name = spelling(readings, key);
    if (readings.isStated(key)) return [`\`${settingText(readings, key)}\``];
    const empty = readings.stated(key) !== undefined && readings.dialect.keys[key]?.nullMeans !== undefined;
    return [empty ? `\`${name}\` left empty` : `\`${settingText(readings, key)}\` (default)`];
  });
  return parts.length > 0 ? parts.join(", ") : `${readings.dialect.name} default`;
}

/** Why a condition cannot be decided: the first of its keys that cannot be read here. */
export function whyUndecided(when: Condition | undefined, readings: KeyReadings): string | undefined {
  if (conditionHolds(when, readings) !== undefined) return undefined;
  for (const key of Object.keys(when ?? {})) {
    const because = readings.stated(key)?.unresolved;
    if (because !== undefined) return `\`${spelling(readings, key)}\`: ${because}`;
  }
  return undefined;
}

function reasonOf(setting: SettingFile, template: string | boolean | null, readings: KeyReadings): string {
  const undecided = whyUndecided(setting.when, readings);
  if (undecided !== undefined) return undecided;
  const words = explained(setting, readings);
  if (template === null && words !== undefined) return words;
  const unknownWord = unknownWordIn(keysOf(setting, template), readings);
  if (unknownWord !== undefined) return unknownWord;
  for (const key of keysOf(setting, template)) {
    const reading = readings.stated(key);
    const name = spelling(readings, key);
    if (reading?.unresolved !== undefined) return `\`${name}\`: ${reading.unresolved}`;
    if (readings.word(key) === null) return `\`${name}\` is not set`;
  }
  return "it is not stated in this file";
}

/** If settings exclude each other, the properties that depend on them are unknown. */
export function withoutContradictions(
  properties: Properties,
  { conflicts }: DialectFile,
  readings: KeyReadings,
): Properties {
  const known = new Map(properties.known);
  const unknown = new Map(properties.unknown);
  for (const { when } of conflicts) {
    if (conditionHolds(when, readings) !== true) continue;
    const keys = Object.keys(when);
    const because = `${keys.map((key) => `\`${spelling(readings, key)}\``).join(" and ")} exclude each other`;
    for (const [name, property] of properties.known) {
      if (!property.keys.some((key) => keys.includes(key))) continue;
      known.delete(name);
      unknown.set(name, because);
    }
  }
  return { known, unknown };
}
