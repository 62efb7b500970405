import type { LoadedFiles } from "../../config/workspace/LoadedFiles.ts";
import type { FileAnswer } from "../../config/workspace/Workspace.ts";
import { isLawPath, LAWS_FOLDER, type ProjectLaws, readProjectLaws } from "./ProjectLaws.ts";

/** Names of the files in a folder below a workspace's root; none where there is no such folder. Never rejects. */
export type ListFolder = (folder: string) => Promise<readonly string[]>;

/** The law files of one workspace: listed and loaded once, until one of them changes. */
export class LawFolder {
  readonly #files: LoadedFiles;
  readonly #list: ListFolder;
  #paths: readonly string[] | undefined;
  #read: { readonly answers: ReadonlyMap<string, FileAnswer>; readonly laws: ProjectLaws } | undefined;

  constructor(files: LoadedFiles, list: ListFolder) {
    this.#files = files;
    this.#list = list;
  }

  /** What is known now; undefined where a file is yet to be loaded. The same object as long as no file has changed. */
  peek(): ProjectLaws | undefined {
    const answers = new Map<string, FileAnswer>();
    for (const path of this.#paths ?? []) {
      const answer = this.#files.peek(path);
      if (answer === undefined) return undefined;
      answers.set(path, answer);
    }
    if (this.#paths === undefined) return undefined;
    if (this.#read === undefined || !sameAnswers(this.#read.answers, answers))
      this.#read = { answers, laws: readProjectLaws(answers) };
    return this.#read.laws;
  }

  async load(): Promise<ProjectLaws> {
    for (let laws = this.peek(); ; laws = this.peek()) {
      if (laws) return laws;
      if (this.#paths === undefined) {
        const names = await this.#list(LAWS_FOLDER);
        this.#paths = [...names]
          .sort()
          .map((name) => `${LAWS_FOLDER}/${name}`)
          .filter(isLawPath);
      }
      await this.#files.load(this.#paths);
    }
  }

  /** Forgets which files there are, after one has come or gone. */
  forget(): void {
    this.#paths = undefined;
  }
}

function sameAnswers(left: ReadonlyMap<string, FileAnswer>, right: ReadonlyMap<string, FileAnswer>): boolean {
  if (left.size !== right.size) return false;
  return Array.from(left).every(([path, before]) => {
    const after = right.get(path);
    return before.kind === "file" && after?.kind === "file" ? before.file === after.file : before === after;
  });
}
