import type { CheckedFile, CheckedFinding } from "./CheckedFile.ts";
import type { ReportContext } from "./ReportContext.ts";

/** A file path for continuous integration: its path below the root with `/`; outside of the root, absolute. */
export function pathInReport(path: string, context: Pick<ReportContext, "root" | "absolute">): string {
  const absolute = context.absolute(path);
  const folder = context.root.endsWith("/") ? context.root : `${context.root}/`;
  return absolute.startsWith(folder) ? absolute.slice(folder.length) : absolute;
}

/** The URI of an absolute path with `/` between the segments: `/a b` and `C:/a b` become `file:///…a%20b`. */
export function fileUri(absolute: string): string {
  const drive = /^[A-Za-z]:(?=\/|$)/.exec(absolute)?.[0] ?? "";
  const rest = relativeReference(absolute.slice(drive.length));
  // A share on Windows, `//server/share`, names its host.
  return absolute.startsWith("//") ? `file:${rest}` : `file://${drive && `/${drive}`}${rest}`;
}

/** A path as a relative reference (RFC 3986): a `:` in its first segment would otherwise look like the end of a scheme. */
export function relativeReference(path: string): string {
  return path.split("/").map(encodedSegment).join("/");
}

function encodedSegment(segment: string): string {
  // A lone surrogate, which Windows allows in a file's name, has no UTF-8.
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, "\ufffd"));
}

/**
 * Gives each finding a fingerprint of its own that stays when the file changes elsewhere: of the rule, the file, the
 * source text and which of the same it is in the file, but not of the line and not of the numbers in the message. Ask
 * for the findings in their order, and for the suppressed ones after them.
 */
export function fingerprints(
  context: Pick<ReportContext, "root" | "absolute" | "digest">,
): (file: CheckedFile, finding: CheckedFinding) => string {
  const seen = new Map<string, number>();
  return ({ path }, { rule, source }) => {
    // JSON keeps the parts apart whatever is in them.
    const same = JSON.stringify([rule, pathInReport(path, context), source]);
    const occurrence = (seen.get(same) ?? 0) + 1;
    seen.set(same, occurrence);
    return context.digest(`${same}${occurrence}`);
  };
}
