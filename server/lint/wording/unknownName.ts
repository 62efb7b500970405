import { nearestNames } from "../../science/nearestNames.ts";

/** The message for an unknown law or rule, with the nearest names, the nearest first. */
export function unknownName(what: "law" | "rule", name: string, names: readonly string[]): string {
  const slips = (_: string, known: string) => Math.max(3, known.length / 2);
  const near = nearestNames(name, names, { slips, takeBeginnings: true }).map((known) => `\`${known}\``);
  const offer = near.length === 0 ? "" : ` The nearest: ${near.join(", ")}.`;
  return `There is no ${what} \`${name}\`.${offer} \`bitlaw ${what}s\` lists all of them.`;
}
