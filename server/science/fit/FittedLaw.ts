import type { LawFile } from "../laws/Law.ts";

/** Covariance of constants, in the order of `names`. */
export interface Covariance {
  readonly names: readonly string[];
  readonly matrix: readonly (readonly number[])[];
}

/** A law file that a fit has written: constants with their intervals, and how they were found. */
export interface FittedLaw extends Omit<LawFile, "form" | "trust"> {
  readonly form: LawFile["form"] | "ouyang" | "chen";
  readonly trust: "own";
  readonly about: readonly (
    | "training"
    | "quantization-aware training"
    | "post-training quantization"
    | "baseline"
  )[];
  readonly numbers: readonly ("integer" | "float" | "codebook")[];
  readonly tensors: readonly ("weights" | "activations" | "kvCache" | "gradients")[];
  readonly settings?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** 95 % percentile intervals of the bootstrap; a constant of a setting is called "setting: constant". */
  readonly intervals?: Readonly<Record<string, readonly [low: number, high: number]>>;
  readonly covariance?: Covariance;
  readonly fit: {
    readonly table: string;
    readonly rows: number;
    readonly seed: number;
    readonly delta: number;
    readonly starts: number;
    readonly bootstrap: number;
    /** Standard deviation of ln predicted − ln measured. */
    readonly residual: number;
  };
}
