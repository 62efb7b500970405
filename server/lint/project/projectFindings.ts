import { folderOf } from "../../config/workspace/findFile.ts";
import type { Workspace, WorkspaceFile } from "../../config/workspace/Workspace.ts";
import type { Law } from "../../science/laws/Law.ts";
import type { Finding } from "../Finding.ts";
import { suggestionFixes } from "../rules/fixes/keyFix.ts";
import { invalidProjectFile } from "../rules/RuleDeclaration.ts";
import type { RuleSeverities } from "../Severity.ts";
import { lawsInProject } from "./lawsInProject.ts";
import type { ProjectProblem } from "./ProjectFile.ts";
import { PROJECT_FILE_NAMES } from "./projectPaths.ts";
import { resolveForPath } from "./ResolvedProject.ts";
import { projectChain } from "./resolveProject.ts";
import { severitiesOf } from "./resolveSettings.ts";

/** What is wrong with a project file, as findings in it, and the severities that it gives. */
export interface ProjectFileFindings {
  readonly findings: readonly Finding[];
  readonly severities: RuleSeverities;
}

/** Checks a project file itself, with the files that it extends. */
export function projectFindings(
  file: WorkspaceFile,
  workspace: Workspace,
  laws: readonly Law[],
): ProjectFileFindings {
  const chain = projectChain(file, workspace);
  const { rules } = resolveForPath(file.path, chain);
  const layers = chain.files.flatMap((project) => project.layers.map(({ content }) => content));
  const lawFiles = layers.flatMap((layer) => layer.lawFiles);
  const uses = [undefined, ...layers.flatMap(({ use }) => use ?? [])];
  const problems = [
    ...shadowedBy(file.path, workspace),
    ...chain.problems,
    ...uses.flatMap((use) => lawsInProject(laws, { lawFiles, ...(use ? { use } : {}) }, workspace).problems),
  ];
  return {
    findings: problems.filter(({ span }) => span.file === file.path).map(findingOf),
    severities: severitiesOf({ rules }),
  };
}

/** The project file in the same folder that is used instead. */
function shadowedBy(path: string, workspace: Workspace): readonly ProjectProblem[] {
  const folder = folderOf(path);
  const name = folder === "" ? path : path.slice(folder.length + 1);
  const stronger = PROJECT_FILE_NAMES.slice(0, (PROJECT_FILE_NAMES as readonly string[]).indexOf(name));
  const answers = stronger.map((one) => ({
    one,
    answer: workspace.read(folder === "" ? one : `${folder}/${one}`),
  }));
  const found = answers.find(({ answer }) => answer?.kind === "file");
  if (found === undefined) return [];
  const message = `This file does not count, because \`${found.one}\` beside it does: move its settings there, or remove one of the two.`;
  return [{ span: { start: 0, end: 0, file: path }, message, suggestions: [] }];
}

function findingOf({ span: { start, end }, message, suggestions }: ProjectProblem): Finding {
  const span = { start, end };
  return {
    rule: invalidProjectFile.name,
    severity: invalidProjectFile.severity,
    message,
    span,
    related: [],
    elsewhere: [],
    fixes: suggestionFixes(span, suggestions),
  };
}
