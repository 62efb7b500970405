import type { Span } from "../../config/document/ConfigNode.ts";
import type { Declaration } from "../../config/run/declarations.ts";
import { formatCompute } from "../../config/run/quantity.ts";
import type { Fact } from "../../config/run/TrainingRun.ts";
import type { Law } from "../../science/laws/Law.ts";
import type { Analysis } from "../analyse.ts";
import type { ReportedPlace } from "../report/places.ts";
import { DECLARED_RULES } from "../rules/rules.ts";
import type { ProjectInForce } from "./projectInForce.ts";
import type {
  ReportedDeclaration,
  ReportedSetting,
  ReportedSuppression,
  SettingsReport,
} from "./SettingsReport.ts";

/** What the settings of a file are reported from. */
export interface SettingsSources {
  /** The file as it was named. */
  readonly named: string;
  /** Below the workspace's root. */
  readonly path: string;
  readonly project: ProjectInForce | undefined;
  /** The laws that are known without the project. */
  readonly laws: readonly Law[];
  /** Of the file, where it is there. */
  readonly analysis: Analysis | undefined;
  /** A path below the root, as a person names it. */
  readonly pathOf: (file: string) => string;
  readonly placeOf: (span: Span) => ReportedPlace;
}

/** The settings in force for a file: the project's where it says something, else the defaults. */
export function reportSettings(sources: SettingsSources): SettingsReport {
  const { named, project, pathOf } = sources;
  return {
    path: named,
    projectFiles: project?.files.map(({ path }) => pathOf(path)) ?? [],
    ignored: ignoredBy(sources),
    rules: rulesOf(sources),
    declared: declaredIn(sources),
    laws: lawsOf(sources),
    thresholds: thresholdsOf(sources),
    suppressions: suppressionsOf(sources),
  };
}

function ignoredBy({ project, path, placeOf }: SettingsSources): SettingsReport["ignored"] {
  const ignoring = project?.files
    .flatMap(({ ignore }) => ignore)
    .find(({ value: patterns }) => patterns.has(path));
  return ignoring ? { patterns: ignoring.value.patterns, from: placeOf(ignoring.at) } : null;
}

function rulesOf({ project, placeOf }: SettingsSources): readonly ReportedSetting[] {
  return DECLARED_RULES.map(({ name, severity }) => {
    const stated = project?.rules.get(name);
    return { name, value: stated?.value ?? severity, from: stated ? placeOf(stated.at) : null };
  });
}

function declaredIn({ project, analysis, placeOf }: SettingsSources): readonly ReportedDeclaration[] {
  if (project === undefined) return [];
  const { declared, measured } = project.declarations;
  const all = [
    ...Array.from(declared.values(), ({ key, value, valueSpan }) => ({
      name: key,
      value: declaredText(key, value),
      valueSpan,
    })),
    ...measured.map(({ text, valueSpan }) => ({ name: "measured", value: text, valueSpan })),
  ];
  return all.map(({ name, value, valueSpan }) => ({
    name,
    value,
    from: placeOf(valueSpan),
    used: usesOf(valueSpan, analysis),
  }));
}

function declaredText(key: string, value: Declaration["value"]): string {
  if (key === "compute_budget" && typeof value === "number") return formatCompute(value);
  return typeof value === "object" ? value.name : String(value);
}

/** Whether a fact of the file rests on what stands at a place of a project file. */
function usesOf({ file, start }: Span, analysis: Analysis | undefined): boolean | null {
  if (analysis === undefined || analysis.assessments.length === 0) return null;
  return analysis.assessments.some(({ config }) => {
    const facts = [...(Object.values(config.run.facts) as Fact<unknown>[]), ...config.run.measured];
    return facts.some(({ at }) => at.some((span) => span.file === file && span.start === start));
  });
}

function lawsOf({ project, laws, placeOf }: SettingsSources): readonly ReportedSetting[] {
  return (project?.laws ?? laws).map(({ file }) => {
    const use = project?.use?.value.find(({ value }) => value === file.name);
    return { name: file.name, value: file.form, from: use ? placeOf(use.at) : null };
  });
}

function thresholdsOf({ project, placeOf }: SettingsSources): readonly ReportedSetting[] {
  return DECLARED_RULES.flatMap(({ name: rule, thresholds = {} }) =>
    Object.entries(thresholds).map(([name, { default: usual }]) => {
      const stated = project?.thresholds.get(rule)?.get(name);
      return {
        name: `${rule}.${name}`,
        value: String(stated?.value ?? usual),
        from: stated ? placeOf(stated.at) : null,
      };
    }),
  );
}

function suppressionsOf({ project, placeOf }: SettingsSources): readonly ReportedSuppression[] {
  return (project?.suppressions ?? []).map(({ rules, key, reason, at }) => ({
    rules,
    key: key ?? null,
    reason: reason ?? null,
    from: at ? placeOf(at) : null,
  }));
}
