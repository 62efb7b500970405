import type { FileAnswer } from "../../config/workspace/Workspace.ts";
import { lawFrom } from "../../science/lawFiles/lawFrom.ts";
import { lawNamed } from "../../science/lawFiles/publishedLaws.ts";
import type { Law } from "../../science/laws/Law.ts";
import { memoized } from "../../science/numerics/memoized.ts";
import { readLawFile } from "./readLawFile.ts";
import type { LawFileProblem } from "./SchemaFailure.ts";

/** Where a workspace keeps laws of its own, below its root. */
export const LAWS_FOLDER = ".bitlaw/laws";

/** The laws of a workspace, and what is wrong with the law files that are not used. */
export interface ProjectLaws {
  readonly laws: readonly Law[];
  readonly problems: readonly LawFileProblem[];
}

export const NO_PROJECT_LAWS: ProjectLaws = { laws: [], problems: [] };

/** Whether a path below a workspace's root is that of a law file. */
export function isLawPath(path: string): boolean {
  return new RegExp(`^${LAWS_FOLDER.replace(".", "\\.")}/[^/]+\\.json$`, "i").test(path);
}

/** The same law as long as its file is the same. */
const lawOf = memoized(lawFrom);

/** Reads the law files of a workspace in the given order. A bad one is a problem, never an exception. */
export function readProjectLaws(answers: ReadonlyMap<string, FileAnswer>): ProjectLaws {
  const laws: Law[] = [];
  const problems: LawFileProblem[] = [];
  const takenBy = new Map<string, string>();
  for (const [path, answer] of answers) {
    if (answer.kind === "missing") continue;
    if (answer.kind === "unusable") {
      problems.push({ path, message: `The law file cannot be read: ${answer.because}.` });
      continue;
    }
    const reading = readLawFile(answer.file);
    if (!reading.ok) {
      problems.push(...reading.problems);
      continue;
    }
    const { name } = reading.file;
    const other = takenBy.get(name);
    if (lawNamed(name) !== undefined || other !== undefined) {
      const owner = other === undefined ? "a published law" : `the law in ${other}`;
      problems.push(
        reading.problemAt(["name"], `\`${name}\` is the name of ${owner}: give this law another name.`),
      );
      continue;
    }
    takenBy.set(name, path);
    try {
      laws.push(lawOf(reading.file));
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      problems.push(reading.problemAt(["constants"], error.message));
    }
  }
  return { laws, problems };
}
