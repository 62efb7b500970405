import type { ConfigDocument } from "../../config/document/ConfigDocument.ts";
import type { ConfigNode, Span } from "../../config/document/ConfigNode.ts";
import { parseConfig } from "../../config/document/parseConfig.ts";
import type { Analysis } from "../Analysis.ts";
import type { TextEdit } from "../edits/TextEdit.ts";
import type { Finding } from "../Finding.ts";
import { SEGMENT_SEPARATOR } from "./valuesByPath.ts";
import { valuesChangedOutside } from "./valuesChangedOutside.ts";

/**
 * Whether edits change a value where its key is written in another place than theirs, such as another use of an anchor.
 * False if every key that reads the value has the finding: then it is meant everywhere.
 */
export function changesOtherUse(
  before: Analysis,
  after: Analysis,
  finding: Finding,
  edits: readonly TextEdit[],
): boolean {
  const documents = documentsOf(before);
  const changed = valuesChangedOutside(documents, documentsOf(after), edits);
  if (changed.length === 0) return false;
  const meant = pathsWithSameFinding(before, documents, finding);
  return changed.some(({ path }) => !meant.has(path.join(SEGMENT_SEPARATOR)));
}

/** The documents of a file; a JSON text as its dialect's loader parses it. */
export function documentsOf({ text, language, assessments }: Analysis): readonly ConfigDocument[] {
  const [assessment] = assessments;
  if (language === "json" && assessment) return [assessment.config.document];
  const parsed = parseConfig(text, language);
  return parsed.ok ? parsed.documents : [];
}

/** The paths of the keys that read the value of a finding, where each of them has one of the same rule. */
function pathsWithSameFinding(
  { assessments, findings }: Analysis,
  documents: readonly ConfigDocument[],
  { rule, span }: Finding,
): ReadonlySet<string> {
  const isIt = (other: Span) => other.start === span.start && other.end === span.end;
  const paths = assessments.flatMap(({ config: { dialect, document, ownReadings } }) => {
    const number = documents.findIndex(({ root }) => root.span.start === document.root.span.start);
    const root = segmentsTo(document.root, ownReadings.root) ?? [];
    return Object.keys(dialect.keys).flatMap((name) => {
      const reading = ownReadings.stated(name);
      return reading && isIt(reading.span)
        ? [[number, ...root, ...reading.path].join(SEGMENT_SEPARATOR)]
        : [];
    });
  });
  const meant = new Set(paths);
  const found = findings.filter((one) => one.rule === rule && isIt(one.span));
  return found.length >= meant.size ? meant : new Set();
}

function segmentsTo(node: ConfigNode, target: ConfigNode): readonly string[] | undefined {
  if (node === target) return [];
  if (node.kind !== "map") return undefined;
  for (const { key, value, aliasSpan } of node.entries) {
    const segments = aliasSpan ? undefined : segmentsTo(value, target);
    if (segments) return [key, ...segments];
  }
  return undefined;
}
