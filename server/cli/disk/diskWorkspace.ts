import { LoadedFiles } from "../../config/workspace/LoadedFiles.ts";
import { LawFolder } from "../../lint/project/LawFolder.ts";
import { listFolder, loadText } from "./loadText.ts";

/** The files and laws of a workspace on disk. */
export interface DiskWorkspace {
  readonly root: string;
  readonly files: LoadedFiles;
  readonly laws: LawFolder;
}

export function diskWorkspace(root: string): DiskWorkspace {
  const files = new LoadedFiles({
    load: (path) => loadText(root, path),
    list: (folder) => listFolder(root, folder),
  });
  return { root, files, laws: new LawFolder(files, (folder) => listFolder(root, folder)) };
}
