import type { Span } from "../../../config/document/ConfigNode.ts";
import { contradictionOf } from "../../../config/run/contradictedDeclarations.ts";
import type { DeclarableKey } from "../../../config/run/declarations.ts";
import type { TrainingConfig } from "../../../config/run/TrainingConfig.ts";
import type { Fact } from "../../../config/run/TrainingRun.ts";
import { folderOf } from "../../../config/workspace/findFile.ts";
import { publishedLaws } from "../../../science/lawFiles/publishedLaws.ts";
import type { Law } from "../../../science/laws/Law.ts";
import type { Analysis } from "../../Analysis.ts";
import type { LoadedProject } from "../../project/loadProject.ts";
import type { ProjectLayer } from "../../project/ProjectFile.ts";
import { projectPathsFor } from "../../project/projectPaths.ts";
import { DECLARED_RULES } from "../../rules/rules.ts";
import type { RuleSeverities } from "../../Severity.ts";
import { type PathOf, placesIn } from "../places.ts";
import { placeInProject } from "./placeInProject.ts";
import type {
  FactSetting,
  LawSetting,
  Origin,
  RuleSetting,
  SettingsReport,
  ThresholdSetting,
} from "./SettingsReport.ts";

/** What is needed to report the settings of a file. */
export interface SettingsReportInput extends LoadedProject {
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

/** The settings for a file, and where each comes from. Without `all`, only those that differ from the defaults. */
export function reportSettings(input: SettingsReportInput, all: boolean): SettingsReport {
  const { project, analysis, exists, named, path, pathOf } = input;
  const originOf = originsIn(input);
  const ignored = project?.ignoredBy(path);
  const isSet = ({ origin }: { readonly origin: Origin }) => all || origin.kind !== "default";
  const isOwn = project?.use !== undefined || lawsOf(input).some(({ from }) => from !== "published");
  return {
    version: 1,
    path: named,
    exists,
    ...(analysis && !ignored ? { isConfig: analysis.assessments.length > 0 } : {}),
    ...(project ? { project: { path: pathOf(project.path), extends: basesOf(input) } } : {}),
    searched: projectPathsFor(path).map(([first = ""]) => pathOf(folderOf(first)) || "."),
    ...(ignored ? { ignored: { pattern: ignored.value, origin: originOf(ignored.at) } } : {}),
    rules: rulesOf(input, originOf).filter(isSet),
    facts: reportFacts(input, originOf),
    lawsFrom: project?.use ? originOf(project.use.at, ({ use }) => use === project.use) : { kind: "default" },
    laws: all || isOwn ? lawsOf(input) : [],
    lawFiles: (project?.lawFiles ?? []).map((file) => ({
      path: file.value,
      origin: originOf(file.at, ({ lawFiles }) => lawFiles.includes(file)),
    })),
    thresholds: thresholdsOf(input, originOf).filter(isSet),
    suppressions: (project?.suppressions ?? []).map(({ rules, key, reason, at }) => ({
      rules,
      ...(key === undefined ? {} : { key }),
      ...(reason === undefined ? {} : { reason }),
      origin: at ? originOf(at) : { kind: "default" },
    })),
  };
}

/** The origin of a setting at a place; `holds` finds the part of the project file that it is in. */
export type OriginOf = (at: Span, holds?: (layer: ProjectLayer) => boolean) => Origin;

function originsIn({ project, reads, pathOf }: SettingsReportInput): OriginOf {
  const layers = (project?.files ?? []).flatMap((file) => file.layers);
  return (at, holds = () => false) => {
    const { path, line, column } = placeInProject(at, reads);
    const patterns = layers.find(({ content }) => holds(content))?.files?.patterns;
    return { kind: "project", path: pathOf(path), line, column, ...(patterns ? { files: patterns } : {}) };
  };
}

function basesOf({ project, pathOf }: SettingsReportInput): readonly string[] {
  const others = (project?.files ?? []).filter(({ path }) => path !== project?.path);
  return others.map(({ path }) => pathOf(path)).reverse();
}

function rulesOf({ project, severities }: SettingsReportInput, originOf: OriginOf): readonly RuleSetting[] {
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

function thresholdsOf({ project }: SettingsReportInput, originOf: OriginOf): readonly ThresholdSetting[] {
  return DECLARED_RULES.flatMap(({ name: rule, thresholds = {} }) =>
    Object.entries(thresholds).map(([threshold, { default: usual }]): ThresholdSetting => {
      const set = project?.thresholds.get(rule)?.get(threshold);
      if (set === undefined) return { rule, threshold, value: usual, origin: { kind: "default" } };
      const holds = ({ thresholds: numbers }: ProjectLayer) => numbers.get(rule)?.get(threshold) === set;
      return { rule, threshold, value: set.value, origin: originOf(set.at, holds) };
    }),
  );
}

function lawsOf({ project, laws }: SettingsReportInput): readonly LawSetting[] {
  return (project?.laws ?? laws).map((law) => ({
    law: law.file.name,
    from: publishedLaws.includes(law) ? "published" : laws.includes(law) ? "folder of laws" : "project file",
  }));
}

type Use = Pick<FactSetting, "used" | "because">;

/** The facts that comments and project files declare for a file, and whether its config takes them. */
function reportFacts(input: SettingsReportInput, originOf: OriginOf): readonly FactSetting[] {
  const { project, reads } = input;
  const textAt = ({ file = "", start, end }: Span) => {
    const answer = reads.get(file);
    return answer?.kind === "file" ? answer.file.text.slice(start, end) : "";
  };
  const { declared = new Map(), measured = [] } = project?.declarations ?? {};
  const facts = Array.from(
    declared.values(),
    (one): FactSetting => ({
      key: one.key,
      value: textAt(one.valueSpan),
      origin: originOf(one.keySpan, ({ declarations }) => declarations.declared.get(one.key) === one),
      ...useOf(input, one.key, one.valueSpan),
    }),
  );
  const measurements = measured.map(
    (one): FactSetting => ({
      key: "measured",
      value: one.text,
      origin: originOf(one.valueSpan, ({ declarations }) => declarations.measured.includes(one)),
      ...useOf(input, "measured", one.valueSpan),
    }),
  );
  return [...facts, ...measurements, ...factsOfComments(input)];
}

function factsOfComments(input: SettingsReportInput): readonly FactSetting[] {
  const { analysis, named, pathOf } = input;
  if (analysis === undefined) return [];
  const placeOf = placesIn(named, analysis, pathOf);
  return analysis.assessments.flatMap(({ config: { declarations } }) => {
    const all = [
      ...Array.from(declarations.declared.values(), ({ key, keySpan, valueSpan }) => ({
        key,
        at: keySpan,
        valueSpan,
      })),
      ...declarations.measured.map(({ valueSpan }) => ({
        key: "measured" as const,
        at: valueSpan,
        valueSpan,
      })),
    ];
    return all
      .filter(({ at }) => at.file === undefined)
      .map(
        ({ key, at, valueSpan }): FactSetting => ({
          key,
          value: analysis.text.slice(valueSpan.start, valueSpan.end),
          origin: { kind: "comment", ...placeOf(at) },
          ...useOf(input, key, valueSpan),
        }),
      );
  });
}

/** Of several configs in a file, one that takes it is enough. */
function useOf({ analysis }: SettingsReportInput, key: DeclarableKey, at: Span): Use {
  const uses = (analysis?.assessments ?? []).map(({ config }) => useIn(config, key, at));
  return uses.find(({ used }) => used) ?? uses[0] ?? {};
}

function useIn(
  { run, declarations, companions, readings }: TrainingConfig,
  key: DeclarableKey,
  at: Span,
): Use {
  const isHere = (span: Span) => span.file === at.file && span.start === at.start;
  const facts = [...(Object.values(run.facts) as Fact<unknown>[]), ...run.measured];
  if (facts.some((fact) => fact.at.some(isHere)) || companions.some((one) => isHere(one.at)))
    return { used: true };
  const winner = declarations.declared.get(key);
  if (winner !== undefined && !isHere(winner.valueSpan))
    return { used: false, because: "a comment in the file wins" };
  const otherwise = winner && contradictionOf(winner, run, readings);
  if (otherwise === undefined) return { used: false, because: "the config has no use for it as it stands" };
  return { used: false, because: `the config says otherwise: ${otherwise}` };
}
