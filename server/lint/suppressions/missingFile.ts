import { folderOf } from "../../config/companions/findFile.ts";
import type { Workspace } from "../../config/companions/Workspace.ts";
import type { Setting } from "../../config/project/ProjectFile.ts";
import { nearest } from "../../config/run/declarations.ts";
import { scalarText } from "../edits/scalarText.ts";
import type { Finding, Fix } from "../Finding.ts";
import { unusedSuppression } from "../rules/unusedSuppression.ts";
import type { ProjectEntry } from "./projectEntries.ts";
import { removalFix } from "./removalFix.ts";

/** An entry that names a file that is not there. Neither fix is safe: which one is right only a person knows. */
export function missingFile(
  entry: ProjectEntry,
  pattern: Setting<string>,
  path: string,
  workspace: Workspace,
): Finding {
  const { start, end } = pattern.at;
  const name = path.slice(folderOf(path).length).replace("/", "");
  const names = nearest(name, workspace.list(folderOf(path)) ?? []);
  const changes = names.map((other): Fix => {
    const newPattern = pattern.value.slice(0, -name.length) + other;
    const newText = scalarText(newPattern, entry.section.document.language);
    return { title: `Change to \`${newPattern}\``, edits: [{ span: { start, end }, newText }], safe: false };
  });
  return {
    rule: unusedSuppression.name,
    severity: unusedSuppression.severity,
    message: `There is no file \`${path}\`, so this disables nothing. Correct the path, which is relative to the folder of this file, or remove it.`,
    span: { start, end },
    related: [],
    elsewhere: [],
    fixes: [...changes, ...removalFix(entry, "files", [pattern], false)],
  };
}
