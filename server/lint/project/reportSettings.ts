import { folderOf } from "../../config/companions/findFile.ts";
import type { Span } from "../../config/document/ConfigNode.ts";
import type { ProjectLayer } from "../../config/project/ProjectFile.ts";
import { projectPathsFor } from "../../config/project/projectPaths.ts";
import type { Law } from "../../science/laws/Law.ts";
import { publishedLaws } from "../../science/laws/publishedLaws.ts";
import type { Analysis, RuleSeverities } from "../analyse.ts";
import type { PathOf } from "../report/places.ts";
import { DECLARED_RULES } from "../rules/rules.ts";
import type { LoadedProject } from "./loadProject.ts";
import { placeInProject } from "./placeInProject.ts";
import { reportFacts } from "./reportFacts.ts";
import type { LawSetting, Origin, RuleSetting, SettingsReport, ThresholdSetting } from "./SettingsReport.ts";

/** What the settings of a file are reported from. */
export interface SettingsSubject extends LoadedProject {
  /** As it was named, and below the workspace's root. */
  readonly named: string;
  readonly path: string;
  readonly exists: boolean;
  /** Undefined where the file is not there, or cannot be parsed. */
  readonly analysis: Analysis | undefined;
  /** The laws that are known without a project file. */
  readonly laws: readonly Law[];
  /** As the caller asks for them; they win. */
  readonly severities: RuleSeverities;
  readonly pathOf: PathOf;
}

/** Which setting holds for a file, and where each comes from. Without `all`, only what somebody has set. */
export function reportSettings(subject: SettingsSubject, all: boolean): SettingsReport {
  const { project, analysis, exists, named, path, pathOf } = subject;
  const originOf = originsIn(subject);
  const ignored = project?.ignoredBy(path);
  const isSet = ({ origin }: { readonly origin: Origin }) => all || origin.kind !== "default";
  const isOwn = project?.use !== undefined || lawsOf(subject).some(({ from }) => from !== "published");
  return {
    version: 1,
    path: named,
    exists,
    ...(analysis && !ignored ? { isConfig: analysis.assessments.length > 0 } : {}),
    ...(project ? { project: { path: pathOf(project.path), extends: basesOf(subject) } } : {}),
    searched: projectPathsFor(path).map(([first = ""]) => pathOf(folderOf(first)) || "."),
    ...(ignored ? { ignored: { pattern: ignored.value, origin: originOf(ignored.at) } } : {}),
    rules: rulesOf(subject, originOf).filter(isSet),
    facts: reportFacts(subject, originOf),
    lawsFrom: project?.use ? originOf(project.use.at, ({ use }) => use === project.use) : { kind: "default" },
    laws: all || isOwn ? lawsOf(subject) : [],
    lawFiles: (project?.lawFiles ?? []).map((file) => ({
      path: file.value,
      origin: originOf(file.at, ({ lawFiles }) => lawFiles.includes(file)),
    })),
    thresholds: thresholdsOf(subject, originOf).filter(isSet),
    suppressions: (project?.suppressions ?? []).map(({ rules, key, reason, at }) => ({
      rules,
      ...(key === undefined ? {} : { key }),
      ...(reason === undefined ? {} : { reason }),
      origin: at ? originOf(at) : { kind: "default" },
    })),
  };
}

/** The origin of a setting at a place; `holds` finds the part of the project file that it stands in. */
export type OriginOf = (at: Span, holds?: (layer: ProjectLayer) => boolean) => Origin;

function originsIn({ project, reads, pathOf }: SettingsSubject): OriginOf {
  const layers = (project?.files ?? []).flatMap((file) => file.layers);
  return (at, holds = () => false) => {
    const { path, line, column } = placeInProject(at, reads);
    const patterns = layers.find(({ content }) => holds(content))?.files?.patterns;
    return { kind: "project", path: pathOf(path), line, column, ...(patterns ? { files: patterns } : {}) };
  };
}

function basesOf({ project, pathOf }: SettingsSubject): readonly string[] {
  const others = (project?.files ?? []).filter(({ path }) => path !== project?.path);
  return others.map(({ path }) => pathOf(path)).reverse();
}

function rulesOf({ project, severities }: SettingsSubject, originOf: OriginOf): readonly RuleSetting[] {
  return DECLARED_RULES.map(({ name, severity }) => {
    const asked = severities[name];
    const set = project?.rules.get(name);
    const known = { rule: name, default: severity };
    if (asked !== undefined)
      return { ...known, severity: asked, origin: { kind: "option", option: "--rule" } };
    if (set === undefined) return { ...known, severity, origin: { kind: "default" } };
    const origin = originOf(set.at, ({ rules }) => rules.get(name) === set);
    return { ...known, severity: set.value, origin };
  });
}

function thresholdsOf({ project }: SettingsSubject, originOf: OriginOf): readonly ThresholdSetting[] {
  return DECLARED_RULES.flatMap(({ name: rule, thresholds = {} }) =>
    Object.entries(thresholds).map(([threshold, { default: usual }]): ThresholdSetting => {
      const set = project?.thresholds.get(rule)?.get(threshold);
      if (set === undefined) return { rule, threshold, value: usual, origin: { kind: "default" } };
      const holds = ({ thresholds: numbers }: ProjectLayer) => numbers.get(rule)?.get(threshold) === set;
      return { rule, threshold, value: set.value, origin: originOf(set.at, holds) };
    }),
  );
}

function lawsOf({ project, laws }: SettingsSubject): readonly LawSetting[] {
  return (project?.laws ?? laws).map((law) => ({
    law: law.file.name,
    from: publishedLaws.includes(law) ? "published" : laws.includes(law) ? "folder of laws" : "project file",
  }));
}
