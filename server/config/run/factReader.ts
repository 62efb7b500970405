import type { LoaderFile } from "../dialect/Dialect.ts";
import type { Properties } from "../dialect/evaluateSettings.ts";
import { type KeyReading, type KeyReadings, spelling } from "../dialect/readKey.ts";
import type { Span } from "../document/ConfigNode.ts";
import {
  type DeclarableKey,
  type Declaration,
  type Declarations,
  declarationPlaceText,
} from "./declarations.ts";
import { formatInteger, LARGEST_COUNT } from "./quantity.ts";
import type { Companion } from "./TrainingConfig.ts";
import type { Fact } from "./TrainingRun.ts";

/** What the facts of a run are derived from: the dialect's keys, its settings, the declarations, and its companions. */
export interface RunSources {
  readonly readings: KeyReadings;
  readonly properties: Properties;
  readonly declarations: Declarations;
  readonly companions?: readonly Companion[];
  /** The accelerator that the document names. */
  readonly hardware?: Fact<string>;
}

/** A number that the framework uses, with the name of its key as the file or framework spells it. */
export interface NumberReading {
  readonly value: number;
  readonly name: string;
  readonly at: readonly Span[];
  readonly provenance: "stated" | "default" | "declared";
  /** `train_steps 32,000`, for derivations. */
  readonly shown: string;
}

/** Either a number, or why there is none. */
export type NumberResult =
  | { readonly ok: true; readonly number: NumberReading }
  | { readonly ok: false; readonly because: string; readonly at: readonly Span[] };

/** Reads a key that must hold a positive number, as the framework would use it; a whole one where it counts things. */
export function readPositive(
  { readings }: Pick<RunSources, "readings">,
  key: string,
  kind: "any" | "whole" = "any",
): NumberResult {
  const stated = readings.stated(key);
  const name = spelling(readings, key);
  const at = stated ? [stated.span] : [];
  const no = (because: string): NumberResult => ({ ok: false, because, at });
  if (stated?.unresolved !== undefined) return no(`\`${name}\`: ${stated.unresolved}`);
  if (stated?.refused !== undefined)
    return no(`${readings.dialect.name} stops at \`${name}\`: ${stated.refused}`);
  if (stated?.value?.type === "string") {
    const text = stated.value.value;
    const converted = convertsNumbers(readings.dialect.loader) ? plainNumber(text) : undefined;
    if (converted !== undefined) {
      const unusable = unusableBecause(converted, kind);
      if (unusable !== undefined) return no(`\`${name}: ${text}\` ${unusable}`);
      return {
        ok: true,
        number: { value: converted, name, at, provenance: "stated", shown: `${name} ${text}` },
      };
    }
    if (text === "auto") return no(`\`${name}: auto\` is decided when the run starts`);
    return no(`\`${name}: ${text}\` is read as text by ${readings.loader.name}, not as a number`);
  }
  const word = readings.word(key);
  if (word === undefined) return no(`\`${name}\` holds no number`);
  if (word === null) return no(`\`${name}\` is not set`);
  if (typeof word !== "number") return no(`\`${name}: ${word}\` is not a number`);
  const unusable = unusableBecause(word, kind);
  if (unusable !== undefined) return no(`\`${name}: ${writtenNumber(word, stated)}\` ${unusable}`);
  const provenance = readings.isStated(key) ? "stated" : "default";
  const shown = `${name} ${formatInteger(word)}${provenance === "default" ? " (default)" : ""}`;
  return { ok: true, number: { value: word, name, at, provenance, shown } };
}

/** A number as a message shows it; one that is too large for a number as the file writes it. */
function writtenNumber(value: number, stated: KeyReading | undefined): string {
  const node = stated?.located.node;
  if (Number.isFinite(value) || node?.kind !== "scalar") return String(value);
  return node.text.length > 40 ? `${node.text.slice(0, 39)}…` : node.text;
}

/** Why a number is no size or count, as the end of a sentence. */
function unusableBecause(value: number, kind: "any" | "whole"): string | undefined {
  if (!Number.isFinite(value) || value <= 0 || value > LARGEST_COUNT) return "is not a usable size";
  return kind === "whole" && !Number.isInteger(value) ? "is not a whole number" : undefined;
}

/** Whether a key is missing: no value, no default, no reference that cannot be followed. */
export function isLeftOut({ readings }: Pick<RunSources, "readings">, key: string): boolean {
  if (readings.dialect.keys[key] === undefined) return true;
  return readings.word(key) === null && readings.stated(key)?.unresolved === undefined;
}

/** Why one of these optional keys has no usable count; undefined if all that are written have one. */
export function unusableCount(
  sources: Pick<RunSources, "readings">,
  keys: readonly string[],
): string | undefined {
  for (const key of keys) {
    const result = isLeftOut(sources, key) ? undefined : readPositive(sources, key, "whole");
    if (result?.ok === false) return result.because;
  }
  return undefined;
}

/** The number of a key, or undefined if there is none: for optional keys. */
export function optionalNumber(
  sources: Pick<RunSources, "readings">,
  key: string,
): NumberReading | undefined {
  const result = sources.readings.dialect.keys[key] ? readPositive(sources, key) : undefined;
  return result?.ok ? result.number : undefined;
}

/** The number of a key, of this config, or of a companion that may state it instead. */
export function numberHereOrInCompanion(sources: RunSources, key: string): NumberReading | undefined {
  const own = optionalNumber(sources, key);
  if (own) return own;
  for (const { file, config, path, at } of sources.companions ?? []) {
    const theirs = file.numbers?.[key];
    const number = theirs === undefined ? undefined : optionalNumber(config, theirs);
    if (number === undefined) continue;
    const shown = path === undefined ? number.shown : `${number.shown} (\`${path}\`)`;
    return { ...number, shown, at: [...number.at, at] };
  }
  return undefined;
}

/** Whether the framework converts text to numbers in a way that its descriptor does not describe. */
export function convertsNumbers({ misreadNumber, conversion }: LoaderFile): boolean {
  return misreadNumber.severity === "off" && conversion === undefined;
}

/** A number as every notation but YAML 1.1 writes it: `1e-5`, `5E8`. Undefined for other text. */
export function plainNumber(text: string): number | undefined {
  const plain = /^[-+]?(?:\d[\d_]*)(?:\.\d*)?(?:[eE][-+]?\d+)?$|^[-+]?\.\d+(?:[eE][-+]?\d+)?$/.test(text);
  return plain ? Number(text.replaceAll("_", "")) : undefined;
}

export function declarationOf({ declarations }: RunSources, key: DeclarableKey): Declaration | undefined {
  return declarations.declared.get(key);
}

/** A declared number, e.g. `world_size=64`. */
export function declaredNumber(sources: RunSources, key: DeclarableKey): NumberReading | undefined {
  const declaration = declarationOf(sources, key);
  if (typeof declaration?.value !== "number") return undefined;
  const shown = `${key} ${formatInteger(declaration.value)} (declared${declarationPlaceText(declaration.valueSpan)})`;
  return { value: declaration.value, name: key, at: [declaration.valueSpan], provenance: "declared", shown };
}
