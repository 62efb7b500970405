import type { Covariance, LawFile } from "../laws/Law.ts";
import type { FitParameter } from "./FitParameter.ts";
import type { RunRow } from "./RunRow.ts";

/** Columns of a run table besides `parameters`, `tokens` and the measured value. */
export type FormatColumn =
  | "weights"
  | "activations"
  | "kv_cache"
  | "quantization"
  | "method"
  | "group"
  | "forward"
  | "backward"
  | "recipe";

/** A law form as the fitter uses it. Workers of a fit get the name of a form, not the form itself. */
export interface FitForm {
  /** As `--law` names it. */
  readonly name: string;
  /** The form of the law file that comes out. */
  readonly lawForm: LawFile["form"];
  readonly summary: string;
  /** What the law file says that the law is about. */
  readonly about: LawFile["about"];
  readonly numbers: LawFile["numbers"];
  readonly tensors: LawFile["tensors"];
  readonly counts: LawFile["counts"];
  /** What `RunRow.measured` is: the loss of a run, or its degradation over 16 bits. */
  readonly measures: "loss" | "delta";
  /** Columns that a table of this form must have, and those that it may have. */
  readonly columns: {
    readonly required: readonly FormatColumn[];
    readonly optional: readonly FormatColumn[];
  };
  /** Why a row cannot be used by this form, with what to do; undefined where it can. */
  refuses?(row: RunRow): { readonly column: FormatColumn; readonly because: string } | undefined;
  /** What the rows lack together, with what to do; undefined where the form can be fitted to them. */
  lacks?(rows: readonly RunRow[]): string | undefined;
  /** What a reader of the fit must know about these rows. */
  warns?(rows: readonly RunRow[]): readonly string[];
  /** The ranges of the data as a law file states them, beyond those of N and D. */
  domain?(rows: readonly RunRow[]): LawFile["domain"];
  readonly estimator: ResidualEstimator | OwnEstimator;
}

/** A form that is fitted to log residuals: minimise Σ Huber_δ(ln predicted − ln measured) from many starts. */
export interface ResidualEstimator {
  readonly kind: "residuals";
  /** The model of these rows. The same rows give the same model, in whichever worker. */
  model(rows: readonly RunRow[]): LogModel;
}

/** A form with its own way to estimate its constants. */
export interface OwnEstimator {
  readonly kind: "own";
  estimate(rows: readonly RunRow[], options: OwnEstimatorOptions): OwnEstimate | Promise<OwnEstimate>;
}

/** Options of a form's own estimator. */
export interface OwnEstimatorOptions {
  readonly seed: number;
  /** Replicates; 0 for none. */
  readonly bootstrap: number;
  readonly signal?: AbortSignal;
  /** 0 to 1. */
  progress?(share: number): void;
}

/** The result of a form's own estimator; without convergence `warnings` say why. */
export interface OwnEstimate {
  readonly converged: boolean;
  readonly constants: Readonly<Record<string, number>>;
  readonly parameters: readonly ParameterReport[];
  readonly covariance?: Covariance;
  /** ln predicted − ln measured, in the order of the rows. */
  readonly residuals: readonly number[];
  readonly assumed?: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
}

/** ln of a law's prediction for each of the rows, over the fitted parameters θ. */
export interface LogModel {
  readonly parameters: readonly FitParameter[];
  /** Where the search begins. */
  readonly starts: readonly (readonly number[])[];
  /** ln measured, one per row. */
  readonly targets: Float64Array;
  /**
   * ln predicted of a row. Writes ∂/∂θ into `gradient`, all of it. NaN where the law has no value, for example because
   * no effective parameters are left.
   */
  logPrediction(theta: Float64Array, row: number, gradient: Float64Array): number;
  /** Constants of the law file that follow from the fitted ones, such as a tied exponent, each with the one it comes `from`. */
  derived?(
    constants: Readonly<Record<string, number>>,
  ): Readonly<Record<string, { readonly value: number; readonly from: string }>>;
  /** Fitted constants that only serve to derive others and are in no law file. */
  readonly auxiliary?: readonly string[];
  /** Constants of settings that are known without a fit. */
  readonly settings?: LawFile["settings"];
  /**
   * Constants that this table cannot give, each with its value and why it is that. Those of a setting are named as
   * `constantName` does, and their value is in `settings`.
   */
  readonly assumed?: Readonly<Record<string, { readonly value?: number; readonly because: string }>>;
}

/** A law file that a fit has written: how it was found is always there. */
export interface FittedLaw extends LawFile {
  readonly trust: "own";
  readonly fit: {
    readonly table: string;
    readonly rows: number;
    readonly seed: number;
    /** δ of Huber's loss. */
    readonly delta: number;
    readonly starts: number;
    /** Replicates of the bootstrap. */
    readonly bootstrap: number;
    /** Standard deviation of ln predicted − ln measured. */
    readonly residual: number;
  };
}

/** The result of a fit for one constant. */
export interface ParameterReport {
  readonly constant: string;
  readonly value: number;
  /** 95 % percentile interval of the bootstrap; undefined without one. */
  readonly interval?: readonly [low: number, high: number];
  /** Why the data do not determine the constant; undefined where they do. */
  readonly undetermined?: string;
}
