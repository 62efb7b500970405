import type { ArtifactLocation, Fix, Location, Message, Region, Result } from "sarif";
import type { Severity } from "../../../Severity.ts";
import { plainMessage } from "../../../wording/markdown.ts";
import type {
  CheckedEdit,
  CheckedFile,
  CheckedFinding,
  CheckedFix,
  CheckedPlace,
  CheckedRange,
  CheckedSuppressed,
} from "../../CheckedFile.ts";
import type { ReportContext } from "../../ReportContext.ts";
import { fileUri, pathInReport, relativeReference } from "../../reportPaths.ts";

/** A finding as a SARIF result. `ruleIndex` is where the run describes its rule; undefined where it does not. */
export function sarifResult(
  { path }: CheckedFile,
  finding: CheckedFinding | CheckedSuppressed,
  fingerprint: string,
  ruleIndex: number | undefined,
  context: ReportContext,
): Result {
  const { rule, severity, related, fixes, source } = finding;
  const edited = fixes.filter(({ edits }) => edits.length > 0);
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: levelOf(severity),
    message: message(finding.message),
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifactLocation(path, context),
          region: { ...region(finding), ...(source !== "" && { snippet: { text: source } }) },
        },
      },
    ],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, index) => relatedLocation(place, index + 1, context)),
    }),
    ...(edited.length > 0 && { fixes: edited.map((fix) => sarifFix(path, fix, context)) }),
    partialFingerprints: { "bitlaw/v1": fingerprint },
    ...("suppression" in finding && { suppressions: [{ ...finding.suppression }] }),
    properties: { severity },
  };
}

/** Both forms. In the text, too, `[…](…)` would be a link, unless its brackets are escaped. */
function message(text: string): Message {
  const plain = plainMessage(text);
  return { text: plain.includes("](") ? plain.replace(/[[\]]/g, "\\$&") : plain, markdown: text };
}

function region({ line, column, endLine, endColumn }: CheckedRange): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function relatedLocation(
  place: CheckedPlace & { readonly message: string },
  id: number,
  context: ReportContext,
): Location {
  return {
    id,
    message: message(place.message),
    physicalLocation: { artifactLocation: artifactLocation(place.path, context), region: region(place) },
  };
}

function sarifFix(path: string, { title, edits, safe, preferred }: CheckedFix, context: ReportContext): Fix {
  return {
    description: message(title),
    artifactChanges: [
      { artifactLocation: artifactLocation(path, context), replacements: edits.map(replacement) },
    ],
    properties: { safe, preferred },
  };
}

function replacement(edit: CheckedEdit) {
  return {
    deletedRegion: region(edit),
    ...(edit.newText !== "" && { insertedContent: { text: edit.newText } }),
  };
}

/** The name that code scanning services know for the root of the sources. */
export const ROOT_ID = "%SRCROOT%";

/** A file below the root relative to it, another one by its full URI. */
export function artifactLocation(path: string, context: ReportContext): ArtifactLocation {
  const inReport = pathInReport(path, context);
  return inReport === context.absolute(path)
    ? { uri: fileUri(inReport) }
    : { uri: relativeReference(inReport), uriBaseId: ROOT_ID };
}

export type Level = "error" | "warning" | "note";

/** SARIF has no level below `note`. */
export function levelOf(severity: Severity): Level {
  return severity === "error" || severity === "warning" ? severity : "note";
}
