import { readFile } from "node:fs/promises";
import { TextDocument } from "vscode-languageserver-textdocument";
import { languageOf } from "../config/document/languageOf.ts";
import { type Analysis, analyse } from "../lint/analyse.ts";

export type FileResult =
  | { readonly path: string; readonly ok: true; readonly analysis: Analysis }
  /** One line for standard error: what is wrong and where. */
  | { readonly path: string; readonly ok: false; readonly problem: string };

/** Reads and analyses files in order. A file that cannot be used is a result of its own; the others go on. */
export async function analyseFiles(paths: readonly string[]): Promise<readonly FileResult[]> {
  const results: FileResult[] = [];
  // One after the other: all at once would open as many files as there are.
  for (const path of paths) results.push(await analyseFile(path));
  return results;
}

async function analyseFile(path: string): Promise<FileResult> {
  let text: string;
  try {
    text = decode(await readFile(path));
  } catch (error) {
    return { path, ok: false, problem: `${path}: ${reason(error)}` };
  }
  const analysis = analyse(text, languageOf(path, text));
  if (analysis.failure === undefined) return { path, ok: true, analysis };
  const { line, character } = TextDocument.create(path, analysis.language, 0, text).positionAt(
    analysis.failure.span.start,
  );
  return { path, ok: false, problem: `${path}:${line + 1}:${character + 1}: ${analysis.failure.message}` };
}

/** UTF-8 with or without a byte order mark, and UTF-16 with one. */
function decode(bytes: Buffer): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Error("the file is not text in UTF-8 or UTF-16");
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "this is a folder; name the files in it",
  EACCES: "the file may not be read",
  ELOOP: "the link leads in a circle",
};

function reason(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
