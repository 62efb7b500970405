import { memoized } from "../../science/numerics/memoized.ts";
import type { DialectFile } from "../dialect/Dialect.ts";
import type { KeyReadings } from "../dialect/readKey.ts";
import type { ConfigNode, ScalarNode } from "../document/ConfigNode.ts";
import { readScalar, type ScalarValue } from "../document/readScalar.ts";

/** A key with a scalar, or a map at `depth` of its own, that no key of the dialect leads to. */
export interface UnknownKey {
  readonly path: readonly string[];
  readonly value: ScalarValue;
  readonly node: ScalarNode;
}

/** Settings are not deeper than this below the root of a config. */
const MAX_DEPTH = 6;
/** A config with more keys than this was written to waste time. */
const MOST_KEYS = 5000;

/** Every scalar in the maps of a config with its path below the root; items of lists are no keys. */
export function scalarsOf({ root, loader }: KeyReadings): readonly UnknownKey[] {
  const found: UnknownKey[] = [];
  const walk = (node: ConfigNode, path: readonly string[]): void => {
    if (node.kind !== "map" || path.length >= MAX_DEPTH) return;
    for (const { key, value } of node.entries) {
      if (found.length >= MOST_KEYS) return;
      if (value.kind === "scalar")
        found.push({ path: [...path, key], value: readScalar(value, loader.scalars), node: value });
      else walk(value, [...path, key]);
    }
  };
  walk(root, []);
  return found;
}

/** Whether a key of the dialect stands at this path, or holds it. */
export function isKnownPath(dialect: DialectFile, path: readonly string[]): boolean {
  return knownPathsOf(dialect).some(
    (known) =>
      known.length <= path.length && known.every((step, at) => step === "*" || sameStep(step, path[at])),
  );
}

const knownPathsOf = memoized((dialect: DialectFile): readonly (readonly string[])[] =>
  Object.values(dialect.keys).flatMap(({ paths }) => paths.map((path) => path.split("."))),
);

function sameStep(known: string, step: string | undefined): boolean {
  return step !== undefined && known.replaceAll("-", "_") === step.replaceAll("-", "_");
}
