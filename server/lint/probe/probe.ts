import type { ProbeRun } from "../../config/companions/ProbeManifest.ts";
import { type KeyReadings, spelling } from "../../config/dialect/readKey.ts";
import { optionalNumber } from "../../config/run/factReader.ts";
import type { TrainingConfig } from "../../config/run/TrainingConfig.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import {
  type Combination,
  MOST_SIBLINGS,
  type ProbeFile,
  type ProbeRefusal,
  type ProbeRequest,
  type ProbeResult,
  type ProbeSource,
} from "./ProbeRequest.ts";
import { probedRun } from "./probedRun.ts";
import { probeFormats, type WritableFormat } from "./probeFormats.ts";
import { siblingName } from "./siblingName.ts";
import { type SiblingOutputs, siblingOutputs } from "./siblingOutputs.ts";
import { verifySibling } from "./verifySibling.ts";
import { writeSibling } from "./writeSibling.ts";

/**
 * Sibling configs of a run, seed × learning rate × format, as texts with a manifest; or why there are none. Every text
 * has been read again and is the run that its name says. What cannot be written is refused by name, the rest is there.
 */
export async function probe(source: ProbeSource, request: ProbeRequest): Promise<ProbeResult> {
  const found = probedRun(source);
  if (!found.ok) return { ...found, refused: [] };
  const { config } = found.probed;
  const { formats, refused } = probeFormats(found.probed, request.formats);
  const wanted = combinations(
    request,
    found.probed,
    formats.map(({ format }) => format),
  );
  if (wanted.length > MOST_SIBLINGS)
    return {
      ok: false,
      because: `That would be ${wanted.length} configs; at most ${MOST_SIBLINGS} are written at once.`,
      refused,
    };
  const places = siblingOutputs(config);
  const siblings: Sibling[] = [];
  const failed: ProbeRefusal[] = [];
  for (const combination of wanted) {
    const format = formats.find((one) => one.format.name === combination.format);
    const sibling = format && (await siblingOf(source, config, combination, format, places));
    if (sibling && "text" in sibling) siblings.push(sibling);
    else if (sibling) failed.push(sibling);
  }
  const all = [...refused, ...mergeRefusals(failed, wanted, source.name)];
  if (siblings.length === 0)
    return { ok: false, because: "None of the configs can be written.", refused: all };
  const runs = siblings.map(({ run }) => run);
  return {
    ok: true,
    files: siblings.map(({ run, text }) => ({ name: run.file, text })),
    manifest: { version: 1, config: source.name, runs },
    refused: all,
    notes: [...places.notes, ...notesOn(config, runs)],
  };
}

interface Sibling extends Pick<ProbeFile, "text"> {
  readonly run: ProbeRun;
}

async function siblingOf(
  source: ProbeSource,
  config: TrainingConfig,
  combination: Combination,
  format: WritableFormat,
  places: SiblingOutputs,
): Promise<Sibling | ProbeRefusal> {
  const file = siblingName(source.name, combination);
  const written = writeSibling(config, combination, format, places);
  if (!written.ok) return { what: file, because: written.because };
  const after = await source.analyse(written.text);
  const because = verifySibling(source.analysis, after, combination, written.keys);
  if (because !== undefined) return { what: file, because };
  const readings = after.assessments[0]?.config.readings;
  const output = {
    ...textOf(readings, "outputDirectory"),
    ...textOf(readings, "runName"),
  };
  return { run: { file, ...combination, ...output }, text: written.text };
}

function textOf(readings: KeyReadings | undefined, key: "outputDirectory" | "runName"): Partial<ProbeRun> {
  const word = readings?.dialect.keys[key] && readings.isStated(key) ? readings.word(key) : undefined;
  return typeof word === "string" ? { [key]: word } : {};
}

/** One refusal for a format of which no sibling can be written, all for the same reason. */
function mergeRefusals(
  failed: readonly ProbeRefusal[],
  wanted: readonly Combination[],
  config: string,
): readonly ProbeRefusal[] {
  const formats = [...new Set(wanted.map(({ format }) => format))];
  return formats.flatMap((format) => {
    const names = wanted.filter((one) => one.format === format).map((one) => siblingName(config, one));
    const own = failed.filter(({ what }) => names.includes(what));
    const [first] = own;
    const alike = own.length === names.length && own.every(({ because }) => because === first?.because);
    return first && alike ? [{ what: format, because: first.because }] : own;
  });
}

function notesOn(config: TrainingConfig, runs: readonly ProbeRun[]): readonly string[] {
  const floor = optionalNumber(config, "minimumLearningRate");
  const below = floor ? runs.filter(({ learningRate }) => learningRate < floor.value) : [];
  const files = [...config.references.keys()];
  return [
    ...(floor && below.length > 0
      ? [
          `\`${spelling(config.readings, "minimumLearningRate")}\` stays at ${floor.value}, above the learning rate of ${below.length} of the configs.`,
        ]
      : []),
    ...(files.length > 0
      ? [
          `The configs refer to ${files.map((file) => `\`${file}\``).join(", ")} as the original does: start them from the same folder.`,
        ]
      : []),
  ];
}

/** Digits of a learning rate that count: 3e-4 × 3 is 9e-4, not 8.999999999999999e-4. */
const DIGITS = 12;

/** Every format with every learning rate with every seed, in that order. A repeated one counts once. */
function combinations(
  { seeds, lrFactors }: ProbeRequest,
  own: { readonly seed: number | undefined; readonly learningRate: number },
  formats: readonly NumberFormat[],
): readonly Combination[] {
  const rates = lrFactors.map((factor) => Number((own.learningRate * factor).toPrecision(DIGITS)));
  return formats.flatMap(({ name }) =>
    [...new Set(rates)].flatMap((learningRate) =>
      seedsFrom(seeds, own.seed).map((seed) => ({ seed, learningRate, format: name })),
    ),
  );
}

/** A count goes up from the config's own seed, so that a run of the config itself is one of them. */
function seedsFrom(seeds: ProbeRequest["seeds"], own: number | undefined): readonly number[] {
  if (typeof seeds !== "number") return [...new Set(seeds)];
  return Array.from({ length: seeds }, (_, i) => (own ?? 1) + i);
}
