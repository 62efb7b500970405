import { existsSync } from "node:fs";
import { loadProject } from "../../lint/project/loadProject.ts";
import { isProjectPath } from "../../lint/project/projectPaths.ts";
import { reportSettings } from "../../lint/report/settings/reportSettings.ts";
import { settingsText } from "../../lint/report/settings/settingsText.ts";
import type { RuleSeverities } from "../../lint/Severity.ts";
import { publishedLaws } from "../../science/lawFiles/publishedLaws.ts";
import { analyseFile } from "../analysis/analyseFile.ts";
import { DiskWorkspaces } from "../disk/DiskWorkspaces.ts";
import { lawProblems } from "../disk/lawProblems.ts";
import { projectProblems } from "../disk/projectProblems.ts";
import { readConfigFile } from "../disk/readConfigFile.ts";
import { pathFromCurrentFolder } from "../disk/workspaceRoot.ts";
import { type Output, refuse, writeJson } from "../terminal/Output.ts";

/** The options of `bitlaw config`. */
export interface ConfigOptions {
  readonly all?: boolean;
  readonly format: "text" | "json";
  readonly rule: RuleSeverities;
}

/**
 * `bitlaw config`: which setting holds for a file, and where it comes from. The file need not be there: its path decides.
 * Exit code 2 where it, the project file or a law file cannot be used, else 0.
 */
export async function showConfig(file: string, options: ConfigOptions, output: Output): Promise<number> {
  const workspaces = new DiskWorkspaces();
  const exists = existsSync(file);
  const read = exists ? readConfigFile(file) : undefined;
  if (read && read.kind !== "text") {
    return refuse(output, `${file}: ${read.because}`);
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
  const result = read && (await analyseFile(file, read.text, workspaces, options.rule));
  const pathOf = (path: string) => pathFromCurrentFolder(place, path);
  const problems = [
    ...(await lawProblems(workspace)).map(({ problem }) => problem),
    ...projectProblems(place, loaded).map(({ problem }) => problem),
    ...(result?.kind === "unusable" ? [result.problem] : []),
  ];
  for (const problem of problems) output.error(`${problem}\n`);
  const analysis = result?.kind === "analysed" ? result.analysis : undefined;
  const severities = options.rule;
  const input = { ...loaded, named: file, path: place.path, exists, analysis, laws, severities, pathOf };
  const report = reportSettings(input, options.all ?? false);
  if (options.format === "json") writeJson(report, output);
  else output.out(settingsText(report, output.style));
  return problems.length > 0 ? 2 : 0;
}
