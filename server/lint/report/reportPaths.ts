import type { ReportContext } from "./ReportContext.ts";

/** A file as continuous integration names it: its path below the root with `/`; outside of the root, absolute. */
export function pathInReport(path: string, context: Pick<ReportContext, "root" | "absolute">): string {
  const absolute = context.absolute(path);
  const folder = context.root.endsWith("/") ? context.root : `${context.root}/`;
  return absolute.startsWith(folder) ? absolute.slice(folder.length) : absolute;
}

/** The URI of an absolute path with `/` between the steps: `/a b` and `C:/a b` become `file:///…a%20b`. */
export function fileUri(absolute: string): string {
  const drive = /^[A-Za-z]:(?=\/|$)/.exec(absolute)?.[0] ?? "";
  const rest = relativeReference(absolute.slice(drive.length));
  // A share on Windows, `//server/share`, names its host.
  return absolute.startsWith("//") ? `file:${rest}` : `file://${drive && `/${drive}`}${rest}`;
}

/** A path as a relative reference (RFC 3986): a `:` in its first step would otherwise look like the end of a scheme. */
export function relativeReference(path: string): string {
  return path.split("/").map(encodedStep).join("/");
}

function encodedStep(step: string): string {
  // A lone surrogate, which Windows allows in a file's name, has no UTF-8.
  return encodeURIComponent(step.replace(/\p{Surrogate}/gu, "\ufffd"));
}
