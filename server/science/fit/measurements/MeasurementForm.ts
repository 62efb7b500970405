import type { LawFile } from "../../laws/Law.ts";
import type { Table, TableProblem } from "../../tables/readTable.ts";

/** A law form that is fitted to differences of losses, in the columns of docs/measurements.md, rather than to runs. */
export interface MeasurementForm {
  /** As `--law` names it, and the form of the law file. */
  readonly name: "ptq" | "forest" | "train";
  readonly summary: string;
  /** What the output calls the measurements that come with Bitlaw. */
  readonly bundled: string;
  /** The measurements of a table, or those that come with Bitlaw. */
  read(table: Table | undefined): MeasurementsToFit;
}

/** Measurements as a form takes them. */
export interface MeasurementsToFit {
  /** Rows that cannot be read or contradict themselves. */
  readonly problems: readonly TableProblem[];
  /** Whether the fit goes on without those rows. */
  readonly goesOn: boolean;
  /** What was substituted in the table, and rows that repeat each other. */
  readonly warnings: readonly string[];
  /**
   * Fits the form, or says why the measurements cannot be used and what to do. Rejects with the signal's reason where it
   * is aborted.
   */
  fit(options: MeasurementFitOptions): Promise<MeasurementFit | { readonly problem: string }>;
}

/** Options of a fit to measurements: seed, progress, cancellation. */
export interface MeasurementFitOptions {
  readonly seed: number;
  readonly signal?: AbortSignal;
  progress?(progress: MeasurementProgress): void;
}

/** How far a fit to measurements is. */
export interface MeasurementProgress {
  readonly stage: "deviations" | "families" | "trees" | "runs";
  /** 0 to 1 within the stage. */
  readonly share: number;
}

/** A form fitted to measurements. */
export interface MeasurementFit {
  /** What the fit says of the law file; name and citation are the caller's. */
  readonly law: Pick<
    LawFile,
    | "form"
    | "about"
    | "numbers"
    | "tensors"
    | "counts"
    | "constants"
    | "settings"
    | "domain"
    | "intervals"
    | "covariance"
    | "leftOut"
    | "forest"
    | "notes"
  >;
  readonly record: NonNullable<LawFile["fit"]>;
  /** Measurements that were used, and how many were not, by reason. */
  readonly rows: number;
  readonly leftOut: Readonly<Record<string, number>>;
  /** How each family is predicted by a fit to the others. */
  readonly families: readonly FamilyScore[];
  /** What the rows are grouped by where these are no families of models, in the singular and the plural. */
  readonly groupedBy?: readonly [one: string, several: string];
  readonly warnings: readonly string[];
}

/** How a family is predicted by a fit without it. Shares are of the rows, and null where there are none. */
export interface FamilyScore {
  readonly family: string;
  readonly rows: number;
  readonly within1_5: number | null;
  readonly within2: number | null;
  /** Share of the rows inside the 80 % interval; null for a form without intervals. */
  readonly coverage80: number | null;
}
