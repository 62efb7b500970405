import type { Analysis } from "../../Analysis.ts";
import type { PathOf, ReportedPlace } from "../places.ts";
import { placeInProject } from "./placeInProject.ts";

/** A pattern of a project file, with its place below the workspace's root. */
export interface IgnoringPattern {
  readonly pattern: string;
  readonly at: ReportedPlace;
}

/** The pattern by which the project ignores the analysed file; undefined if it does not. */
export function ignoringPattern({ project, options, reads }: Analysis): IgnoringPattern | undefined {
  const ignored = project?.ignoredBy(options.workspace?.path ?? "");
  return ignored && { pattern: ignored.value, at: placeInProject(ignored.at, reads) };
}

/** Why a file is ignored: `the project file ignores it with \`archive/\` (.bitlaw.yaml:2:10)`. */
export function ignoredText({ pattern, at }: IgnoringPattern, pathOf: PathOf): string {
  return `the project file ignores it with \`${pattern}\` (${pathOf(at.path)}:${at.line}:${at.column})`;
}
