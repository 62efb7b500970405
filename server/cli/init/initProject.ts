import { existsSync, lstatSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Analysis } from "../../lint/Analysis.ts";
import { loadProject } from "../../lint/project/loadProject.ts";
import { newProjectFile } from "../../lint/project/newProjectFile.ts";
import { PROJECT_FILE_NAMES } from "../../lint/project/projectPaths.ts";
import { analyseInputs } from "../analysis/analyseInputs.ts";
import { FileAnalyser } from "../analysis/FileAnalyser.ts";
import { discoverFiles } from "../discovery/discoverFiles.ts";
import { DiskWorkspaces } from "../disk/DiskWorkspaces.ts";
import { checkWritable, writeAtomically } from "../disk/writeAtomically.ts";
import type { Output } from "../terminal/Output.ts";

const [NAME] = PROJECT_FILE_NAMES;

/** Where a project that has Bitlaw among its packages has the schema. */
const SCHEMA = "node_modules/bitlaw/schemas/project.schema.json";

/** `bitlaw init`: writes a project file with an example of every setting. Exit code 2 where it may not be written, else 0. */
export async function initProject(folder: string, force: boolean, output: Output): Promise<number> {
  const path = join(folder, NAME);
  const problem = problemWith(folder, path, force);
  if (problem !== undefined) {
    output.error(`${problem}\n`);
    return 2;
  }
  const base = await baseOf(folder);
  const text = newProjectFile({
    ...(existsSync(join(folder, SCHEMA)) ? { schema: SCHEMA } : {}),
    ...(base === undefined ? {} : { base }),
    missing: await factsMissingBelow(folder),
  });
  try {
    await writeAtomically(path, text);
  } catch (error) {
    output.error(
      `${path}: it could not be written: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return 2;
  }
  const extending = base === undefined ? "" : ` It builds on ${base}, which held here before.`;
  output.out(
    `${path} is written: an example of every setting, in comments.${extending}\n` +
      "Next: remove the # before what you want to set, run `bitlaw check`, and commit the file.\n",
  );
  return 0;
}

/** Why a project file cannot be written there; undefined where it can. */
function problemWith(folder: string, path: string, force: boolean): string | undefined {
  if (!existsSync(folder)) return `${folder}: there is no such folder; make it first, or name another`;
  if (!statSync(folder).isDirectory()) return `${folder}: this is a file; name a folder`;
  if (isThere(path) && !force) return `${path}: the project file exists; edit it, or replace it with --force`;
  // It would no longer be used once there is a new one.
  const other = PROJECT_FILE_NAMES.map((name) => join(folder, name)).find(
    (one) => one !== path && isThere(one),
  );
  if (other !== undefined) return `${other}: this is a project file already; edit it, or remove it first`;
  const place = checkWritable(path, true, path, NAME);
  return place.ok ? undefined : place.problem;
}

/** A link that leads nowhere is there as well. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** The project file that counts in the folder's parent, from the folder. */
async function baseOf(folder: string): Promise<string | undefined> {
  const workspaces = new DiskWorkspaces();
  const { root, path } = workspaces.placeOf(join(folder, "any"));
  if (!path.includes("/")) return undefined;
  const above = path.split("/").slice(0, -2).concat("any").join("/");
  const { project } = await loadProject(workspaces.at(root).files, above, []);
  if (project === undefined) return undefined;
  return relative(join(root, path, ".."), join(root, project.path))
    .split(sep)
    .join("/");
}

/** A new project file has to be there at once; so many configs say what is usually missing. */
const MOST_FILES = 500;

/** The facts that at least two configs below a folder do not say and that can be declared, with their paths from there. */
async function factsMissingBelow(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { files, problems } = await discoverFiles([folder]);
  const analyser = new FileAnalyser({}, ({ analysis }) => factsMissingIn(analysis));
  const { results } = await analyseInputs({ files: files.slice(0, MOST_FILES), problems }, analyser);
  const lacking = new Map<string, string[]>();
  for (const { path, report } of results)
    for (const fact of report) lacking.set(fact, [...(lacking.get(fact) ?? []), relative(folder, path)]);
  return new Map([...lacking].filter(([, paths]) => paths.length > 1));
}

function factsMissingIn({ assessments }: Analysis): ReadonlySet<string> {
  const missing = assessments.flatMap(({ config }) => config.run.missing);
  // `world_size=…`: what is to be written in a comment.
  return new Set(missing.flatMap(({ declare }) => declare?.split("=")[0] ?? []));
}
