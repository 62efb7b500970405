import { TextDocument } from "vscode-languageserver-textdocument";
import validateLaw from "../../../schemas/law.schema.json?validator";
import { locate } from "../../config/document/ConfigDocument.ts";
import type { ConfigNode, Span } from "../../config/document/ConfigNode.ts";
import { parseConfig } from "../../config/document/parseConfig.ts";
import type { WorkspaceFile } from "../../config/workspace/Workspace.ts";
import type { LawFile } from "../../science/laws/Law.ts";
import { memoized } from "../../science/numerics/memoized.ts";
import type { LawFileProblem } from "./SchemaFailure.ts";
import { schemaFailureText, segmentsTo } from "./schemaFailureText.ts";

export type LawFileResult =
  | {
      readonly ok: true;
      readonly file: LawFile;
      problemAt(path: readonly string[], message: string): LawFileProblem;
    }
  | { readonly ok: false; readonly problems: readonly LawFileProblem[] };

/** More problems of one file than this are not shown: the first ones explain the rest. */
const MOST_PROBLEMS = 10;

/**
 * Reads a law file and checks it against schemas/law.schema.json; again only when its text changes. Never throws:
 * problems are part of the result.
 */
export const readLawFile = memoized(parseLawFile);

function parseLawFile({ path, text }: WorkspaceFile): LawFileResult {
  const places = TextDocument.create(path, "json", 0, text);
  const problem = (span: Span, message: string): LawFileProblem => {
    const { line, character } = places.positionAt(span.start);
    return { path, line: line + 1, column: character + 1, message };
  };
  const parsed = parseConfig(text, "json");
  if (!parsed.ok) return { ok: false, problems: [problem(parsed.failure.span, parsed.failure.message)] };
  const [document] = parsed.documents;
  const start = { start: 0, end: 0 };
  if (document === undefined)
    return { ok: false, problems: [problem(start, "The file is empty; a law file holds one JSON object.")] };
  if (document.nonStandardJson) {
    const { span, what, advice } = document.nonStandardJson;
    return { ok: false, problems: [problem(span, `${what} is not JSON. ${advice}.`)] };
  }
  const value = jsonValue(text);
  if (value === undefined) return { ok: false, problems: [problem(start, "The file is not JSON.")] };
  const problemAt = (segments: readonly string[], message: string) =>
    problem(spanAt(document.root, segments), message);
  const problems = rangeProblems(value, problemAt, schemaProblems(value, problemAt));
  return problems.length === 0
    ? { ok: true, file: value as LawFile, problemAt }
    : { ok: false, problems: problems.slice(0, MOST_PROBLEMS) };
}

function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return undefined;
  }
}

type ProblemAt = (path: readonly string[], message: string) => LawFileProblem;

function schemaProblems(value: unknown, problemAt: ProblemAt): readonly LawFileProblem[] {
  if (validateLaw(value)) return [];
  // "if" only says that one of its branches failed, which has its own entry.
  return (validateLaw.errors ?? [])
    .filter(({ keyword }) => keyword !== "if")
    .map((failure) => {
      const segments = segmentsTo(failure);
      const extra = failure.params["additionalProperty"];
      const message = schemaFailureText(failure, { whole: "The law file" });
      return problemAt(typeof extra === "string" ? [...segments, extra] : segments, message);
    });
}

/** A range whose ends are in the wrong order; only in a file that is otherwise sound. */
function rangeProblems(
  value: unknown,
  problemAt: ProblemAt,
  problems: readonly LawFileProblem[],
): readonly LawFileProblem[] {
  if (problems.length > 0) return problems;
  return Object.entries((value as LawFile).domain).flatMap(([variable, [minimum, maximum]]) =>
    minimum <= maximum
      ? []
      : [
          problemAt(
            ["domain", variable],
            `\`domain.${variable}\` must have the minimum first, then the maximum.`,
          ),
        ],
  );
}

/** The key of a field, else its value; of the file itself, its beginning. */
function spanAt(root: ConfigNode, segments: readonly string[]): Span {
  const found = locate(root, segments);
  return found?.entry?.keySpan ?? found?.node.span ?? root.span;
}
