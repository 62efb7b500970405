import { expect, it } from "vitest";
import { fixSafety } from "../../../.scripts/fix-safety.mjs";
import { parseConfig } from "../../../server/config/document/parseConfig.ts";
import { applyFixes } from "../../../server/lint/actions/applyFixes.ts";
import { keyAt } from "../../../server/lint/actions/keyAt.ts";
import { valuesChangedOutside } from "../../../server/lint/actions/valuesChangedOutside.ts";
import { analyse } from "../../../server/lint/analyse.ts";
import { applyEdits } from "../../../server/lint/edits/TextEdit.ts";
import { Chance, randomFrom, randomHjson, randomJson, randomYaml } from "../edits/randomConfig.ts";

const ENGINE = { analyse, applyFixes, applyEdits, valuesChangedOutside, keyAt, parseConfig };

const RUNS = 150;

/** Milliseconds; about 5 s on one core. */
const TIME_LIMIT = 60_000;

const COMMENTS = [
  "a note",
  "bitlaw: world_siz=4",
  "bitlaw-disable-line coarse-scalin",
  "bitlaw-disable-next-line loss-scaling",
] as const;

/** Adds comments that some rule has a fix for; not behind a text without quotes, which hjson takes to the line's end. */
function withComments(text: string, chance: Chance, mark: string): string {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const behind = (line: string) =>
    /(?:: \d+|: true|"|\}),?$/.test(line) && !/#|\/\/|''/.test(line) && chance.is(0.2)
      ? `${line} ${mark} ${chance.of(COMMENTS)}`
      : line;
  return text.split(eol).map(behind).join(eol);
}

it.each([
  ["YAML", "yaml", "#", randomYaml],
  ["JSON", "json", "//", randomJson],
  ["hjson", "json", "#", randomHjson],
] as const)(
  "Fixes of random %s change what they say and nothing else, once",
  (_, language, mark, write) => {
    let fixes = 0;
    for (let seed = 1; seed <= RUNS; seed++) {
      const chance = new Chance(randomFrom(seed));
      const text = withComments(write(chance), chance, mark);
      const { problems, applied } = fixSafety(ENGINE, text, language);
      expect(problems, `seed ${seed}\n${text}`).toEqual([]);
      fixes += applied;
    }
    expect(fixes).toBeGreaterThan(RUNS / 10);
  },
  TIME_LIMIT,
);
