import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { manifestText, PROBE_MANIFEST } from "../../config/companions/ProbeManifest.ts";
import type { Analysis } from "../../lint/Analysis.ts";
import { analyseWithFiles } from "../../lint/analyse.ts";
import {
  type FolderContent,
  findFolderConflict,
  leftoverFiles,
  shortNameList,
} from "../../lint/probe/findFolderConflict.ts";
import type { ProbeRefusal, ProbeRequest, ProbeSource } from "../../lint/probe/ProbeRequest.ts";
import { probe } from "../../lint/probe/probe.ts";
import { probeFolder } from "../../lint/probe/probedRun.ts";
import { siblingName } from "../../lint/probe/siblingName.ts";
import { type AnalysedFile, analyseFile } from "../analysis/analyseFile.ts";
import { DiskWorkspaces } from "../disk/DiskWorkspaces.ts";
import { diskWorkspace } from "../disk/diskWorkspace.ts";
import { readConfigFile } from "../disk/readConfigFile.ts";
import { type Output, refuse, writeJson } from "../terminal/Output.ts";
import { probeJson, probeText } from "./probeText.ts";
import { folderContent, writeFiles } from "./writeFiles.ts";

/** The options of `bitlaw probe`. */
export interface ProbeOptions {
  readonly seeds: ProbeRequest["seeds"];
  readonly lrFactors: readonly number[];
  readonly formats?: readonly string[];
  readonly out?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly format: "text" | "json";
}

/**
 * `bitlaw probe`. The exit code is 2 where nothing can be written, 1 where some of the configs cannot be, else 0. All of
 * the files are written, or none where one is in the way.
 */
export async function probeFile(path: string, options: ProbeOptions, output: Output): Promise<number> {
  const read = readConfigFile(path);
  if (read.kind !== "text") return refuse(output, `${path}: ${read.because}`);
  const file = await analyseFile(path, read.text, new DiskWorkspaces());
  if (file.kind === "unusable") return refuse(output, file.problem);
  const folder = options.out ?? join(dirname(path), probeFolder(basename(path), file.analysis));
  const result = await probe(sourceOf(file, folder), options);
  if (!result.ok)
    return refuse(output, `${path}: ${result.because}`, ...result.refused.map((one) => refusalLine(one)));
  const names = result.files.map(({ name }) => name);
  const content = await folderContent(folder);
  if (typeof content === "string") return refuse(output, `${folder}: ${content}`);
  const inTheWay = reasonAgainst(content, names, options.force === true);
  if (inTheWay !== undefined) return refuse(output, `${folder}: ${inTheWay}`);
  if (options.dryRun !== true) {
    const manifest = { name: PROBE_MANIFEST, text: manifestText(result.manifest) };
    const problem = await writeFiles(folder, [...result.files, manifest]);
    if (problem !== undefined) return refuse(output, `${folder}: ${problem}`);
  }
  const left = leftoverFiles(content, names);
  const notes = [
    ...result.notes,
    ...(left.length > 0
      ? [
          `${shortNameList(left)} of an earlier probe ${left.length === 1 ? "stays, and is" : "stay, and are"} no longer in the manifest.`,
        ]
      : []),
  ];
  const outcome = { folder, written: options.dryRun !== true, result, notes };
  if (options.format === "json") writeJson(probeJson(outcome), output);
  else output.out(probeText(path, outcome, output.style));
  for (const one of result.refused) output.error(`${refusalLine(one)}\n`);
  return result.refused.length > 0 ? 1 : 0;
}

function sourceOf({ path, analysis, place }: AnalysedFile, folder: string): ProbeSource {
  const name = basename(path);
  const inOwnFolder = resolve(folder) === resolve(dirname(path));
  const { files } = diskWorkspace(place.root);
  const there = relative(place.root, join(resolve(folder), siblingName(name, EXAMPLE)))
    .split(sep)
    .join("/");
  // Outside of the workspace nothing is read, so the text is read as if it stood in the place of the original.
  const at = there.startsWith("../") ? place.path : there;
  const options = { ...analysis.options, files, path: at };
  return {
    name,
    analysis,
    inOwnFolder,
    analyse: (text): Promise<Analysis> => analyseWithFiles(text, analysis.language, options),
  };
}

/** Any sibling: they are all in the same folder. */
const EXAMPLE = { seed: 1, learningRate: 1, format: "bf16" };

function reasonAgainst(content: FolderContent, names: readonly string[], force: boolean): string | undefined {
  const found = findFolderConflict(content, names);
  if (found.kind === "foreign") return `${found.because}. Name another folder with --out.`;
  if (found.kind === "free" || force) return undefined;
  return `${shortNameList(found.names)} of an earlier probe ${found.names.length === 1 ? "is" : "are"} there: replace with --force, or name another folder with --out.`;
}

function refusalLine({ what, because }: ProbeRefusal): string {
  return `${what} is left out: ${because}.`;
}
