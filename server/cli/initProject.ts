import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_FILE_NAMES } from "../config/project/projectPaths.ts";
import { NEW_PROJECT_FILE } from "../lint/project/newProjectFile.ts";
import type { Output } from "./Output.ts";
import { reasonOf } from "./reasonOf.ts";
import { writeWhole } from "./writeWhole.ts";

/** `bitlaw init`: writes a project file with examples into a folder. Exit code 2 where it cannot, else 0. */
export async function initProject(folder: string, force: boolean, output: Output): Promise<number> {
  const refuse = (problem: string) => {
    output.error(`${problem}\n`);
    return 2;
  };
  if (!existsSync(folder)) return refuse(`${folder}: there is no such folder; make it first`);
  if (!statSync(folder).isDirectory())
    return refuse(`${folder}: this is a file; name the folder of the configs`);
  const [name] = PROJECT_FILE_NAMES;
  const path = join(folder, name);
  const there = PROJECT_FILE_NAMES.map((one) => join(folder, one)).find((one) => existsSync(one));
  if (there !== undefined && there !== path)
    return refuse(
      `${there}: this project file is there already, and ${name} would count in its place; edit it, or remove it first`,
    );
  if (there !== undefined && !force)
    return refuse(`${there}: this project file is there already; edit it, or replace it with --force`);
  try {
    await writeWhole(path, NEW_PROJECT_FILE);
  } catch (error) {
    return refuse(`${path}: ${reasonOf(error)}`);
  }
  output.out(
    `Written to ${path}. Remove the "# " of what you want in it.\n` +
      `\`bitlaw check ${folder}\` checks the configs, and \`bitlaw config FILE\` shows what holds for one of them.\n`,
  );
  return 0;
}
