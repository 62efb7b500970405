/** The name of the manifest that `bitlaw probe` writes into the folder of the sibling configs. */
export const PROBE_MANIFEST = "bitlaw-probe.json";

/** What ties the siblings together. Schema: schemas/probe.schema.json. */
export interface ProbeManifest {
  readonly version: 1;
  /** Name of the config's file. */
  readonly config: string;
  readonly runs: readonly ProbeRun[];
}

/** A sibling as its manifest names it. */
export interface ProbeRun {
  /** Name of the sibling's file, in the folder of the manifest. */
  readonly file: string;
  readonly seed: number;
  /** Peak learning rate. */
  readonly learningRate: number;
  /** Canonical name of the format. */
  readonly format: string;
  /** Where the run writes, where the config states it. */
  readonly outputDirectory?: string;
  /** What the run is called in its own logs, where the config states it. */
  readonly runName?: string;
}

/** A manifest with only the required fields: people also write and edit manifests by hand. */
export interface PartialManifest {
  /** Left out where the manifest does not come from `bitlaw probe`. */
  readonly config?: string;
  readonly runs: readonly ManifestRun[];
}

export interface ManifestRun {
  /** Its config, from the manifest's folder. */
  readonly file: string;
  readonly seed?: number;
  readonly learningRate?: number;
  /** As it was written. */
  readonly format?: string;
  /** A log file, or the folder of the logs, from the manifest's folder. */
  readonly log?: string;
}

/** Reads the text of a manifest, or says why it is not a manifest. */
export function readManifest(text: string): PartialManifest | { readonly problem: string } {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
  const { version, config, runs } = fieldsOf(content);
  if (version !== 1 || !Array.isArray(runs))
    return { problem: 'a manifest has `"version": 1` and an array `runs`' };
  const read = runs.map(readRun);
  const known = read.filter((run) => run !== undefined);
  if (known.length < read.length)
    return {
      problem: `runs[${read.indexOf(undefined)}] needs a \`file\`, the name of the run's config, as text`,
    };
  return { config: typeof config === "string" ? config : undefined, runs: known };
}

function readRun(value: unknown): ManifestRun | undefined {
  const { file, seed, learningRate, format, log } = fieldsOf(value);
  if (typeof file !== "string" || file === "") return undefined;
  return {
    file,
    seed: typeof seed === "number" ? seed : undefined,
    learningRate: typeof learningRate === "number" ? learningRate : undefined,
    format: typeof format === "string" ? format : undefined,
    log: typeof log === "string" ? log : undefined,
  };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** The text of the manifest file. */
export function manifestText(manifest: ProbeManifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
