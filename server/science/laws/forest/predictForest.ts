import { type Features, type Forest, LEAF } from "../Forest.ts";

type Node =
  | { readonly value: number }
  | { readonly feature: number; readonly threshold: number; readonly below: Node; readonly above: Node };

/**
 * The forest as a function of feature values.
 * @throws RangeError naming the first tree that is cut short, runs on, or asks for a feature that there is not.
 */
export function predictForest({ features, trees }: Forest): (values: Features) => number {
  if (trees.length === 0) throw new RangeError("The forest has no trees.");
  const roots = trees.map((tree, i) => {
    const { node, end } = readNode(tree, 0, features.length, i + 1);
    if (end !== tree.length) throw new RangeError(`Tree ${i + 1} of the forest runs on after its last leaf.`);
    return node;
  });
  return (values) => roots.reduce((sum, root) => sum + valueAt(root, values), 0) / roots.length;
}

function readNode(tree: readonly number[], start: number, features: number, number: number): Read {
  const [feature, value] = [tree[start], tree[start + 1]];
  if (feature === undefined || value === undefined) {
    throw new RangeError(`Tree ${number} of the forest is cut short.`);
  }
  if (feature === LEAF) return { node: { value }, end: start + 2 };
  if (!Number.isInteger(feature) || feature < 0 || feature >= features) {
    throw new RangeError(`Tree ${number} of the forest asks for feature ${feature}; there are ${features}.`);
  }
  const below = readNode(tree, start + 2, features, number);
  const above = readNode(tree, below.end, features, number);
  return { node: { feature, threshold: value, below: below.node, above: above.node }, end: above.end };
}

interface Read {
  readonly node: Node;
  /** Where the next node starts. */
  readonly end: number;
}

function valueAt(root: Node, values: Features): number {
  let node = root;
  while ("feature" in node) node = (values[node.feature] ?? 0) < node.threshold ? node.below : node.above;
  return node.value;
}
