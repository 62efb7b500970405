import { RandomForestRegression } from "ml-random-forest";
import { type Features, type Forest, LEAF } from "../../laws/Forest.ts";

/** How a forest is grown. */
export interface ForestOptions {
  /** A whole number; the same seed and rows give the same forest. */
  readonly seed: number;
  /** How many trees; 40 where it is not given. */
  readonly trees?: number;
}

/** Each tree sees this share of the features; the rows it sees are drawn with replacement (Breiman 2001). */
const FEATURE_SHARE = 0.75;
/** Nodes of this many rows or fewer become leaves. */
const LEAF_ROWS = 5;
/** Digits that thresholds and values keep; measured degradations have four at most. */
const DIGITS = 5;
const DEFAULT_TREES = 40;

/**
 * A regression forest of CART trees, grown by ml-random-forest.
 * @throws RangeError if there are no rows.
 */
export function growForest(
  features: readonly string[],
  rows: readonly { readonly values: Features; readonly target: number }[],
  { seed, trees = DEFAULT_TREES }: ForestOptions,
): Forest {
  if (rows.length === 0) throw new RangeError("A forest needs at least one measured row.");
  const model = new RandomForestRegression({
    seed,
    nEstimators: trees,
    maxFeatures: FEATURE_SHARE,
    replacement: false,
    useSampleBagging: true,
    noOOB: true,
    selectionMethod: "mean",
    treeOptions: { minNumSamples: LEAF_ROWS },
  });
  model.train(
    rows.map(({ values }) => [...values]),
    rows.map(({ target }) => target),
  );
  const { indexes, estimators } = JSON.parse(JSON.stringify(model)).baseModel as GrownForest;
  return { features, trees: estimators.map(({ root }, i) => preorder(root, indexes[i] ?? [])) };
}

/** What the library's JSON holds. */
interface GrownForest {
  /** For each tree the features that it was given; its nodes number these. */
  readonly indexes: readonly (readonly number[])[];
  readonly estimators: readonly { readonly root: GrownNode }[];
}

interface GrownNode {
  readonly splitColumn?: number;
  readonly splitValue?: number;
  readonly left?: GrownNode;
  readonly right?: GrownNode;
  readonly distribution?: number;
}

function preorder(node: GrownNode, given: readonly number[]): readonly number[] {
  const { left, right, splitColumn = 0, splitValue = 0, distribution = 0 } = node;
  if (left === undefined || right === undefined) return [LEAF, rounded(distribution)];
  return [given[splitColumn] ?? 0, rounded(splitValue), ...preorder(left, given), ...preorder(right, given)];
}

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}
