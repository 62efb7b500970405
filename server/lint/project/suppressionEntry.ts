import { type ConfigLanguage, locate } from "../../config/document/ConfigDocument.ts";
import type { MapNode } from "../../config/document/ConfigNode.ts";
import { isRuleName } from "../rules/rules.ts";
import type { ProjectSetting } from "./ProjectFile.ts";
import { textOf, textsIn } from "./sections.ts";

/** What an entry of `suppressions:` in a project file says. */
export interface SuppressionEntry {
  /** Patterns, as they are written; undefined where the entry is for all files. */
  readonly files?: readonly ProjectSetting<string>[];
  /** Names of rules that there are. */
  readonly rules: readonly ProjectSetting<string>[];
  /** Dotted path of a key. */
  readonly key?: string;
  readonly reason?: string;
}

/** Reads an entry of `suppressions:`; what does not match the schema is left out. */
export function suppressionEntry(node: MapNode, language: ConfigLanguage): SuppressionEntry {
  const texts = (name: string) => textsIn(node, name, language)?.texts ?? [];
  const text = (name: string) => textOf(locate(node, [name])?.node, language)?.value;
  const [key, reason] = [text("key"), text("reason")];
  return {
    ...(locate(node, ["files"]) === undefined ? {} : { files: texts("files") }),
    rules: texts("rules").filter(({ value }) => isRuleName(value)),
    ...(key === undefined ? {} : { key }),
    ...(reason === undefined ? {} : { reason }),
  };
}
