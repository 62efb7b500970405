import { join } from "node:path";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Analysis, RuleSeverities } from "../../lint/analyse.ts";
import { companionFindings } from "../../lint/companionFindings.ts";
import { ignoringPattern } from "../../lint/project/ignoringPattern.ts";
import { projectFailures } from "../../lint/project/projectFailures.ts";
import type { CheckedFinding } from "../../lint/report/CheckedFile.ts";
import { ignoredText } from "../../lint/report/ignoredText.ts";
import { fileReports } from "../../lint/report/jsonReport.ts";
import { rangeIn, rangesIn } from "../../lint/report/places.ts";
import { reportChecked } from "../../lint/report/reportChecked.ts";
import { type AnalysedFile, analyseFile, DiskWorkspaces } from "../analyseFiles.ts";
import type { DiscoveredFile } from "../discovery/discoverFiles.ts";
import { type ConfigText, readConfigFile } from "../readConfigFile.ts";
import { namedFromHere } from "../workspaceRoot.ts";
import type { Asked, CheckedConfig, CheckedOutcome, DocumentReport } from "./CheckedOutcome.ts";

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

  /** As `check`, with the text of the file. */
  async checkText(path: string, read: ConfigText, named: boolean): Promise<CheckedOutcome> {
    if (read.kind === "unfit" && !named) return { kind: "skipped", path };
    if (read.kind !== "text") return { kind: "unusable", path, problem: `${path}: ${read.because}` };
    if (!named && read.text.includes("\u0000")) return { kind: "skipped", path };
    try {
      const { severities, asked } = this.#settings;
      const result = await analyseFile(path, read.text, this.#workspaces, severities);
      return result.ok
        ? outcomeOf(result, asked, named)
        : { kind: "unusable", path, problem: result.problem };
    } catch (error) {
      const because = error instanceof Error ? error.message : String(error);
      return {
        kind: "unusable",
        path,
        problem: `${path}: Bitlaw failed on this file; please report it with the file: ${because}`,
      };
    }
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
    file: reportChecked(path, analysis, { fixes: asked.fixes, pathOf }),
    elsewhere: findingsElsewhere(analysed, pathOf),
    projectFailures: projectFailures(analysis).map(({ path: file, text }) => ({
      path: pathOf(file),
      problem: `${pathOf(file)}${text}`,
    })),
    reports: asked.reports ? documentReports(path, analysis, pathOf) : [],
  };
}

function findingsElsewhere(
  { path, analysis, place }: AnalysedFile,
  pathOf: (file: string) => string,
): CheckedConfig["elsewhere"] {
  const rangeOf = rangesIn(path, analysis, pathOf);
  return Array.from(companionFindings(analysis.findings, place.path)).flatMap(([file, findings]) => {
    const answer = analysis.reads.get(file);
    const text = answer?.kind === "file" ? answer.file.text : "";
    return findings.map(({ rule, severity, message, span, related }) => {
      const { path: _, ...range } = rangeOf({ ...span, file });
      const finding: CheckedFinding = {
        rule,
        severity,
        message,
        ...range,
        source: text.slice(span.start, span.end),
        // The config itself, whose text an analysis does not have among the files that it read.
        related: related.map((one) => ({
          ...rangeOf({ start: one.span.start, end: one.span.end }),
          message: one.message,
        })),
        fixes: [],
      };
      return { file: join(place.root, file), finding };
    });
  });
}

function documentReports(
  path: string,
  analysis: Analysis,
  pathOf: (file: string) => string,
): readonly DocumentReport[] {
  const document = TextDocument.create(path, analysis.language, 0, analysis.text);
  const whole = { start: 0, end: analysis.text.length };
  return fileReports(path, analysis, pathOf).map((report, i) => ({
    report,
    range: rangeIn(document, analysis.assessments[i]?.config.document.root.span ?? whole),
  }));
}
