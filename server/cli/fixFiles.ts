import { readFile } from "node:fs/promises";
import { createTwoFilesPatch } from "diff";
import { decodeText } from "../config/document/decodeText.ts";
import { applyFixes } from "../lint/fixes/applyFixes.ts";
import type { ReportProblem } from "../lint/report/ReportContext.ts";
import { analyseFile, DiskWorkspaces } from "./analyseFiles.ts";
import type { CheckCommand } from "./check/CheckCommand.ts";
import type { CheckedConfig } from "./check/CheckedOutcome.ts";
import { encodeLike } from "./encodeLike.ts";
import type { Output } from "./Output.ts";
import { reasonOf } from "./reasonOf.ts";
import { replaceFile } from "./replaceFile.ts";
import { unusable } from "./unusable.ts";

export interface Fixing {
  /** Whether a file was changed, or would be. */
  readonly changed: boolean;
  /** The files that could not be fixed. */
  readonly problems: readonly ReportProblem[];
}

/** Fixes the files with findings, or prints the difference. Rejects when the signal aborts, between two files. */
export async function fixFiles(
  checked: readonly CheckedConfig[],
  command: CheckCommand,
  output: Output,
  signal: AbortSignal,
): Promise<Fixing> {
  const problems: ReportProblem[] = [];
  let changed = false;
  for (const { path, file } of checked) {
    signal.throwIfAborted();
    if (file.findings.length === 0) continue;
    const outcome = await fixFile(path, command, output);
    if (outcome === "changed") changed = true;
    else if (outcome !== "unchanged") problems.push(unusable(path, outcome.problem));
  }
  return { changed, problems };
}

type Outcome = "changed" | "unchanged" | { readonly problem: string };

async function fixFile(path: string, command: CheckCommand, output: Output): Promise<Outcome> {
  let bytes: Buffer;
  let text: string;
  try {
    bytes = await readFile(path);
    text = decodeText(bytes);
  } catch (error) {
    return { problem: reasonOf(error) };
  }
  // Files around it may have been fixed since: nothing that was read for another file counts.
  const read = await analyseFile(path, text, new DiskWorkspaces(), command.rule);
  if (!read.ok) return "unchanged";
  const fixed = applyFixes(read.analysis, { unsafe: command.fixUnsafe === true });
  if (fixed.text === text) return "unchanged";
  if (Buffer.compare(encodeLike(text, bytes), bytes) !== 0)
    return { problem: "its bytes cannot be kept exactly, so it is not fixed; save it as UTF-8" };
  if (command.diff) {
    output.out(createTwoFilesPatch(path, path, text, fixed.text));
    return "changed";
  }
  const problem = await replaceFile(path, bytes, encodeLike(fixed.text, bytes));
  if (problem !== undefined) return { problem };
  const titles = fixed.applied.map(({ rule, title }) => `  ${rule}: ${title}\n`).join("");
  output.error(`${path}: fixed ${fixed.applied.length}:\n${titles}`);
  return "changed";
}
