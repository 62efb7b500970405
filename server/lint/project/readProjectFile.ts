import { type ConfigDocument, locate } from "../../config/document/ConfigDocument.ts";
import type { ConfigNode, MapNode, Span } from "../../config/document/ConfigNode.ts";
import { type Duplicate, duplicateEntries } from "../../config/document/duplicateEntries.ts";
import { languageOf } from "../../config/document/languageOf.ts";
import { parseConfig } from "../../config/document/parseConfig.ts";
import type { WorkspaceFile } from "../../config/workspace/Workspace.ts";
import { memoized } from "../../science/numerics/memoized.ts";
import { FilePatterns, unusablePattern } from "./FilePatterns.ts";
import type {
  ForFiles,
  ProjectFile,
  ProjectLayer,
  ProjectProblem,
  ProjectSetting,
  ProjectSuppression,
} from "./ProjectFile.ts";
import { projectProblems } from "./projectProblems.ts";
import { type LayerReader, readLayer } from "./readLayer.ts";
import { itemsIn, plainValue, textOf, textsIn } from "./sections.ts";
import { suppressionEntry } from "./suppressionEntry.ts";

/** More problems of one file than this are not shown: the first ones explain the rest. */
const MOST_PROBLEMS = 100;

/**
 * Reads a project file, again only when its text changes. Never throws: what cannot be read is a problem in the result.
 */
export const readProjectFile = memoized(parseProjectFile);

function parseProjectFile({ path, text }: WorkspaceFile): ProjectFile {
  const nothing = { path, extends: [], layers: [], ignore: [], suppressions: [] };
  const broken = (span: Span, message: string): ProjectFile => ({
    ...nothing,
    problems: [{ span: { ...span, file: path }, message, suggestions: [] }],
  });
  const parsed = parseConfig(text, languageOf(path, text), { file: path });
  if (!parsed.ok) return broken(parsed.failure.span, parsed.failure.message);
  const [document, second] = parsed.documents;
  // An empty file, or one with comments only, says nothing: the settings further up do not count.
  if (document === undefined) return { ...nothing, problems: [] };
  if (second) return broken(second.root.span, "A project file holds one document: remove the others.");
  const { root } = document;
  if (root.kind === "scalar" && root.text === "") return { ...nothing, problems: [] };
  if (document.nonStandardJson) {
    const { span, what, advice } = document.nonStandardJson;
    return broken(span, `${what} is not JSON. ${advice}.`);
  }
  if (root.kind !== "map") return broken(root.span, "A project file is a map of settings, such as `rules:`.");
  const plain = plainValue(root, document.language);
  if (plain === undefined)
    return broken({ start: 0, end: 0 }, "The file holds too many values to be a project file.");
  const problems = [...duplicateEntries(root).map(duplicate), ...projectProblems(plain.value, document)];
  return contentOf(path, document, root, problems);
}

/** Of equal keys the last one counts, and nothing would say so. */
function duplicate({ entry }: Duplicate): ProjectProblem {
  const message = `\`${entry.key}\` stands again further down, and only that counts: keep one of them.`;
  return { span: entry.keySpan, message, suggestions: [] };
}

function contentOf(
  path: string,
  document: ConfigDocument,
  root: MapNode,
  found: readonly ProjectProblem[],
): ProjectFile {
  const problems = [...found];
  const { language } = document;
  const reader: LayerReader = { language, problems };
  const overrides = maps(itemsIn(root, "overrides")).flatMap((node): ForFiles<ProjectLayer>[] => {
    const files = usablePatterns(path, textsIn(node, "files", language)?.texts ?? [], reader);
    return files === undefined ? [] : [{ files, content: readLayer(node, reader) }];
  });
  const suppressions = maps(itemsIn(root, "suppressions")).flatMap((node): ForFiles<ProjectSuppression>[] => {
    const { files: written, rules, ...rest } = suppressionEntry(node, language);
    const files = written && usablePatterns(path, written, reader);
    if (rules.length === 0 || (written !== undefined && files === undefined)) return [];
    return [{ files, content: { ...rest, rules: rules.map(({ value }) => value), at: node.span } }];
  });
  const each = textsIn(root, "ignore", language)?.texts ?? [];
  const ignored = usablePatterns(path, each, reader);
  const at = locate(root, ["ignore"])?.entry?.keySpan ?? root.span;
  return {
    path,
    extends: extended(root, reader),
    layers: [{ files: undefined, content: readLayer(root, reader) }, ...overrides],
    ignore: ignored ? [{ value: ignored, at, each }] : [],
    suppressions,
    problems: firstAtEachPlace(problems).slice(0, MOST_PROBLEMS),
  };
}

/** In the order of the text; of two at the same place the first one made says enough. */
function firstAtEachPlace(problems: readonly ProjectProblem[]): readonly ProjectProblem[] {
  const byPlace = new Map<string, ProjectProblem>();
  for (const problem of problems) {
    const place = `${problem.span.start} ${problem.span.end}`;
    if (!byPlace.has(place)) byPlace.set(place, problem);
  }
  return [...byPlace.values()].sort((a, b) => a.span.start - b.span.start);
}

function extended(root: MapNode, { language }: LayerReader): readonly ProjectSetting<string>[] {
  const one = textOf(locate(root, ["extends"])?.node, language);
  return one ? [one] : (textsIn(root, "extends", language)?.texts ?? []);
}

/** The patterns that can be used; undefined where there is none, so that nothing matches by mistake. */
function usablePatterns(
  path: string,
  written: readonly ProjectSetting<string>[],
  reader: LayerReader,
): FilePatterns | undefined {
  const good: string[] = [];
  for (const { value, at } of written) {
    const because = unusablePattern(value);
    if (because === undefined) good.push(value);
    else
      reader.problems.push({
        span: at,
        message: `The pattern \`${value.slice(0, 60)}\` ${because}.`,
        suggestions: [],
      });
  }
  return good.length === 0 ? undefined : new FilePatterns(path, good);
}

function maps(nodes: readonly ConfigNode[]): readonly MapNode[] {
  return nodes.flatMap((node) => (node.kind === "map" ? [node] : []));
}
