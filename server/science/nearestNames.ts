import { distance } from "fastest-levenshtein";

/** How similar a name must be to count as a match. */
export interface MatchOptions {
  /** By how many letters a name may differ; by default half of those of the longer of the two. */
  readonly slips?: (text: string, name: string) => number;
  /** Punctuation makes no difference, as case never does. */
  readonly ignorePunctuation?: true;
  /** A name that begins with the text is as near as one can be. */
  readonly takeBeginnings?: true;
}

/** More names than these are no help. */
const MOST_NAMES = 3;

/** Up to three names that are similar to a text that is none of them, the nearest first. */
export function nearestNames(
  text: string,
  names: readonly string[],
  { slips = halfOfLonger, ignorePunctuation, takeBeginnings }: MatchOptions = {},
): readonly string[] {
  const plain = (word: string) =>
    ignorePunctuation ? word.toLowerCase().replace(/[^a-z0-9]/g, "") : word.toLowerCase();
  const written = plain(text);
  return names
    .map((name) => ({
      name,
      away: takeBeginnings && plain(name).startsWith(written) ? 0 : distance(written, plain(name)),
    }))
    .filter(({ name, away }) => away <= slips(text, name))
    .sort((a, b) => a.away - b.away)
    .slice(0, MOST_NAMES)
    .map(({ name }) => name);
}

function halfOfLonger(text: string, name: string): number {
  return Math.max(text.length, name.length) / 2;
}

/** The nearest name, to suggest it; undefined if none is close. */
export function nearestName(text: string, names: readonly string[]): string | undefined {
  const slips = () => Math.max(2, text.length / 3);
  return nearestNames(text, names, { slips, ignorePunctuation: true })[0];
}
