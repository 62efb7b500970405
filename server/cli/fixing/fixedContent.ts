import { decodeText } from "../../config/document/languageOf.ts";
import { loadRequested } from "../../config/workspace/loadUntilComplete.ts";
import {
  type AppliedFix,
  applyFixes,
  type FixedText,
  type WhyNotFixed,
  whyNotFixed,
} from "../../lint/actions/applyFixes.ts";
import type { RuleSeverities } from "../../lint/Severity.ts";
import { analyseFile } from "../analysis/analyseFile.ts";
import { DiskWorkspaces } from "../disk/DiskWorkspaces.ts";
import { whyNotRead } from "../disk/whyNotRead.ts";

/** Which fixes are made, and whether they are written or shown. */
export interface FixOptions {
  /** Severity per rule name: what is off is not fixed. */
  readonly rule: RuleSeverities;
  /** Also fixes that change what the run computes. */
  readonly fixUnsafe?: boolean;
  /** Prints the difference and writes nothing. */
  readonly diff?: boolean;
}

/** The content of a file after its fixes. */
export interface FixedContent {
  readonly text: string;
  readonly fixed: string;
  /** Of the fixed text, in the encoding of the file. */
  readonly bytes: Uint8Array;
  readonly applied: readonly AppliedFix[];
}

/** Why the findings of a text that stays as it is are not fixed, one reason for each. */
export interface Unchanged {
  readonly reasons: readonly WhyNotFixed[];
}

/** Fixes the content of a file. A problem where it cannot be fixed. */
export async function fixedContent(
  path: string,
  bytes: Uint8Array,
  { rule, fixUnsafe = false }: FixOptions,
): Promise<FixedContent | Unchanged | { readonly problem: string }> {
  let text: string;
  try {
    text = decodeText(bytes);
  } catch (error) {
    return { problem: whyNotRead(error) };
  }
  const result = await fixesWithFiles(path, text, { rule, fixUnsafe });
  if (result === undefined) return { reasons: [] };
  const { analysis } = result;
  if (result.text === text)
    return { reasons: analysis.findings.flatMap((one) => whyNotFixed(analysis, one, fixUnsafe) ?? []) };
  const { text: fixed, applied } = result;
  if (Buffer.compare(encodeLike(text, bytes), bytes) !== 0)
    return { problem: "its bytes cannot be kept exactly, so it is not fixed; save it as UTF-8" };
  return { text, fixed, bytes: encodeLike(fixed, bytes), applied };
}

/** Fixes lead to files that were of no interest before; each round knows more of them. */
const MOST_ROUNDS = 8;

/** Applies the fixes of a text, with the files that it leads to afterwards. Undefined for a text that cannot be used. */
async function fixesWithFiles(
  path: string,
  text: string,
  { rule, fixUnsafe }: Required<Pick<FixOptions, "rule" | "fixUnsafe">>,
): Promise<FixedText | undefined> {
  // Files around it may have been fixed since: nothing that was read for another file counts.
  const workspaces = new DiskWorkspaces();
  for (let round = 1; ; round += 1) {
    const read = await analyseFile(path, text, workspaces, rule);
    if (read.kind === "unusable") return undefined;
    const result = applyFixes(read.analysis, { unsafe: fixUnsafe });
    if (result.waiting.length === 0 || round === MOST_ROUNDS) return result;
    const { files } = workspaces.at(read.place.root);
    for (const analysis of result.waiting) await loadRequested(files, analysis);
  }
}

/** What was fixed, for people. */
export function fixedText(path: string, { applied }: FixedContent): string {
  const titles = applied.map(({ rule, title }) => `  ${rule}: ${title}\n`).join("");
  return `${path}: fixed ${applied.length}:\n${titles}`;
}

const REASONS: readonly (readonly [WhyNotFixed, string, string])[] = [
  [
    "changes the run",
    "needs --fix-unsafe, which changes the run",
    "need --fix-unsafe, which changes the run",
  ],
  ["has no fix", "has no fix", "have no fix"],
  ["is fixed in another file", "is fixed in another file", "are fixed in another file"],
  [
    "brings another finding",
    "has a fix that brings another finding",
    "have fixes that bring another finding",
  ],
];

/** Why nothing was fixed, in a line: `Nothing fixed: 2 findings have no fix.` Undefined where nothing was to be fixed. */
export function nothingFixedText(reasons: readonly WhyNotFixed[]): string | undefined {
  const counts = REASONS.flatMap(([reason, one, many]) => {
    const count = reasons.filter((other) => other === reason).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? `finding ${one}` : `findings ${many}`}`];
  });
  return counts.length === 0 ? undefined : `Nothing fixed: ${counts.join("; ")}.\n`;
}

/** The bytes of a text in the encoding of a file, with its byte order mark: the other way round of `decodeText`. */
function encodeLike(text: string, original: Uint8Array): Uint8Array {
  const [first, second, third] = original;
  if (first === 0xff && second === 0xfe) return Buffer.from(`\uFEFF${text}`, "utf16le");
  if (first === 0xfe && second === 0xff) return Buffer.from(`\uFEFF${text}`, "utf16le").swap16();
  const marked = first === 0xef && second === 0xbb && third === 0xbf;
  return Buffer.from(marked ? `\uFEFF${text}` : text, "utf8");
}
