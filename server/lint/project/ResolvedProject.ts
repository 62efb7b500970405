import type {
  DeclarableKey,
  Declaration,
  Declarations,
  MeasuredDeclaration,
} from "../../config/run/declarations.ts";
import type { RuleSeverity } from "../Severity.ts";
import type {
  ForFiles,
  ProjectFile,
  ProjectProblem,
  ProjectSetting,
  ProjectSuppression,
} from "./ProjectFile.ts";

/** A project file and those that it extends, the base first, and what is wrong with them. */
export interface ProjectChain {
  readonly path: string;
  readonly files: readonly ProjectFile[];
  readonly problems: readonly ProjectProblem[];
}

/** The settings of the project for one file, each with the place that it comes from. */
export interface ResolvedProject {
  /** The project file that counts, below the workspace's root. */
  readonly path: string;
  /** It and the files that it builds on, the base first. */
  readonly files: readonly ProjectFile[];
  readonly rules: ReadonlyMap<string, ProjectSetting<RuleSeverity>>;
  readonly declarations: Declarations;
  readonly use?: ProjectSetting<readonly ProjectSetting<string>[]>;
  readonly lawFiles: readonly ProjectSetting<string>[];
  readonly thresholds: ReadonlyMap<string, ReadonlyMap<string, ProjectSetting<number>>>;
  readonly suppressions: readonly ProjectSuppression[];
  /** Of all these files, what is wrong with them. */
  readonly problems: readonly ProjectProblem[];
  /** Whether Bitlaw leaves a file below the workspace's root alone. */
  isIgnored(path: string): boolean;
  /** The pattern by which it does, with its place; undefined where the file is checked. */
  ignoredBy(path: string): ProjectSetting<string> | undefined;
}

/** The settings for a path: the base first, then each file's own, then its overrides. Later ones win. */
export function resolveForPath(path: string, { path: own, files, problems }: ProjectChain): ResolvedProject {
  const holds = <T>({ files: patterns }: ForFiles<T>) => patterns === undefined || patterns.has(path);
  const layers = files.flatMap((file) => file.layers.filter(holds).map(({ content }) => content));
  const rules = new Map<string, ProjectSetting<RuleSeverity>>();
  const declared = new Map<DeclarableKey, Declaration>();
  const measured: MeasuredDeclaration[] = [];
  const thresholds = new Map<string, Map<string, ProjectSetting<number>>>();
  for (const layer of layers) {
    for (const [name, severity] of layer.rules) rules.set(name, severity);
    for (const [key, declaration] of layer.declarations.declared) declared.set(key, declaration);
    measured.push(...layer.declarations.measured);
    for (const [rule, numbers] of layer.thresholds)
      thresholds.set(rule, new Map([...(thresholds.get(rule) ?? []), ...numbers]));
  }
  const use = layers.findLast((layer) => layer.use)?.use;
  return {
    path: own,
    files,
    rules,
    declarations: { declared, measured, problems: [] },
    ...(use ? { use } : {}),
    lawFiles: layers.flatMap((layer) => layer.lawFiles),
    thresholds,
    suppressions: files.flatMap((file) => file.suppressions.filter(holds).map(({ content }) => content)),
    problems,
    isIgnored: (other) => files.some(({ ignore }) => ignore.some(({ value }) => value.has(other))),
    ignoredBy: (other) => ignoringPattern(files, other),
  };
}

/** The last of several: it is the one that a person has to change after the others. */
function ignoringPattern(files: readonly ProjectFile[], path: string): ProjectSetting<string> | undefined {
  const ignore = files.flatMap((file) => file.ignore).findLast(({ value }) => value.has(path));
  if (ignore === undefined) return undefined;
  const pattern = ignore.value.matching(path);
  // Of equal patterns the last one decides, as in .gitignore.
  return ignore.each.findLast(({ value }) => value === pattern) ?? { value: pattern ?? "", at: ignore.at };
}
