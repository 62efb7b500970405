import { type Accelerator, hardwareNamed, hardwareNames, supportsFormat } from "../../config/run/hardware.ts";
import { parseQuantity, parseSpeedup } from "../../config/run/quantity.ts";
import type { PlannedRun } from "../../lint/assessment/decideFormats.ts";
import { BF16, FLOAT_FORMATS } from "../../lint/assessment/standardFormats.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { nearestName } from "../../science/nearestNames.ts";
import type { PredictOptions } from "./PredictOptions.ts";
import { plannedModel } from "./plannedModel.ts";
import { formatNamed, listOf, optional, orRefusal, Refusal, unlessRefused } from "./readOptions.ts";

/** What is asked about training, once the options have been read. */
export interface TrainingQuestion {
  readonly run: PlannedRun;
  /** The released model whose sizes they are. */
  readonly model?: string;
  readonly worldSize: number | undefined;
  /** Options that cannot be used, without which the rest goes on. */
  readonly notes: readonly string[];
}

const MOST_ACCELERATORS = 1e7;

/** The run that the options describe, or why there is none. */
export function plannedRun(options: PredictOptions): TrainingQuestion | string {
  return orRefusal(() => questionOf(options));
}

function questionOf(options: PredictOptions): TrainingQuestion {
  const notes: string[] = [];
  const { name, parameters, activeParameters, tokens } = plannedModel(options, notes);
  if (options.method !== undefined)
    notes.push("--method is how weights are quantized after training; name the format with --quantize.");
  const usable = <T>(text: string | undefined, read: (text: string) => T) =>
    optional(text, (given) => unlessRefused(notes, () => read(given)));
  const hardware = usable(options.hardware, accelerator);
  const formats =
    options.formats === undefined
      ? usualFormats(hardware)
      : listOf(options.formats).flatMap((one) => usable(one, trainingFormat) ?? []);
  if (formats.length === 0)
    throw new Refusal(notes.at(-1) ?? "--formats names no format; write names such as nvfp4,bf16.");
  const speedups = usable(options.speedup, (text) => readSpeedups(text, formats, notes));
  const worldSize = usable(options.worldSize, readWorldSize);
  return {
    run: {
      parameters,
      tokens,
      formats: formats.filter(({ name }, i) => formats.findIndex((one) => one.name === name) === i),
      noise: options.noise,
      ...(activeParameters === undefined ? {} : { activeParameters }),
      ...(hardware ? { hardware } : {}),
      ...(speedups ? { speedups } : {}),
    },
    ...(name === undefined ? {} : { model: name }),
    worldSize,
    notes,
  };
}

function readWorldSize(text: string): number {
  const value = parseQuantity(text);
  if (value !== undefined && Number.isInteger(value) && value <= MOST_ACCELERATORS) return value;
  throw new Refusal(`--world-size is “${text}”: write a whole number of accelerators, such as 256.`);
}

function accelerator(name: string): Accelerator {
  const known = hardwareNamed(name);
  if (known) return known;
  const near = nearestName(name, hardwareNames());
  throw new Refusal(
    `--hardware: there is no accelerator ${name} in the table${near === undefined ? `; it has ${hardwareNames().join(", ")}` : `; is it ${near}?`}`,
  );
}

function trainingFormat(name: string): NumberFormat {
  const format = formatNamed("--formats", name);
  if (format.bits > 16)
    throw new Refusal(`--formats: ${format.name} is wider than BF16, which the others are held against.`);
  return format;
}

function usualFormats(hardware: Accelerator | undefined): readonly NumberFormat[] {
  const usual = FLOAT_FORMATS.filter((format) => !hardware || supportsFormat(hardware, format));
  return usual.some(({ name }) => name === BF16.name) ? usual : [BF16, ...usual];
}

/** "1.35" is of all formats that are narrower than BF16, "nvfp4=1.5,mxfp8=1.2" of each its own. */
function readSpeedups(
  text: string,
  formats: readonly NumberFormat[],
  notes: string[],
): ReadonlyMap<string, number> {
  const narrow = formats.filter(({ bits }) => bits < 16);
  if (!text.includes("=")) {
    const value = speedup(text);
    return new Map(narrow.map(({ name }) => [name, value] as const));
  }
  const entries = listOf(text).flatMap((entry) => {
    const one = unlessRefused(notes, () => speedupOfOne(entry, narrow));
    return one ? [one] : [];
  });
  return new Map(entries);
}

function speedupOfOne(entry: string, narrow: readonly NumberFormat[]): readonly [string, number] {
  const [name = "", value = ""] = entry.split("=");
  const format = formatNamed("--speedup", name.trim());
  if (!narrow.some((one) => one.name === format.name))
    throw new Refusal(`--speedup names ${format.name}, which is not among the narrow ones of --formats.`);
  return [format.name, speedup(value)];
}

function speedup(text: string): number {
  const value = parseSpeedup(text);
  if (value !== undefined) return value;
  throw new Refusal(
    `--speedup is “${text.trim()}”: write times as fast as BF16, a number above zero such as 1.35, or one for each format, such as nvfp4=1.5.`,
  );
}
