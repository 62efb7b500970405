import type { LawFile } from "../science/laws/Law.ts";

/** A law file as text: indented, but the numbers of an array on one line, since trees and covariances have thousands. */
export function lawFileText(law: LawFile): string {
  const indented = JSON.stringify(law, null, 2);
  const compact = indented.replace(/\[\n\s+(-?[\d.][^[\]{}"]*?)\s+\]/g, (_, numbers: string) => {
    return `[${numbers.replace(/\s*\n\s*/g, " ")}]`;
  });
  return `${compact}\n`;
}
