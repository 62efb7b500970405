import type { ReportedPlace } from "../report/places.ts";

/** A setting in force for a file, with the place in a project file that it comes from. */
export interface ReportedSetting {
  readonly name: string;
  readonly value: string;
  /** Null for a default. */
  readonly from: ReportedPlace | null;
}

/** A fact that a project file declares for a file. */
export interface ReportedDeclaration extends ReportedSetting {
  /** Whether the file takes it; null where the file is not read as a training config. */
  readonly used: boolean | null;
}

/** A suppression that is for a file. */
export interface ReportedSuppression {
  readonly rules: readonly string[];
  readonly key: string | null;
  readonly reason: string | null;
  readonly from: ReportedPlace | null;
}

/** What holds for one file, and where each setting comes from. Schema: schemas/config.schema.json. */
export interface SettingsReport {
  readonly path: string;
  /** The project files that count, the base first and the nearest last; empty where there is none. */
  readonly projectFiles: readonly string[];
  /** The patterns that leave the file alone, with their place. */
  readonly ignored: { readonly patterns: readonly string[]; readonly from: ReportedPlace } | null;
  /** Every rule. */
  readonly rules: readonly ReportedSetting[];
  readonly declared: readonly ReportedDeclaration[];
  /** In the order of preference. */
  readonly laws: readonly ReportedSetting[];
  readonly thresholds: readonly ReportedSetting[];
  readonly suppressions: readonly ReportedSuppression[];
}
