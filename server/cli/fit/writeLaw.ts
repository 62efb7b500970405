import { MAX_TEXT_LENGTH } from "../../config/document/parseConfig.ts";
import type { LawFile } from "../../science/laws/Law.ts";
import { writeAtomically } from "../disk/writeAtomically.ts";

/**
 * Writes a law file completely or not at all, and creates missing folders. Returns why it could not be written, if so.
 */
export async function writeLaw(path: string, law: LawFile): Promise<string | undefined> {
  const text = lawFileText(law);
  if (text.length > MAX_TEXT_LENGTH)
    return `the law has ${Math.ceil(text.length / 1024)} KiB, and law files are read up to ${MAX_TEXT_LENGTH / 1024}: fit fewer rows.`;
  try {
    await writeAtomically(path, text);
    return undefined;
  } catch (error) {
    return `the law could not be written: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** A law file as text: indented, but the numbers of an array on one line, since trees and covariances have thousands. */
export function lawFileText(law: LawFile): string {
  const indented = JSON.stringify(law, null, 2);
  const compact = indented.replace(/\[\n\s+(-?[\d.][^[\]{}"]*?)\s+\]/g, (_, numbers: string) => {
    return `[${numbers.replace(/\s*\n\s*/g, " ")}]`;
  });
  return `${compact}\n`;
}
