import type { ReportProblem } from "../../lint/report/ReportContext.ts";

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such file",
  EISDIR: "this is a folder; name the files in it",
  ELOOP: "the link leads in a circle",
};

/** Why a file could not be written into a folder, for people. */
export function whyNotWritten(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return "the folder may not be written to";
  if (code === "ENOENT") return "there is no such folder";
  return whyNotRead(error);
}

/** Why a file or folder could not be read, for people. */
export function whyNotRead(error: unknown, what: "file" | "folder" = "file"): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "EACCES") return `the ${what} may not be read`;
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}

/** A path that cannot be used, with the line that says so. */
export function unusablePath(path: string, because: string): ReportProblem {
  return { path, problem: `${path}: ${because}` };
}
