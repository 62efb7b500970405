import { LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { manifestText, PROBE_MANIFEST } from "../config/companions/ProbeManifest.ts";
import type { Analysis } from "../lint/Analysis.ts";
import { analyse, analyseWithFiles } from "../lint/analyse.ts";
import { type FolderConflict, findFolderConflict } from "../lint/probe/findFolderConflict.ts";
import type { ProbeFile, ProbeRefusal, ProbeSource } from "../lint/probe/ProbeRequest.ts";
import { probe } from "../lint/probe/probe.ts";
import { probedRun, probeFolder } from "../lint/probe/probedRun.ts";
import { writableFormats } from "../lint/probe/probeFormats.ts";
import { readFactors, readFormats, readSeeds } from "../lint/probe/probeOptions.ts";
import type { Analysed } from "./locationOf.ts";
import { nameOf } from "./locationOf.ts";

/** The command that returns the possible siblings of a config, as `ProbeOptions`. */
export const PROBE_OPTIONS = "bitlaw.server.probeOptions";

/** The command that answers with the texts of siblings, as `ProbeAnswer`. Nothing is written by the server. */
export const PROBE = "bitlaw.server.probe";

/** The one argument of both commands. Texts are as a person types them. */
export interface ProbeArgument {
  readonly uri: string;
  /** `3`, or `1,2,7`. */
  readonly seeds?: string;
  /** `1,3,10`. */
  readonly lrFactors?: string;
  /** `bf16,fp8_e4m3`; without it, the config's own and BF16. */
  readonly formats?: string;
  /** What is in the folder that the siblings are to be written to. */
  readonly there?: { readonly names: readonly string[]; readonly manifest?: string };
}

export interface ProbeOptions {
  /** The folder of the siblings, relative to the config's. */
  readonly folder: string;
  /** The config's own. */
  readonly seed?: number;
  readonly learningRate: number;
  readonly formats: readonly { readonly name: string; readonly label: string; readonly own: boolean }[];
  /** What is wrong with the texts of the argument, for a person. */
  readonly problems: { readonly seeds?: string; readonly lrFactors?: string };
}

export interface ProbeAnswer {
  readonly folder: string;
  /** The siblings, and the manifest behind them. */
  readonly files: readonly ProbeFile[];
  readonly manifest: string;
  readonly occupied: FolderConflict;
  readonly refused: readonly ProbeRefusal[];
  readonly notes: readonly string[];
}

/** Reads the arguments from a client. */
export function probeArgument(command: string, args: readonly unknown[] | undefined): ProbeArgument {
  const [first] = args ?? [];
  if (!isObject(first) || typeof first["uri"] !== "string")
    throw failed(`\`${command}\` takes one argument: { uri, seeds, lrFactors, formats, there }.`);
  const text = (name: "seeds" | "lrFactors" | "formats") => {
    const value = first[name];
    return typeof value === "string" ? { [name]: value } : {};
  };
  const there = first["there"];
  return {
    uri: first["uri"],
    ...text("seeds"),
    ...text("lrFactors"),
    ...text("formats"),
    ...(isObject(there) ? { there: folderOf(there) } : {}),
  };
}

function folderOf({ names, manifest }: Record<string, unknown>): NonNullable<ProbeArgument["there"]> {
  const all = Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
  return { names: all, ...(typeof manifest === "string" ? { manifest } : {}) };
}

/** The possible siblings, or an error whose message a client shows. */
export function probeOptions(
  found: Analysed | undefined,
  { uri, seeds, lrFactors }: ProbeArgument,
): ProbeOptions | ResponseError {
  const name = nameOf(uri);
  if (found === undefined) return failed(`${name} is not open, or Bitlaw is switched off for it.`);
  const run = probedRun(sourceOf(name, found));
  if (!run.ok) return failed(run.because);
  const { seed, learningRate, format } = run.probed;
  const problem = (key: string, read: unknown) => (typeof read === "string" ? { [key]: read } : {});
  return {
    folder: probeFolder(name, found.analysis),
    ...(seed === undefined ? {} : { seed }),
    learningRate,
    formats: distinct(
      writableFormats(run.probed).map(({ format: { name: formatName, label } }) => ({
        name: formatName,
        label,
        own: formatName === format?.value.name,
      })),
    ),
    problems: {
      ...(seeds === undefined ? {} : problem("seeds", readSeeds(seeds))),
      ...(lrFactors === undefined ? {} : problem("lrFactors", readFactors(lrFactors))),
    },
  };
}

/** The texts of the siblings, or an error whose message a client shows. */
export async function probeAnswer(
  found: Analysed | undefined,
  { uri, seeds = "3", lrFactors = "1", formats, there = { names: [] } }: ProbeArgument,
): Promise<ProbeAnswer | ResponseError> {
  const name = nameOf(uri);
  if (found === undefined) return failed(`${name} is not open, or Bitlaw is switched off for it.`);
  const read = {
    seeds: readSeeds(seeds),
    lrFactors: readFactors(lrFactors),
    formats: formats === undefined ? undefined : readFormats(formats),
  };
  if (typeof read.seeds === "string") return failed(`Seeds: ${read.seeds}`);
  if (typeof read.lrFactors === "string") return failed(`Factors of the learning rate: ${read.lrFactors}`);
  if (typeof read.formats === "string") return failed(`Formats: ${read.formats}`);
  const request = { seeds: read.seeds, lrFactors: read.lrFactors, formats: read.formats };
  const result = await probe(sourceOf(name, found), request);
  if (!result.ok)
    return failed(
      [result.because, ...result.refused.map(({ what, because }) => `${what}: ${because}.`)].join(" "),
    );
  const { files, manifest, refused, notes } = result;
  return {
    folder: probeFolder(name, found.analysis),
    files: [...files, { name: PROBE_MANIFEST, text: manifestText(manifest) }],
    manifest: PROBE_MANIFEST,
    occupied: findFolderConflict(
      { names: new Set(there.names), manifest: there.manifest },
      files.map((file) => file.name),
    ),
    refused,
    notes,
  };
}

function sourceOf(name: string, { analysis, place }: Analysed): ProbeSource {
  const folder = probeFolder(name, analysis);
  const inOwnFolder = folder === ".";
  return {
    name,
    analysis,
    inOwnFolder,
    analyse: async (text): Promise<Analysis> => {
      const { options, language } = analysis;
      if (place === undefined) return analyse(text, language, options);
      const own = place.path.split("/").slice(0, -1);
      const path = [...own, ...(inOwnFolder ? [] : [folder]), name].join("/");
      return analyseWithFiles(text, language, { ...options, files: place.files, path });
    },
  };
}

function distinct<T extends { readonly name: string }>(all: readonly T[]): readonly T[] {
  return all.filter(({ name }, i) => all.findIndex((one) => one.name === name) === i);
}

function failed(message: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, message);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
