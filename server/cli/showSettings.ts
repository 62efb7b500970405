import { existsSync, statSync } from "node:fs";
import { RecordedWorkspace } from "../config/companions/Workspace.ts";
import { isProjectPath } from "../config/project/projectPaths.ts";
import type { Analysis } from "../lint/analyse.ts";
import { projectFailures } from "../lint/project/projectFailures.ts";
import { type ProjectInForce, projectInForce } from "../lint/project/projectInForce.ts";
import { reportSettings } from "../lint/project/reportSettings.ts";
import { settingsText } from "../lint/project/settingsText.ts";
import { placesIn } from "../lint/report/places.ts";
import type { Law } from "../science/laws/Law.ts";
import { publishedLaws } from "../science/laws/publishedLaws.ts";
import { analyseFile, DiskWorkspaces } from "./analyseFiles.ts";
import type { DiskWorkspace } from "./diskWorkspace.ts";
import type { Output } from "./Output.ts";
import { readConfigFile } from "./readConfigFile.ts";
import { namedFromHere } from "./workspaceRoot.ts";

/** Files lead to files: `extends` leads to project files, and `laws.files` to laws. */
const MOST_ROUNDS = 40;

/** The options of `bitlaw config`. */
export interface ShowSettings {
  readonly format: "text" | "json";
  /** Also what no project file states. */
  readonly all?: boolean;
}

/**
 * `bitlaw config`: the settings that hold for a file, each with where it comes from. The file need not be there: its path
 * decides. Exit code 2 where a project file or the path cannot be used, else 0.
 */
export async function showSettings(
  named: string,
  { format, all = false }: ShowSettings,
  output: Output,
): Promise<number> {
  if (existsSync(named) && statSync(named).isDirectory()) {
    output.error(
      `${named}: this is a folder; name a config in it, for example ${named.replace(/\/$/, "")}/run.yaml\n`,
    );
    return 2;
  }
  const workspaces = new DiskWorkspaces();
  const place = workspaces.placeOf(named);
  if (isProjectPath(place.path)) {
    output.error(
      `${named}: this is a project file; name a config below it, or check it with \`bitlaw check ${named}\`\n`,
    );
    return 2;
  }
  const workspace = workspaces.at(place.root);
  const laws = [...(await workspace.laws.load()).laws, ...publishedLaws];
  const { project, reads } = await projectOf(workspace, place.path, laws);
  const pathOf = (file: string) => namedFromHere(place, file);
  const empty = { text: "", language: "yaml", reads } as const;
  const report = reportSettings({
    named,
    path: place.path,
    project,
    laws,
    analysis: await analysisOf(named, workspaces),
    pathOf,
    placeOf: placesIn(named, empty, pathOf),
  });
  const failures = projectFailures({ project, reads });
  for (const { path, text } of failures) output.error(`${pathOf(path)}${text}\n`);
  output.out(
    format === "json"
      ? `${JSON.stringify({ version: 1, ...report }, null, 2)}\n`
      : settingsText(report, output.style, all),
  );
  return failures.length > 0 ? 2 : 0;
}

interface FoundProject {
  readonly project: ProjectInForce | undefined;
  readonly reads: Analysis["reads"];
}

async function projectOf(
  { files }: DiskWorkspace,
  path: string,
  laws: readonly Law[],
): Promise<FoundProject> {
  for (let round = 0; ; round++) {
    const workspace = new RecordedWorkspace(files.around(path));
    const project = projectInForce(workspace, laws);
    const unknown = [...workspace.reads].flatMap(([one, answer]) => (answer === undefined ? [one] : []));
    const unlisted = [...workspace.listings].flatMap(([one, names]) => (names === undefined ? [one] : []));
    if (unknown.length + unlisted.length === 0 || round === MOST_ROUNDS)
      return { project, reads: workspace.reads };
    await Promise.all([files.load(unknown), files.loadFolders(unlisted)]);
  }
}

/** Undefined where the file is not there, or is no config that can be read. */
async function analysisOf(named: string, workspaces: DiskWorkspaces): Promise<Analysis | undefined> {
  const read = readConfigFile(named);
  if (read.kind !== "text") return undefined;
  const result = await analyseFile(named, read.text, workspaces);
  return result.ok ? result.analysis : undefined;
}
