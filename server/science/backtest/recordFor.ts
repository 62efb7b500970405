import records from "../../data/records.json" with { type: "json" };
import { isSixteenBitOrWider } from "../formats/NumberFormat.ts";
import type { LawInputs } from "../laws/Law.ts";
import type { BacktestRecord, Scope } from "./BacktestRecord.ts";
import { narrowestBits, scopeKey, scopesOf } from "./scopesOf.ts";

/** A law's record with a phrase for people: "50 published 4-bit GPTQ results with groups". */
export interface DescribedRecord extends BacktestRecord {
  readonly phrase: string;
}

/** JSON imports widen literals; a test holds the file against what the measurements give. */
const published = records as readonly unknown[] as readonly BacktestRecord[];

const byLawAndScope = new Map(published.map((record) => [keyOf(record.law, record.of), record] as const));

/**
 * How close a law came to the published measurements most similar to these inputs: those of its narrowest set that has
 * at least 20. Undefined for a law without a record, for questions about 16 bits, and for formats of fewer or more bits
 * than the measurements have. The set of all runs covers only weights and activations both in few bits, as they are in
 * nearly all of them: what a law makes of the two says little about one.
 */
export function recordFor(
  law: string,
  inputs: Pick<LawInputs, "weights" | "activations" | "backward" | "quantization" | "method">,
): DescribedRecord | undefined {
  for (const scope of scopesOf(inputs)) {
    if (scope.table === "training" && scope.formats === "16 bits") return undefined;
    if (scope.table === "training" && scope.kinds === undefined && !areBothNarrow(inputs)) return undefined;
    const record = byLawAndScope.get(keyOf(law, scope));
    if (record !== undefined && covers(record, inputs)) return { ...record, phrase: phraseOf(record) };
  }
  return undefined;
}

function areBothNarrow({ weights, activations }: Pick<LawInputs, "weights" | "activations">): boolean {
  return !isSixteenBitOrWider(weights) && !isSixteenBitOrWider(activations);
}

/** All records of a law, the widest set of measurements first; none for a law of a project. */
export function recordsNamed(law: string): readonly BacktestRecord[] {
  return published
    .filter((record) => record.law === law)
    .sort((a, b) => Object.keys(a.of).length - Object.keys(b.of).length);
}

/** Measurements in 4 bits say nothing about 8: a wider set only covers the widths it has on both sides. */
function covers({ bits: [fewest, most] }: BacktestRecord, inputs: Parameters<typeof recordFor>[1]): boolean {
  const bits = narrowestBits(inputs);
  return fewest <= bits && bits <= most;
}

function keyOf(law: string, scope: Scope): string {
  return `${law}|${scopeKey(scope)}`;
}

const METHODS: Readonly<Record<string, string>> = {
  rtn: "round-to-nearest",
  gptq: "GPTQ",
  awq: "AWQ",
  learned: "learned-rounding",
  tuned: "tuned",
};

const GROUPS: Readonly<Record<string, string>> = {
  groups: " with groups",
  channel: " with one scale per channel",
  tensor: " with one scale per tensor",
};

function phraseOf({ of, applicable, bits }: BacktestRecord): string {
  return `${applicable} ${scopePhrase(of, bits)}`;
}

/** A set of measurements for people, without how many they are: "published GPTQ results with groups". */
export function scopePhrase(of: Scope, [fewest, most]: BacktestRecord["bits"]): string {
  if (of.table === "training") {
    const widths = fewest === most ? `${fewest}-bit` : `${fewest} to ${most}-bit`;
    const formats = of.formats ?? (of.kinds && `${widths} ${of.kinds}`);
    return `published runs ${formats === undefined ? "in low precision" : `with ${formats}`}`;
  }
  const bits = of.bits === undefined ? "" : `${of.bits}-bit `;
  const method = of.method === undefined ? "quantization" : (METHODS[of.method] ?? of.method);
  return `published ${bits}${method} results${GROUPS[of.group ?? ""] ?? ""}`;
}
