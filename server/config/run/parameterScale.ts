import type { ShapeReader } from "./ShapeReader.ts";

/** What multiplies the sizes that a file states. */
export interface ParameterScale {
  readonly layers: number;
  readonly hidden: number;
  /** Of query and key/value heads, and of the widths of MLP and experts. */
  readonly heads: number;
}

/**
 * MaxText's `global_parameter_scale` (`get_individual_scales` in its config): a power of two that doubles heads and
 * MLP width, then the hidden width, then the layers, and so on. A block of `layersPerBlock` layers counts as many.
 */
export function parameterScaleOf(shape: ShapeReader): ParameterScale | undefined {
  const perBlock = Number(shape.word("layersPerBlock") ?? 1);
  const scale = shape.size("parameterScale") ?? 1;
  const doublings = Math.log2(scale);
  if (!Number.isInteger(doublings)) return shape.fail(`${shape.shown("parameterScale")} is no power of two`);
  const thirds = Math.floor(doublings / 3);
  const rest = doublings % 3;
  return {
    layers: perBlock * 2 ** thirds,
    hidden: 2 ** (thirds + (rest > 1 ? 1 : 0)),
    heads: 2 ** (thirds + (rest > 0 ? 1 : 0)),
  };
}
