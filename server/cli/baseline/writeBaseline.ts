import { whyNotWritten } from "../reasonOf.ts";
import { writeWhole } from "../writeWhole.ts";
import type { BaselineFile } from "./Baseline.ts";

/** Writes a baseline whole or not at all. Why it could not, where it could not. */
export async function writeBaseline(
  path: string,
  { version, findings }: BaselineFile,
): Promise<string | undefined> {
  // An entry a line: a merge then takes the lines of both sides.
  const lines = findings.map((finding) => `    ${JSON.stringify(finding)}`).join(",\n");
  const list = lines === "" ? "[]" : `[\n${lines}\n  ]`;
  try {
    await writeWhole(path, `{\n  "version": ${version},\n  "findings": ${list}\n}\n`);
    return undefined;
  } catch (error) {
    return `--baseline ${path}: it could not be written: ${whyNotWritten(error)}`;
  }
}
