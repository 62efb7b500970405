import { existsSync } from "node:fs";
import type { RuleSeverities } from "../lint/Finding.ts";
import { loadProject } from "../lint/project/loadProject.ts";
import { isProjectPath } from "../lint/project/projectPaths.ts";
import { reportSettings } from "../lint/report/settings/reportSettings.ts";
import { settingsText } from "../lint/report/settings/settingsText.ts";
import { publishedLaws } from "../science/lawFiles/publishedLaws.ts";
import { analyseFile, DiskWorkspaces, unusableLaws } from "./disk/analyseFiles.ts";
import { projectProblems } from "./disk/projectProblems.ts";
import { readConfigFile } from "./disk/readConfigFile.ts";
import { namedFromHere } from "./disk/workspaceRoot.ts";
import type { Output } from "./Output.ts";

/** The options of `bitlaw config`. */
export interface ConfigCommand {
  readonly all?: boolean;
  readonly format: "text" | "json";
  readonly rule: RuleSeverities;
}

/**
 * `bitlaw config`: which setting holds for a file, and where it comes from. The file need not be there: its path decides.
 * Exit code 2 where it, the project file or a law file cannot be used, else 0.
 */
export async function showConfig(file: string, command: ConfigCommand, output: Output): Promise<number> {
  const workspaces = new DiskWorkspaces();
  const exists = existsSync(file);
  const read = exists ? readConfigFile(file) : undefined;
  if (read && read.kind !== "text") {
    output.error(`${file}: ${read.because}\n`);
    return 2;
  }
  const place = workspaces.placeOf(file);
  if (isProjectPath(place.path)) {
    output.error(
      `${file}: this is a project file; name a config below it, or check it with \`bitlaw check ${file}\`\n`,
    );
    return 2;
  }
  const workspace = workspaces.at(place.root);
  const laws = [...(await workspace.laws.load()).laws, ...publishedLaws];
  const loaded = await loadProject(workspace.files, place.path, laws);
  const result = read && (await analyseFile(file, read.text, workspaces, command.rule));
  const pathOf = (path: string) => namedFromHere(place, path);
  const problems = [
    ...(await unusableLaws([workspace])).map(({ problem }) => problem),
    ...projectProblems(place, loaded).map(({ problem }) => problem),
    ...(result?.ok === false ? [result.problem] : []),
  ];
  for (const problem of problems) output.error(`${problem}\n`);
  const analysis = result?.ok ? result.analysis : undefined;
  const severities = command.rule;
  const subject = { ...loaded, named: file, path: place.path, exists, analysis, laws, severities, pathOf };
  const report = reportSettings(subject, command.all ?? false);
  output.out(
    command.format === "json" ? `${JSON.stringify(report, null, 2)}\n` : settingsText(report, output.style),
  );
  return problems.length > 0 ? 2 : 0;
}
