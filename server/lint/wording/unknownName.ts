import { distance } from "fastest-levenshtein";

/** How many names are offered in the place of one that is not known. */
const MOST_NAMES = 3;

/** There is no law or rule of that name, and the names nearest to it, the nearest first. */
export function unknownName(what: "law" | "rule", name: string, names: readonly string[]): string {
  const near = names
    .map((known) => ({ known, away: known.startsWith(name) ? 0 : distance(name, known) }))
    .filter(({ known, away }) => away <= Math.max(3, known.length / 2))
    .sort((a, b) => a.away - b.away)
    .slice(0, MOST_NAMES)
    .map(({ known }) => `\`${known}\``);
  const offer = near.length === 0 ? "" : ` The nearest: ${near.join(", ")}.`;
  return `There is no ${what} \`${name}\`.${offer} \`bitlaw ${what}s\` lists all of them.`;
}
