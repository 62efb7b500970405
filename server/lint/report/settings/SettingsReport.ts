import type { RuleSeverity } from "../../Severity.ts";
import type { ReportedPlace } from "../places.ts";

/** Where a setting comes from. */
export type Origin =
  | { readonly kind: "default" }
  | { readonly kind: "option"; readonly option: string }
  | ({ readonly kind: "comment" } & ReportedPlace)
  /** `files` are the patterns of the override that it is in. */
  | ({ readonly kind: "project"; readonly files?: readonly string[] } & ReportedPlace);

/** The severity that a rule has for the file. */
export interface RuleSetting {
  readonly rule: string;
  readonly severity: RuleSeverity;
  readonly default: RuleSeverity;
  readonly origin: Origin;
}

/** A fact that a comment or a project file declares. */
export interface FactSetting {
  readonly key: string;
  /** As it is written. */
  readonly value: string;
  readonly origin: Origin;
  /** Whether the config takes it; absent where there is no config to ask. */
  readonly used?: boolean;
  /** Why it is not used. */
  readonly because?: string;
}

/** A law that is used; the first one is preferred. */
export interface LawSetting {
  readonly law: string;
  readonly from: "published" | "folder of laws" | "project file";
}

/** From which value on a rule reports. */
export interface ThresholdSetting {
  readonly rule: string;
  readonly threshold: string;
  readonly value: number;
  readonly origin: Origin;
}

/** Findings that the project file accepts in the file. */
export interface SuppressionSetting {
  readonly rules: readonly string[];
  readonly key?: string;
  readonly reason?: string;
  readonly origin: Origin;
}

/** Which setting holds for a file, and where it comes from: plain data. Schema: schemas/config.schema.json. */
export interface SettingsReport {
  readonly version: 1;
  /** As it was named. */
  readonly path: string;
  readonly exists: boolean;
  /** Whether Bitlaw knows it as a training config; absent where it is not there, or is ignored. */
  readonly isConfig?: boolean;
  /** The project file that counts, and those that it builds on, the nearest first. */
  readonly project?: { readonly path: string; readonly extends: readonly string[] };
  /** Folders that were searched for a project file, the nearest first. */
  readonly searched: readonly string[];
  readonly ignored?: { readonly pattern: string; readonly origin: Origin };
  readonly rules: readonly RuleSetting[];
  readonly facts: readonly FactSetting[];
  /** Where the laws and their order are chosen; by default all laws hold. */
  readonly lawsFrom: Origin;
  readonly laws: readonly LawSetting[];
  readonly lawFiles: readonly { readonly path: string; readonly origin: Origin }[];
  readonly thresholds: readonly ThresholdSetting[];
  readonly suppressions: readonly SuppressionSetting[];
}
