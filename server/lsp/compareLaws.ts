import { LSPErrorCodes, type MarkupContent, type Position, ResponseError } from "vscode-languageserver";
import { assessmentAt } from "../lint/assessment/assessmentAt.ts";
import { lawComparison } from "../lint/report/explain/lawComparison.ts";
import type { Analysed } from "./locationOf.ts";
import { nameOf } from "./locationOf.ts";

/** The command of `workspace/executeCommand` that answers with a report in Markdown on the laws for a run. */
export const COMPARE_LAWS = "bitlaw.server.compareLaws";

/** The one argument of the command. In a file of several documents the position picks the run. */
export interface CompareLawsArgument {
  readonly uri: string;
  readonly position?: Position;
}

/** Reads the arguments from a client. */
export function compareLawsArgument(args: readonly unknown[] | undefined): CompareLawsArgument {
  const [first] = args ?? [];
  if (!isObject(first) || typeof first["uri"] !== "string")
    throw new ResponseError(
      LSPErrorCodes.RequestFailed,
      `\`${COMPARE_LAWS}\` takes one argument: { uri, position }.`,
    );
  const { uri, position } = first;
  return { uri, ...(isPosition(position) ? { position } : {}) };
}

/** The report, or an error whose message a client shows: the file may be foreign, broken, not open, or switched off. */
export function compareLaws(
  found: Analysed | undefined,
  { uri, position }: CompareLawsArgument,
): MarkupContent | ResponseError {
  const name = nameOf(uri);
  const no = (because: string) => new ResponseError(LSPErrorCodes.RequestFailed, `${name} ${because}`);
  if (found === undefined) return no("is not open, or Bitlaw is switched off for it.");
  const { analysis, document } = found;
  const assessment = assessmentAt(analysis, position ? document.offsetAt(position) : 0);
  if (assessment) return { kind: "markdown", value: lawComparison(assessment, name) };
  if (analysis.failure) return no(`cannot be read: ${analysis.failure.message}`);
  return no("is not a training config that Bitlaw knows, so there is no run to compare laws for.");
}

function isPosition(value: unknown): value is Position {
  return isObject(value) && Number.isInteger(value["line"]) && Number.isInteger(value["character"]);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
