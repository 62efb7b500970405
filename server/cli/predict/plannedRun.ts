import { type Accelerator, hardwareNamed, hardwareNames, supportsFormat } from "../../config/run/hardware.ts";
import { parseQuantity } from "../../config/run/quantity.ts";
import type { PlannedRun } from "../../lint/assessment/decideFormats.ts";
import { BF16, FLOAT_FORMATS } from "../../lint/assessment/standardFormats.ts";
import type { NumberFormat } from "../../science/formats/NumberFormat.ts";
import { namedFormats } from "../../science/formats/namedFormats.ts";
import { parseNumberFormat } from "../../science/formats/parseNumberFormat.ts";
import { nearestName } from "../../science/nearestNames.ts";

/** The options of `bitlaw predict`. */
export interface PredictOptions {
  readonly parameters: string;
  readonly tokens: string;
  readonly activeParameters?: string;
  readonly formats?: string;
  readonly hardware?: string;
  readonly worldSize?: string;
  readonly speedup?: string;
  readonly noise: number;
  readonly format: "text" | "json" | "markdown";
}

/** What is asked, once the options have been read. */
export interface Question {
  readonly run: PlannedRun;
  readonly worldSize: number | undefined;
}

/** Why an option cannot be used, in one line for a person. */
class Refusal extends Error {}

/** Models of more parameters, and runs of more tokens, are further from every measurement than a law can carry. */
const MOST_PARAMETERS = 1e14;
const MOST_TOKENS = 1e16;
const MOST_ACCELERATORS = 1e7;
/** A format is no more times as fast or slow as BF16 than this. */
const LARGEST_SPEEDUP = 1000;

/** The run that the options describe, or why one of them cannot be used. */
export function plannedRun(options: PredictOptions): Question | string {
  try {
    return questionOf(options);
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

function questionOf(options: PredictOptions): Question {
  const parameters = count("--parameters", options.parameters, MOST_PARAMETERS);
  const tokens = count("--tokens", options.tokens, MOST_TOKENS);
  const active = optional(options.activeParameters, (text) =>
    count("--active-parameters", text, MOST_PARAMETERS),
  );
  if (active !== undefined && active > parameters)
    throw new Refusal("--active-parameters are some of --parameters, so that there are no more of them.");
  const hardware = optional(options.hardware, accelerator);
  const formats =
    options.formats === undefined ? usualFormats(hardware) : listOf(options.formats).map(formatNamed);
  if (formats.length === 0) throw new Refusal("--formats names no format; write names such as nvfp4,bf16.");
  const speedups = optional(options.speedup, (text) => readSpeedups(text, formats));
  return {
    run: {
      parameters,
      tokens,
      formats: formats.filter(({ name }, i) => formats.findIndex((one) => one.name === name) === i),
      noise: options.noise,
      ...(active === undefined ? {} : { activeParameters: active }),
      ...(hardware ? { hardware } : {}),
      ...(speedups ? { speedups } : {}),
    },
    worldSize: optional(options.worldSize, worldSize),
  };
}

function optional<T>(text: string | undefined, read: (text: string) => T): T | undefined {
  return text === undefined ? undefined : read(text);
}

function count(option: string, text: string, most: number): number {
  const value = parseQuantity(text);
  if (value === undefined)
    throw new Refusal(`${option} is “${text}”: write a number above zero, such as 7B or 2T.`);
  if (value > most)
    throw new Refusal(
      `${option} is ${text}: beyond ${most.toExponential(0).replace("e+", "e")} no law says anything.`,
    );
  return value;
}

function worldSize(text: string): number {
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

function formatNamed(name: string): NumberFormat {
  const format = parseNumberFormat(name);
  if (format === undefined) {
    const near = nearestName(
      name,
      namedFormats.map((one) => one.name),
    );
    throw new Refusal(
      `--formats: there is no number format ${name}${near === undefined ? "." : `; is it ${near}?`}`,
    );
  }
  if (format.bits > 16)
    throw new Refusal(`--formats: ${format.name} is wider than BF16, which the others are held against.`);
  return format;
}

function usualFormats(hardware: Accelerator | undefined): readonly NumberFormat[] {
  const usual = FLOAT_FORMATS.filter((format) => !hardware || supportsFormat(hardware, format));
  return usual.some(({ name }) => name === BF16.name) ? usual : [BF16, ...usual];
}

/** "1.35" is of all formats that are narrower than BF16, "nvfp4=1.5,mxfp8=1.2" of each its own. */
function readSpeedups(text: string, formats: readonly NumberFormat[]): ReadonlyMap<string, number> {
  const narrow = formats.filter(({ bits }) => bits < 16);
  if (!text.includes("=")) return new Map(narrow.map(({ name }) => [name, speedup(text)] as const));
  const entries = listOf(text).map((entry) => {
    const [name = "", value = ""] = entry.split("=");
    const format = formatNamed(name.trim());
    if (!narrow.some((one) => one.name === format.name))
      throw new Refusal(`--speedup names ${format.name}, which is not among the narrow ones of --formats.`);
    return [format.name, speedup(value)] as const;
  });
  return new Map(entries);
}

function speedup(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && value >= 1 / LARGEST_SPEEDUP && value <= LARGEST_SPEEDUP) return value;
  throw new Refusal(
    `--speedup is “${text.trim()}”: write times as fast as BF16, a number above zero such as 1.35, or one for each format, such as nvfp4=1.5.`,
  );
}

function listOf(text: string): readonly string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
