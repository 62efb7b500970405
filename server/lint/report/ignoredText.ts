import type { IgnoringPattern } from "../project/ignoringPattern.ts";
import type { PathOf } from "./places.ts";

/** Why a file is left alone: `the project file ignores it with \`archive/\` (.bitlaw.yaml:2:10)`. */
export function ignoredText({ pattern, at }: IgnoringPattern, pathOf: PathOf): string {
  return `the project file ignores it with \`${pattern}\` (${pathOf(at.path)}:${at.line}:${at.column})`;
}
