import { readFile } from "node:fs/promises";
import { createTwoFilesPatch } from "diff";
import type { ReportProblem } from "../../lint/report/ReportContext.ts";
import type { CheckCommand } from "../check/CheckCommand.ts";
import type { CheckedConfig } from "../check/CheckedOutcome.ts";
import { reasonOf, unusable } from "../disk/reasonOf.ts";
import { replaceFile } from "../disk/writeThenRename.ts";
import type { Output } from "../Output.ts";
import { type FixedContent, fixedContent } from "./fixedContent.ts";

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
  try {
    bytes = await readFile(path);
  } catch (error) {
    return { problem: reasonOf(error) };
  }
  const content = await fixedContent(path, bytes, command);
  if (content === undefined) return "unchanged";
  if ("problem" in content) return content;
  if (command.diff) {
    output.out(createTwoFilesPatch(path, path, content.text, content.fixed));
    return "changed";
  }
  const problem = await replaceFile(path, bytes, content.bytes);
  if (problem !== undefined) return { problem };
  output.error(fixedText(path, content));
  return "changed";
}

/** What was fixed, for people. */
export function fixedText(path: string, { applied }: FixedContent): string {
  const titles = applied.map(({ rule, title }) => `  ${rule}: ${title}\n`).join("");
  return `${path}: fixed ${applied.length}:\n${titles}`;
}
