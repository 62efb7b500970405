import { join } from "node:path";
import { addFindings, companionFindings } from "../../lint/companionFindings.ts";
import type { Finding } from "../../lint/Finding.ts";
import { ignoredText, ignoringPattern } from "../../lint/report/settings/ignoringPattern.ts";
import type { RuleSeverities } from "../../lint/Severity.ts";
import type { DiscoveredFile } from "../discovery/discoverFiles.ts";
import { DiskWorkspaces } from "../disk/DiskWorkspaces.ts";
import { projectProblems } from "../disk/projectProblems.ts";
import { type ConfigText, readConfigFile } from "../disk/readConfigFile.ts";
import { pathFromCurrentFolder } from "../disk/workspaceRoot.ts";
import { type AnalysedFile, analyseFile } from "./analyseFile.ts";
import type { FileOutcome, FileResult } from "./FileOutcome.ts";

/** Reads and analyses files one by one, and keeps the other files that it has read for them. */
export class FileAnalyser<Report> {
  readonly #severities: RuleSeverities;
  readonly #reportOn: (file: AnalysedFile) => Report;
  readonly #workspaces = new DiskWorkspaces();

  /** Severity per rule name as the command line says, and what is to be known of each file. */
  constructor(severities: RuleSeverities, reportOn: (file: AnalysedFile) => Report) {
    this.#severities = severities;
    this.#reportOn = reportOn;
  }

  /** Never rejects: errors are part of the outcome. */
  async analyse({ path, named }: DiscoveredFile): Promise<FileOutcome<Report>> {
    return this.analyseText(path, readConfigFile(path), named);
  }

  /** Analyses a companion together with what the configs that use it say about it. */
  async analyseCompanion(path: string, more: readonly Finding[]): Promise<FileOutcome<Report>> {
    return this.analyseText(path, readConfigFile(path), true, more);
  }

  /** As `analyse`, with the text of the file, and with findings that others have about it. */
  async analyseText(
    path: string,
    read: ConfigText,
    named: boolean,
    more: readonly Finding[] = [],
  ): Promise<FileOutcome<Report>> {
    if (read.kind === "unfit" && !named) return { kind: "skipped", path };
    if (read.kind !== "text") return { kind: "unusable", path, problem: `${path}: ${read.because}` };
    if (!named && read.text.includes("\u0000")) return { kind: "skipped", path };
    try {
      const file = await analyseFile(path, read.text, this.#workspaces, this.#severities);
      if (file.kind === "unusable") return file;
      const whole = more.length > 0 ? await this.#with(file, more) : file;
      return { ...resultOf(whole, named), report: this.#reportOn(whole) };
    } catch (error) {
      const because = error instanceof Error ? error.message : String(error);
      return {
        kind: "unusable",
        path,
        problem: `${path}: Bitlaw failed on this file; please report it with the file: ${because}`,
      };
    }
  }

  async #with(file: AnalysedFile, more: readonly Finding[]): Promise<AnalysedFile> {
    const { files } = this.#workspaces.at(file.place.root);
    const configs = [
      ...new Set(more.flatMap(({ related }) => related.flatMap(({ span }) => span.file ?? []))),
    ];
    await files.load(configs);
    const analysis = addFindings(file.analysis, more);
    // Reports find the lines of a config by its text.
    const texts = configs.map((path) => [path, files.peek(path)] as const);
    return { ...file, analysis: { ...analysis, reads: new Map([...analysis.reads, ...texts]) } };
  }
}

function resultOf(file: AnalysedFile, named: boolean): Omit<FileResult<never>, "report"> {
  const { path, analysis, place } = file;
  const ignored = named ? ignoringPattern(analysis) : undefined;
  const pathOf = (other: string) => pathFromCurrentFolder(place, other);
  return {
    kind: "result",
    path,
    ...(ignored ? { ignored: `${path}: not checked: ${ignoredText(ignored, pathOf)}` } : {}),
    isConfig: analysis.assessments.length > 0,
    root: place.root,
    elsewhere: findingsElsewhere(file),
    projectProblems: projectProblems(place, analysis),
  };
}

function findingsElsewhere({ analysis, place }: AnalysedFile): FileResult<never>["elsewhere"] {
  return Array.from(companionFindings(analysis.findings, place.path), ([file, findings]) => ({
    file: join(place.root, file),
    findings,
  }));
}
