/** Models of about the same size, by all their parameters: `from` and more, less than `to`. */
export interface SizeClass {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

/** Decades: larger matrix products gain more by narrow formats, and published runs are too few for finer classes. */
export const SIZE_CLASSES: readonly SizeClass[] = [
  { from: 0, to: 1e9, label: "below 1B" },
  { from: 1e9, to: 1e10, label: "1B to 10B" },
  { from: 1e10, to: 1e11, label: "10B to 100B" },
  { from: 1e11, to: Number.POSITIVE_INFINITY, label: "100B and more" },
];

/** The place of a model's class in `SIZE_CLASSES`. */
export function sizeClassOf(parameters: number): number {
  return SIZE_CLASSES.findIndex(({ to }) => parameters < to);
}
