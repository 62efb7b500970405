import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Analysis } from "../lint/Analysis.ts";
import { analyseWithFiles } from "../lint/analyse.ts";
import { type FolderContent, leftOver, occupied, some } from "../lint/probe/occupied.ts";
import {
  MANIFEST_NAME,
  manifestText,
  type ProbeRefusal,
  type ProbeRequest,
  type ProbeResult,
  type ProbeSource,
} from "../lint/probe/ProbeRequest.ts";
import { probe } from "../lint/probe/probe.ts";
import { probeFolder } from "../lint/probe/probeSubject.ts";
import { siblingName } from "../lint/probe/siblingName.ts";
import type { Style } from "../lint/report/Style.ts";
import { type AnalysedFile, analyseFiles } from "./disk/analyseFiles.ts";
import { diskWorkspace } from "./disk/diskWorkspace.ts";
import { reasonOf } from "./disk/reasonOf.ts";
import type { Output } from "./Output.ts";

/** The options of `bitlaw probe`. */
export interface ProbeCommand {
  readonly seeds: ProbeRequest["seeds"];
  readonly lrFactors: readonly number[];
  readonly formats?: readonly string[];
  readonly out?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly format: "text" | "json";
}

/** What became of a probe, for the report. */
export interface ProbeOutcome {
  readonly folder: string;
  readonly written: boolean;
  readonly result: Extract<ProbeResult, { readonly ok: true }>;
  readonly notes: readonly string[];
}

/**
 * `bitlaw probe`. The exit code is 2 where nothing can be written, 1 where some of the configs cannot be, else 0. All of
 * the files are written, or none where one is in the way.
 */
export async function probeFile(path: string, command: ProbeCommand, output: Output): Promise<number> {
  const [file] = (await analyseFiles([path])).filter((result) => result.path === path);
  if (file === undefined || !file.ok) return refuse(output, [file?.problem ?? `${path}: it cannot be read`]);
  const folder = command.out ?? join(dirname(path), probeFolder(basename(path), file.analysis));
  const result = await probe(sourceOf(file, folder), command);
  if (!result.ok)
    return refuse(output, [`${path}: ${result.because}`, ...result.refused.map((one) => refusalLine(one))]);
  const names = result.files.map(({ name }) => name);
  const content = await folderContent(folder);
  if (typeof content === "string") return refuse(output, [`${folder}: ${content}`]);
  const inTheWay = reasonAgainst(content, names, command.force === true);
  if (inTheWay !== undefined) return refuse(output, [`${folder}: ${inTheWay}`]);
  if (command.dryRun !== true) {
    const manifest = { name: MANIFEST_NAME, text: manifestText(result.manifest) };
    const problem = await writeFiles(folder, [...result.files, manifest]);
    if (problem !== undefined) return refuse(output, [`${folder}: ${problem}`]);
  }
  const left = leftOver(content, names);
  const notes = [
    ...result.notes,
    ...(left.length > 0
      ? [
          `${some(left)} of an earlier probe ${left.length === 1 ? "stays, and is" : "stay, and are"} no longer in the manifest.`,
        ]
      : []),
  ];
  const outcome = { folder, written: command.dryRun !== true, result, notes };
  output.out(command.format === "json" ? probeJson(outcome) : probeText(path, outcome, output.style));
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

/** Any sibling: they all stand in the same folder. */
const EXAMPLE = { seed: 1, learningRate: 1, format: "bf16" };

function reasonAgainst(content: FolderContent, names: readonly string[], force: boolean): string | undefined {
  const found = occupied(content, names);
  if (found.kind === "foreign") return `${found.because}. Name another folder with --out.`;
  if (found.kind === "free" || force) return undefined;
  return `${some(found.names)} of an earlier probe ${found.names.length === 1 ? "is" : "are"} there: replace with --force, or name another folder with --out.`;
}

function probeJson({ folder, written, result, notes }: ProbeOutcome): string {
  const { manifest, refused } = result;
  return `${JSON.stringify({ version: 1, folder, written, manifest, refused, notes }, null, 2)}\n`;
}

function refusalLine({ what, because }: ProbeRefusal): string {
  return `${what} is left out: ${because}.`;
}

function refuse(output: Output, lines: readonly string[]): number {
  for (const line of lines) output.error(`${line}\n`);
  return 2;
}

/** What was written, as a person reads it: one line a config, then what to know before the runs start. */
function probeText(path: string, { folder, written, result, notes }: ProbeOutcome, style: Style): string {
  const { config: _, runs } = result.manifest;
  const verb = written ? "Wrote" : "Would write";
  const lines = runs.map(({ file, outputDirectory, runName }) => {
    if (outputDirectory !== undefined) return `  ${file}  ${style.faint(`writes to ${outputDirectory}`)}`;
    return runName === undefined ? `  ${file}` : `  ${file}  ${style.faint(`named ${runName}`)}`;
  });
  return [
    style.strong(
      `${verb} ${runs.length} ${runs.length === 1 ? "config" : "configs"} for ${path} in ${join(folder, "/")}`,
    ),
    ...lines,
    ...notes.map((note) => `Note: ${note}`),
    "",
  ].join("\n");
}

/**
 * Writes files into a folder that is made where it is missing. All texts are on disk before the first of them takes its
 * name, so that a full disk leaves the folder as it was. Why they could not be written, where they could not.
 */
async function writeFiles(
  folder: string,
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<string | undefined> {
  const unfinished = files.map(({ name }) => join(folder, `${name}.${process.pid}.part`));
  try {
    await mkdir(folder, { recursive: true });
    for (const [i, { text }] of files.entries()) await writeFile(unfinished[i] ?? "", text, { flag: "wx" });
    for (const [i, { name }] of files.entries()) await rename(unfinished[i] ?? "", join(folder, name));
    return undefined;
  } catch (error) {
    for (const path of unfinished) await rm(path, { force: true }).catch(() => undefined);
    return `the configs could not be written: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** What stands in a folder, which need not be there; or why it cannot be one. */
async function folderContent(folder: string): Promise<FolderContent | string> {
  try {
    const names = new Set(await readdir(folder));
    const manifest = names.has(MANIFEST_NAME)
      ? await readFile(join(folder, MANIFEST_NAME), "utf8")
      : undefined;
    return { names, manifest };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") return { names: new Set(), manifest: undefined };
    return code === "ENOTDIR" ? "this is a file, or lies below one; name a folder" : reasonOf(error);
  }
}
