import { join } from "node:path";
import { companionFindings, withFindings } from "../../lint/companionFindings.ts";
import type { Finding, RuleSeverities } from "../../lint/Finding.ts";
import { fileReports } from "../../lint/report/formats/jsonReport.ts";
import { reportChecked } from "../../lint/report/reportChecked.ts";
import { ignoredText, ignoringPattern } from "../../lint/report/settings/ignoringPattern.ts";
import type { DiscoveredFile } from "../discovery/discoverFiles.ts";
import { type AnalysedFile, analyseFile, DiskWorkspaces } from "../disk/analyseFiles.ts";
import { projectProblems } from "../disk/projectProblems.ts";
import { type ConfigText, readConfigFile } from "../disk/readConfigFile.ts";
import { namedFromHere } from "../disk/workspaceRoot.ts";
import type { Asked, CheckedConfig, CheckedOutcome } from "./CheckedOutcome.ts";

/** What every file of a check is checked with: plain data, which a thread can send to another. */
export interface CheckSettings {
  /** Severity per rule name, as the command line says. */
  readonly severities: RuleSeverities;
  readonly asked: Asked;
}

/** Checks files one by one, and keeps what it has read around them. */
export class FileChecker {
  readonly #settings: CheckSettings;
  readonly #workspaces = new DiskWorkspaces();

  constructor(settings: CheckSettings) {
    this.#settings = settings;
  }

  /** Never rejects: what goes wrong is an outcome. */
  async check({ path, named }: DiscoveredFile): Promise<CheckedOutcome> {
    return this.checkText(path, readConfigFile(path), named);
  }

  /** Checks a companion together with what the configs that use it say about it. */
  async checkCompanion(path: string, more: readonly Finding[]): Promise<CheckedOutcome> {
    return this.checkText(path, readConfigFile(path), true, more);
  }

  /** As `check`, with the text of the file, and with findings that others have about it. */
  async checkText(
    path: string,
    read: ConfigText,
    named: boolean,
    more: readonly Finding[] = [],
  ): Promise<CheckedOutcome> {
    if (read.kind === "unfit" && !named) return { kind: "skipped", path };
    if (read.kind !== "text") return { kind: "unusable", path, problem: `${path}: ${read.because}` };
    if (!named && read.text.includes("\u0000")) return { kind: "skipped", path };
    try {
      const { severities, asked } = this.#settings;
      const result = await analyseFile(path, read.text, this.#workspaces, severities);
      if (!result.ok) return { kind: "unusable", path, problem: result.problem };
      return outcomeOf(more.length > 0 ? await this.#with(result, more) : result, asked, named);
    } catch (error) {
      const because = error instanceof Error ? error.message : String(error);
      return {
        kind: "unusable",
        path,
        problem: `${path}: Bitlaw failed on this file; please report it with the file: ${because}`,
      };
    }
  }

  async #with(result: AnalysedFile, more: readonly Finding[]): Promise<AnalysedFile> {
    const { files } = this.#workspaces.at(result.place.root);
    const configs = [
      ...new Set(more.flatMap(({ related }) => related.flatMap(({ span }) => span.file ?? []))),
    ];
    await files.load(configs);
    const analysis = withFindings(result.analysis, more);
    // Reports find the lines of a config by its text.
    const texts = configs.map((path) => [path, files.peek(path)] as const);
    return { ...result, analysis: { ...analysis, reads: new Map([...analysis.reads, ...texts]) } };
  }
}

function outcomeOf(analysed: AnalysedFile, asked: Asked, named: boolean): CheckedConfig {
  const { path, analysis, place } = analysed;
  const pathOf = (file: string) => namedFromHere(place, file);
  const ignored = named ? ignoringPattern(analysis) : undefined;
  return {
    kind: "checked",
    path,
    ...(ignored ? { ignored: `${path}: not checked: ${ignoredText(ignored, pathOf)}` } : {}),
    isConfig: analysis.assessments.length > 0,
    root: place.root,
    file: reportChecked(path, analysis, { fixes: asked.fixes, fixable: asked.fixable, pathOf }),
    elsewhere: findingsElsewhere(analysed),
    projectProblems: projectProblems(place, analysis),
    reports: asked.reports ? fileReports(path, analysis, pathOf) : [],
  };
}

function findingsElsewhere({ analysis, place }: AnalysedFile): CheckedConfig["elsewhere"] {
  return Array.from(companionFindings(analysis.findings, place.path), ([file, findings]) => ({
    file: join(place.root, file),
    findings,
  }));
}
