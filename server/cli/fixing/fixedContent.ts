import { decodeText } from "../../config/document/languageOf.ts";
import { type AppliedFix, applyFixes } from "../../lint/actions/applyFixes.ts";
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

/** Fixes the content of a file. Undefined where it stays as it is; a problem where it cannot be fixed. */
export async function fixedContent(
  path: string,
  bytes: Uint8Array,
  { rule, fixUnsafe = false }: FixOptions,
): Promise<FixedContent | { readonly problem: string } | undefined> {
  let text: string;
  try {
    text = decodeText(bytes);
  } catch (error) {
    return { problem: whyNotRead(error) };
  }
  // Files around it may have been fixed since: nothing that was read for another file counts.
  const read = await analyseFile(path, text, new DiskWorkspaces(), rule);
  if (read.kind === "unusable") return undefined;
  const { text: fixed, applied } = applyFixes(read.analysis, { unsafe: fixUnsafe });
  if (fixed === text) return undefined;
  if (Buffer.compare(encodeLike(text, bytes), bytes) !== 0)
    return { problem: "its bytes cannot be kept exactly, so it is not fixed; save it as UTF-8" };
  return { text, fixed, bytes: encodeLike(fixed, bytes), applied };
}

/** What was fixed, for people. */
export function fixedText(path: string, { applied }: FixedContent): string {
  const titles = applied.map(({ rule, title }) => `  ${rule}: ${title}\n`).join("");
  return `${path}: fixed ${applied.length}:\n${titles}`;
}

/** The bytes of a text in the encoding of a file, with its byte order mark: the other way round of `decodeText`. */
function encodeLike(text: string, original: Uint8Array): Uint8Array {
  const [first, second, third] = original;
  if (first === 0xff && second === 0xfe) return Buffer.from(`\uFEFF${text}`, "utf16le");
  if (first === 0xfe && second === 0xff) return Buffer.from(`\uFEFF${text}`, "utf16le").swap16();
  const marked = first === 0xef && second === 0xbb && third === 0xbf;
  return Buffer.from(marked ? `\uFEFF${text}` : text, "utf8");
}
