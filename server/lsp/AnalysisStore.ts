import type { TextDocument } from "vscode-languageserver-textdocument";
import { languageOf } from "../config/document/languageOf.ts";
import type { Analysis } from "../lint/Analysis.ts";
import { analyse, analyseWithFiles } from "../lint/analyse.ts";
import { companionFindings } from "../lint/companionFindings.ts";
import type { Finding } from "../lint/Finding.ts";
import { NO_PROJECT_LAWS, type ProjectLaws } from "../lint/project/ProjectLaws.ts";
import type { LawFileProblem } from "../lint/project/SchemaFailure.ts";
import { type ProjectFailure, projectFailures } from "../lint/report/settings/projectFailures.ts";
import { publishedLaws } from "../science/lawFiles/publishedLaws.ts";
import type { EditorSettings } from "./settings.ts";
import { type DocumentPlace, isLawOf, uriBelow, type Workspaces } from "./Workspaces.ts";

interface Cached {
  readonly version: number;
  readonly settings: EditorSettings;
  readonly analysis: Analysis;
  readonly place: DocumentPlace | undefined;
  readonly laws: ProjectLaws;
  /** Findings for other files, by URI. */
  readonly elsewhere: ReadonlyMap<string, readonly Finding[]>;
}

/** Called with the files of a workspace that are not used, after each analysis until they are corrected. */
export interface UnusedFilesListener {
  lawFiles(problems: readonly LawFileProblem[]): void;
  projectFiles(failures: readonly ProjectFailure[], place: DocumentPlace): void;
}

/** One analysis per document version, settings and companions, shared by every feature. */
export class AnalysisStore {
  readonly #cache = new Map<string, Cached>();
  readonly #workspaces: Workspaces;
  readonly #unused: UnusedFilesListener;

  constructor(workspaces: Workspaces, unused: UnusedFilesListener) {
    this.#workspaces = workspaces;
    this.#unused = unused;
  }

  /** The analysis of a document with its text when the promise settles; immediately if every companion is known. */
  async get(
    current: () => TextDocument | undefined,
    settings: EditorSettings,
  ): Promise<Analysis | undefined> {
    for (let document = current(); document; document = current()) {
      const cached = this.#cache.get(document.uri);
      if (cached && isFresh(cached, document, settings)) return cached.analysis;
      const analysis = await this.#analyse(document, settings);
      if (current()?.version === document.version) return analysis;
    }
    return undefined;
  }

  /** Findings that the configs in the store have for another file. */
  findingsFor(uri: string): readonly Finding[] {
    return [...this.#cache.values()].flatMap(({ elsewhere }) => elsewhere.get(uri) ?? []);
  }

  /** The documents whose analysis depends on a file. */
  dependents(uri: string): readonly string[] {
    return Array.from(this.#cache).flatMap(([dependent, { analysis, place }]) =>
      place &&
      (isLawOf(place, uri) ||
        [...analysis.reads.keys()].some((path) => uriBelow(place.root, path) === uri) ||
        [...analysis.listings.keys()].some((folder) => folderUri(place.root, folder) === parentOf(uri)))
        ? [dependent]
        : [],
    );
  }

  /** The other files that a document's analysis has findings for. */
  companionsOf(uri: string): readonly string[] {
    return [...(this.#cache.get(uri)?.elsewhere.keys() ?? [])];
  }

  forget(uri: string): void {
    this.#cache.delete(uri);
  }

  async #analyse(document: TextDocument, settings: EditorSettings): Promise<Analysis> {
    const { uri, version } = document;
    const text = document.getText();
    const language = languageOf(uri, text, document.languageId);
    const place = this.#workspaces.placeOf(uri);
    // Does not wait if everything is known, so that a keystroke needs no turn of the event loop.
    const own = place ? (place.laws.peek() ?? (await place.laws.load())) : NO_PROJECT_LAWS;
    this.#unused.lawFiles(own.problems);
    const { rules: severities, enable: _, ...overlay } = settings;
    const options = { ...overlay, severities, laws: [...own.laws, ...publishedLaws] };
    const analysis = place
      ? await analyseWithFiles(text, language, { ...options, files: place.files, path: place.path })
      : analyse(text, language, options);
    if (place && analysis.project) this.#unused.projectFiles(projectFailures(analysis), place);
    this.#cache.set(uri, {
      version,
      settings,
      analysis,
      place,
      laws: own,
      elsewhere: findingsElsewhere(analysis, place),
    });
    return analysis;
  }
}

function findingsElsewhere({ findings }: Analysis, place: DocumentPlace | undefined): Cached["elsewhere"] {
  if (place === undefined) return new Map();
  const byPath = companionFindings(findings, place.path);
  return new Map(Array.from(byPath, ([path, found]) => [uriBelow(place.root, path), found]));
}

function folderUri(root: string, folder: string): string {
  return folder === "" ? root : uriBelow(root, folder);
}

function parentOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf("/"));
}

/** Whether everything that the analysis depends on is unchanged. */
function isFresh(
  { version, settings, analysis, place, laws }: Cached,
  document: TextDocument,
  now: EditorSettings,
): boolean {
  if (version !== document.version || settings !== now) return false;
  if (place && place.laws.peek() !== laws) return false;
  if (Array.from(analysis.listings).some(([folder, names]) => place?.files.peekFolder(folder) !== names))
    return false;
  return Array.from(analysis.reads).every(([path, answer]) => {
    const known = place?.files.peek(path);
    return answer?.kind === "file" && known?.kind === "file" ? answer.file === known.file : answer === known;
  });
}
