import { readFile } from "node:fs/promises";
import { decodeText } from "../../config/document/languageOf.ts";
import { whyNotRead, whyNotWritten } from "../disk/whyNotRead.ts";
import { writeAtomically } from "../disk/writeAtomically.ts";

/** Reads a baseline on disk: undefined if there is none yet, or in one line why it cannot be used. */
export async function readBaseline(
  path: string,
): Promise<{ readonly baseline: BaselineFile | undefined } | { readonly problem: string }> {
  let text: string;
  try {
    text = decodeText(await readFile(path));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return { baseline: undefined };
    return { problem: `--baseline ${path}: ${whyNotRead(error)}` };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return baselineProblem(path, whyNotRead(error).split("\n")[0] ?? "");
  }
  const wrong = shapeProblem(value);
  // The shape has just been checked.
  return wrong === undefined ? { baseline: value as BaselineFile } : baselineProblem(path, wrong);
}

function baselineProblem(path: string, because: string): { readonly problem: string } {
  return {
    problem: `--baseline ${path}: this is no baseline of Bitlaw (${because}); restore it, or delete it and write a new one with --update-baseline`,
  };
}

function shapeProblem(value: unknown): string | undefined {
  if (!isRecord(value) || value["version"] !== 1) return "it lacks `version`: 1";
  const { findings } = value;
  if (!Array.isArray(findings)) return "`findings` is not a list";
  const index = findings.findIndex((one) => !isKnown(one));
  return index < 0
    ? undefined
    : `entry ${index + 1} of \`findings\` is not a path, a rule, a source and a count above zero`;
}

function isKnown(value: unknown): value is KnownFinding {
  if (!isRecord(value)) return false;
  const { path, rule, source, count } = value;
  const texts = [path, rule, source].every((text) => typeof text === "string");
  return texts && Number.isInteger(count) && Number(count) > 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Writes a baseline completely or not at all. Returns why it could not be written, if so. */
export async function writeBaseline(
  path: string,
  { version, findings }: BaselineFile,
): Promise<string | undefined> {
  // An entry a line: a merge then takes the lines of both sides.
  const lines = findings.map((finding) => `    ${JSON.stringify(finding)}`).join(",\n");
  const list = lines === "" ? "[]" : `[\n${lines}\n  ]`;
  try {
    await writeAtomically(path, `{\n  "version": ${version},\n  "findings": ${list}\n}\n`);
    return undefined;
  } catch (error) {
    return `--baseline ${path}: it could not be written: ${whyNotWritten(error)}`;
  }
}

/** Findings that are known and stay quiet, in the shape of schemas/baseline.schema.json. */
export interface BaselineFile {
  readonly version: 1;
  /** Sorted by path, rule and source. */
  readonly findings: readonly KnownFinding[];
}

/** Findings of one rule at the same text in one file. Lines are left out, so that they may move. */
export interface KnownFinding {
  /** Relative to the folder of the baseline, with `/` between the segments. */
  readonly path: string;
  readonly rule: string;
  /** The text that is underlined, spaces and line breaks as one space. */
  readonly source: string;
  readonly count: number;
}
