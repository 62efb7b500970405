import { relative } from "node:path";
import { analyseFile, DiskWorkspaces } from "./analyseFiles.ts";
import { discoverFiles } from "./discovery/discoverFiles.ts";
import { readConfigFile } from "./readConfigFile.ts";

/** A new project file has to be there at once; so many configs say what is usually missing. */
const MOST_FILES = 500;

/** The facts that at least two configs below a folder do not say and that can be declared, with their paths from there. */
export async function factsMissingBelow(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const { files } = await discoverFiles([folder]);
  const workspaces = new DiskWorkspaces();
  const lacking = new Map<string, Set<string>>();
  for (const { path } of files.slice(0, MOST_FILES)) {
    const read = readConfigFile(path);
    if (read.kind !== "text") continue;
    const result = await analyseFile(path, read.text, workspaces);
    const assessments = result.ok ? result.analysis.assessments : [];
    for (const { declare } of assessments.flatMap(({ config }) => config.run.missing)) {
      // `world_size=…`: what is to be written in a comment.
      const fact = declare?.split("=")[0];
      if (fact !== undefined) lacking.set(fact, (lacking.get(fact) ?? new Set()).add(relative(folder, path)));
    }
  }
  const several = [...lacking].filter(([, paths]) => paths.size > 1);
  return new Map(several.map(([fact, paths]) => [fact, [...paths]]));
}
