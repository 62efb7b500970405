import type { ProbeManifest } from "../../config/companions/ProbeManifest.ts";
import type { Analysis } from "../Analysis.ts";

/** The siblings of a config that a person asks for: every combination of these seeds, learning rates and formats. */
export interface ProbeRequest {
  /** How many seeds, counted from the config's own; or the seeds themselves. */
  readonly seeds: number | readonly number[];
  /** Factors of the config's own learning rate. */
  readonly lrFactors: readonly number[];
  /** Names of formats, as `parseNumberFormat` reads them; the config's own and BF16 where nothing is said. */
  readonly formats?: readonly string[] | undefined;
}

/** The config from which siblings are made. */
export interface ProbeSource {
  /** Name of its file, without folders. */
  readonly name: string;
  readonly analysis: Analysis;
  /** Whether the siblings are to be in the config's own folder. */
  readonly inOwnFolder: boolean;
  /** Reads a text as it would be read in the siblings' folder. */
  analyse(text: string): Promise<Analysis>;
}

/** The seed, learning rate and format of one sibling. */
export interface Combination {
  readonly seed: number;
  readonly learningRate: number;
  /** Canonical name of the format. */
  readonly format: string;
}

export interface ProbeFile {
  readonly name: string;
  readonly text: string;
}

/** Formats or siblings that are not written, and why. */
export interface ProbeRefusal {
  /** A format's name, or the name of a sibling's file. */
  readonly what: string;
  /** A sentence without its full stop. */
  readonly because: string;
}

export type ProbeResult =
  | { readonly ok: false; readonly because: string; readonly refused: readonly ProbeRefusal[] }
  | {
      readonly ok: true;
      readonly files: readonly ProbeFile[];
      readonly manifest: ProbeManifest;
      readonly refused: readonly ProbeRefusal[];
      /** What a person should know before the runs start, in sentences. */
      readonly notes: readonly string[];
    };

/** More siblings than this are a typing mistake. */
export const MOST_SIBLINGS = 500;
