import {
  type FileAnswer,
  RecordedWorkspace,
  seenFrom,
  type Workspace,
  withFile,
} from "../config/companions/Workspace.ts";
import type { ConfigLanguage } from "../config/document/ConfigDocument.ts";
import { languageOf } from "../config/document/languageOf.ts";
import type { ParseFailure } from "../config/document/parseConfig.ts";
import type { ProjectSuppression } from "../config/project/ProjectSuppression.ts";
import { isProjectPath } from "../config/project/projectPaths.ts";
import { mayBeConfig, readConfig } from "../config/readConfig.ts";
import type { Declarations } from "../config/run/declarations.ts";
import type { Law } from "../science/laws/Law.ts";
import { publishedLaws } from "../science/laws/publishedLaws.ts";
import type { Assessment } from "./assessment/Assessment.ts";
import { assess } from "./assessment/assess.ts";
import type { Finding, Severity } from "./Finding.ts";
import { optionsInProject } from "./project/optionsInProject.ts";
import { projectFindings } from "./project/projectFindings.ts";
import { type ProjectInForce, projectInForce } from "./project/projectInForce.ts";
import { runRule } from "./rules/Rule.ts";
import { RULES } from "./rules/rules.ts";
import type { SuppressedFinding } from "./suppressions/Suppression.ts";
import { suppress } from "./suppressions/suppress.ts";
import { unusedEntries } from "./suppressions/unusedEntries.ts";
import { withSeverities } from "./withSeverities.ts";

/** Severity per rule name, where it is not the default. */
export type RuleSeverities = Readonly<Record<string, Severity | "off">>;

/** By rule, then by the name of a threshold: from which value on the rule reports. */
export type RuleThresholds = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What a text is analysed with. */
export interface AnalysisOptions {
  readonly severities?: RuleSeverities;
  /** The files around it; without them, what they say is not known. */
  readonly workspace?: Workspace;
  /** In the order in which predictions are told; the published ones where nothing is said. */
  readonly laws?: readonly Law[];
  /** Names of laws in the order of preference: only these predict. It wins over the project file. */
  readonly use?: readonly string[];
  /** Facts that win over those of the project file; a comment in the text wins over both. */
  readonly declarations?: Declarations;
  readonly thresholds?: RuleThresholds;
  /** What the project file silences in this file. */
  readonly suppressions?: readonly ProjectSuppression[];
}

/** Everything about one text: what every feature of the editor and the command line reads. */
export interface Analysis {
  readonly text: string;
  readonly language: ConfigLanguage;
  readonly options: AnalysisOptions;
  /** One per document of the file that describes a training run; empty for foreign files. */
  readonly assessments: readonly Assessment[];
  readonly findings: readonly Finding[];
  /** Findings that a comment or the project file silences. */
  readonly suppressed: readonly SuppressedFinding[];
  /** Set where the text looks like a training config and cannot be parsed. */
  readonly failure?: ParseFailure;
  /** What the project file says about it; undefined for foreign files, and where there is no project file. */
  readonly project?: ProjectInForce;
  /** Files of the workspace that were asked for; undefined where one is not known yet and has to be loaded. */
  readonly reads: ReadonlyMap<string, FileAnswer | undefined>;
  /** Folders that were asked for, with the names in them; undefined where they are not known yet. */
  readonly listings: ReadonlyMap<string, readonly string[] | undefined>;
}

/** Text → findings. Pure, and total: bad input gives a failure or nothing, never an exception. */
export function analyse(text: string, language: ConfigLanguage, options: AnalysisOptions = {}): Analysis {
  const workspace = options.workspace && new RecordedWorkspace(options.workspace);
  const reads = workspace?.reads ?? new Map<string, FileAnswer>();
  const listings = workspace?.listings ?? new Map<string, readonly string[]>();
  const silent = { text, language, options, assessments: [], findings: [], suppressed: [], reads, listings };
  if (workspace && isProjectPath(workspace.path)) {
    const file = { path: workspace.path, text };
    const own = projectFindings(file, workspace, options.laws ?? publishedLaws);
    const around = withFile(workspace, file);
    const unused = unusedEntries(file, around, (other) =>
      analyse(other.text, languageOf(other.path, other.text), {
        ...options,
        workspace: seenFrom(other.path, around),
      }),
    );
    const severities = { ...own.severities, ...options.severities };
    return { ...silent, findings: inOrder(withSeverities([...own.findings, ...unused], severities)) };
  }
  if (!mayBeConfig(text, language)) return silent;
  const project = workspace && projectInForce(workspace, options.laws ?? publishedLaws);
  const nothing = project ? { ...silent, project } : silent;
  if (project?.isIgnored(workspace?.path ?? "")) return nothing;
  const settings = optionsInProject(options, project);
  const reading = readConfig(text, language, workspace, settings.declarations);
  if (reading.kind === "foreign") return nothing;
  if (reading.kind === "unreadable") return { ...nothing, failure: reading.failure };
  const assessments = reading.configs.map((config) => assess(config, settings.laws));
  const findings = assessments.flatMap((assessment) =>
    RULES.flatMap((rule) => runRule(rule, assessment, settings.thresholds?.[rule.name])),
  );
  const all = inOrder(withSeverities(findings, settings.severities));
  return { ...nothing, assessments, ...suppress({ ...nothing, assessments }, all) };
}

/** By place in the file; several documents may share a declaration, which is reported once. */
function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return [...findings]
    .sort((a, b) => a.span.start - b.span.start)
    .filter(({ rule, span, message }) => {
      const identity = `${rule} ${span.start} ${span.end} ${message}`;
      if (seen.has(identity)) return false;
      seen.add(identity);
      return true;
    });
}
