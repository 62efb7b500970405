/** A random forest as data: the mean of its trees is the prediction. */
export interface Forest {
  /** Names of the features, in the order that the trees number them. */
  readonly features: readonly string[];
  /**
   * Each tree in preorder: an inner node is its feature's number, the threshold, the branch for smaller values, the
   * branch for all others; a leaf is −1 and its value.
   */
  readonly trees: readonly (readonly number[])[];
}

/** Feature values in the order of `Forest.features`. */
export type Features = readonly number[];

/** The number that marks a leaf. */
export const LEAF = -1;
