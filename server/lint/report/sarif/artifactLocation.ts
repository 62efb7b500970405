import type { ArtifactLocation } from "sarif";
import type { ReportContext } from "../ReportContext.ts";
import { fileUri, pathInReport, relativeReference } from "../reportPaths.ts";

/** The name that code scanning services know for the root of the sources. */
export const ROOT_ID = "%SRCROOT%";

/** A file below the root relative to it, another one by its full URI. */
export function artifactLocation(path: string, context: ReportContext): ArtifactLocation {
  const inReport = pathInReport(path, context);
  return inReport === context.absolute(path)
    ? { uri: fileUri(inReport) }
    : { uri: relativeReference(inReport), uriBaseId: ROOT_ID };
}
