import {
  isLeftOut,
  type NumberReading,
  type NumberResult,
  type RunSources,
  readPositive,
} from "./factReader.ts";

/** Reads the sizes and properties of a model's shape, and remembers the first reason why the shape is not known. */
export class ShapeReader {
  readonly #read = new Map<string, NumberReading>();
  #failure: string | undefined;

  constructor(readonly sources: RunSources) {}

  /** Why the shape is not known; undefined as long as nothing is in the way. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** The numbers that were read, for the places of the fact. */
  get used(): readonly NumberReading[] {
    return [...this.#read.values()];
  }

  /** Keeps the first reason. */
  fail(because: string): undefined {
    this.#failure ??= because;
  }

  /** A whole number that must be there. */
  required(key: string): number | undefined {
    return this.#keep(key, readPositive(this.sources, key, "whole"));
  }

  /** A whole number that may be left out. */
  size(key: string): number | undefined {
    return isLeftOut(this.sources, key) ? undefined : this.required(key);
  }

  /** A number that may be a fraction, and may be left out. */
  positive(key: string): number | undefined {
    return isLeftOut(this.sources, key) ? undefined : this.#keep(key, readPositive(this.sources, key));
  }

  /** `num_layers 32`, for a key that was read. */
  shown(key: string): string {
    return this.#read.get(key)?.shown ?? key;
  }

  flag(name: string, otherwise = false): boolean {
    const value = this.#property(name);
    return value === undefined ? otherwise : value === true;
  }

  word(name: string): string | undefined {
    const value = this.#property(name);
    return typeof value === "string" ? value : undefined;
  }

  #property(name: string): string | boolean | undefined {
    const { known, unknown } = this.sources.properties;
    const open = unknown.get(name);
    if (open !== undefined) this.fail(open);
    return known.get(name)?.value;
  }

  #keep(key: string, result: NumberResult): number | undefined {
    if (!result.ok) return this.fail(result.because);
    this.#read.set(key, result.number);
    return result.number.value;
  }
}

/** Factors on the sizes that a file states. */
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
