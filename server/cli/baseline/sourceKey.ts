import { createHash } from "node:crypto";

/** Longer sources, such as whole maps, are cut. */
const LONGEST = 80;

/** The text of a finding as a baseline holds it: the same after lines moved or were indented otherwise. */
export function sourceKey(source: string): string {
  const text = source.trim().replace(/\s+/g, " ");
  if (text.length <= LONGEST) return text;
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 12);
  return `${text.slice(0, LONGEST)}… ${hash}`;
}
