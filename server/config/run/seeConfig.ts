import type { ValueType } from "../dialect/Constraint.ts";
import type { See, Seen } from "../dialect/constraintHolds.ts";
import type { Word } from "../dialect/Dialect.ts";
import type { KeyReadings } from "../dialect/readKey.ts";
import type { ListNode } from "../document/ConfigNode.ts";
import { type Checkpoint, readCheckpoint } from "./checkpoint.ts";
import { type Accelerator, hardwareNamed } from "./hardware.ts";
import { packageVersion } from "./packageVersion.ts";
import type { Companion, TrainingConfig } from "./TrainingConfig.ts";

/**
 * What a condition can ask about a config. Names without a colon are keys of the dialect. Beside them:
 * - `hardware:name`, `hardware:generation`, `hardware:capability` (8.9): the accelerator, declared or stated
 * - `checkpoint:method`, `checkpoint:bits`, `checkpoint:dtype`, `checkpoint:type`: the base model
 * - `version:PACKAGE`: declared or stated, compared as a version
 * - `deepspeed:KEY`, `accelerate:KEY` …: a key of a companion, by the id of its dialect
 */
export function seeConfig(config: TrainingConfig): See {
  const checkpoint = once(() => readCheckpoint(config.readings, config.companions));
  const hardware = once(() => hardwareNamed(config.run.facts.hardware?.value ?? ""));
  return remembered((name) => {
    const [scope = "", rest] = splitScope(name);
    if (rest === undefined) return seeKey(config.readings, name);
    if (scope === "hardware") return outside(hardwareField(hardware(), rest));
    if (scope === "checkpoint") return outside(checkpoint()[rest as keyof Checkpoint]);
    if (scope === "version") return { ...outside(packageVersion(config, rest)), type: "version" };
    const owner = findOwner(config, scope);
    return owner ? seeKey(owner.readings, rest) : WITHOUT_COMPANION;
  });
}

/** Many constraints ask for the same keys. */
function remembered(see: See): See {
  const known = new Map<string, Seen | undefined>();
  return (name) => {
    if (!known.has(name)) known.set(name, see(name));
    return known.get(name);
  };
}

/** The config that a name is about, and its key there: the config itself, or a companion. */
export function ownerOf(
  config: TrainingConfig,
  name: string,
): { readonly config: TrainingConfig; readonly key: string } | undefined {
  const [scope = "", rest] = splitScope(name);
  if (rest === undefined) return { config, key: name };
  const owner = findOwner(config, scope);
  return owner && { config: owner, key: rest };
}

function splitScope(name: string): readonly [scope: string, rest: string | undefined] {
  const colon = name.indexOf(":");
  return colon < 0 ? ["", undefined] : [name.slice(0, colon), name.slice(colon + 1)];
}

function findOwner(config: TrainingConfig, dialect: string): TrainingConfig | undefined {
  if (config.dialect.id === dialect) return config;
  const within = ({ config: other }: Companion) => findOwner(other, dialect);
  return config.companions.map(within).find((other) => other !== undefined);
}

/** The value of a key of the dialect; undefined where the dialect has no such key. */
function seeKey(readings: KeyReadings, name: string): Seen | undefined {
  if (readings.dialect.keys[name] === undefined) return undefined;
  const reading = readings.stated(name);
  if (reading?.elsewhere) return UNKNOWN;
  if (reading && reading.value === undefined && reading.unresolved === undefined) {
    const { node } = reading.located;
    const type = node.kind === "scalar" ? undefined : node.kind;
    return { word: undefined, stated: true, type, ...(node.kind === "list" ? { items: textsIn(node) } : {}) };
  }
  const word = readings.word(name);
  const stated = reading?.unresolved !== undefined || readings.isStated(name);
  const node = reading?.located.node;
  return {
    word,
    stated,
    type: typeOf(word),
    ...(node?.kind === "scalar" && reading?.value !== undefined ? { spelled: node.text } : {}),
  };
}

function textsIn({ items }: ListNode): readonly string[] {
  return items.flatMap(({ value }) => (value.kind === "scalar" ? [value.text] : []));
}

/** A key of a companion that the run does not name: nothing here writes it, and its value is not known. */
const WITHOUT_COMPANION: Seen = { word: undefined, stated: false, type: undefined };

const UNKNOWN: Seen = { word: undefined, stated: undefined, type: undefined };

/** What stands in no key: it is known or not, and never written as one. */
function outside(word: Word | undefined): Seen {
  return { word, stated: word === undefined ? undefined : word !== null, type: typeOf(word) };
}

function typeOf(word: Word | undefined): ValueType | undefined {
  switch (typeof word) {
    case "string":
      return "text";
    case "boolean":
      return "boolean";
    case "number":
      return Number.isInteger(word) ? "integer" : "number";
    default:
      return undefined;
  }
}

function hardwareField(accelerator: Accelerator | undefined, field: string): Word | undefined {
  switch (field) {
    case "name":
      return accelerator?.name;
    case "generation":
      return accelerator?.generation;
    case "capability":
      return accelerator?.computeCapability;
    default:
      return undefined;
  }
}

function once<Value>(compute: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}
