import type { CaseFile, DialectFile } from "../../config/dialect/Dialect.ts";
import type { Severity } from "../Severity.ts";

/** By rule, then by the name of a threshold: from which value on the rule reports. */
export type RuleThresholds = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A number of a rule that is a matter of judgement, so that a project may choose its own. */
export interface ThresholdDeclaration {
  readonly default: number;
  /** "nats" per token; a "ratio" to the value that is fine, from 1 on; a "share" of a whole, from 0 to 1. */
  readonly unit: "nats" | "ratio" | "share";
  /** What the rule does from this number on, without a full stop. */
  readonly summary: string;
  /** The least and the largest number that make sense. */
  readonly minimum: number;
  readonly maximum: number;
}

/**
 * The name of a rule, its severity and its sources. Its name is its interface: settings, suppressions,
 * docs/rules/NAME.md. `npm run generate` writes the settings, the index and the facts on each page from here.
 */
export interface RuleDeclaration {
  readonly name: string;
  /** What the rule finds, for the index and the settings; without a full stop. */
  readonly summary: string;
  readonly severity: Severity;
  /** Where a finding has another severity than that, in words without a full stop. */
  readonly otherwise?: string;
  /** Its source: a law, published findings without one, how a format rounds, the framework's code, its vocabulary. */
  readonly category: "prediction" | "evidence" | "arithmetic" | "contradiction" | "spelling";
  /** What its fixes do to the run: nothing ("safe" for all of them), something (for one at least), or there are none. */
  readonly fix: "safe" | "changes the run" | "none";
  /** Names of published statements (server/data/evidence). A law names the rules that depend on it, in its own file. */
  readonly restsOn?: readonly string[];
  /** By name, as a project file writes them below the rule's name. */
  readonly thresholds?: Readonly<Record<string, ThresholdDeclaration>>;
  /** What its findings are about, where that is not the run: what silences findings, or the project file itself. */
  readonly about?: "suppressions" | "project file";
  /**
   * Whether its findings depend on other files of the run: without them it is not known whether there would be a
   * finding.
   */
  readonly needsOtherFiles?: true;
  /** Whether a file that is read for another one has findings of the rule that only that other file calls for. */
  readonly foundFromElsewhere?: true;
  /** Whether predictions may be missing as long as it has a finding; by default, of every rule that is no prediction itself. */
  readonly hidesPredictions?: boolean;
  /**
   * Whether the fix of another finding works although this rule has a new one after it: "always", "where hidden" if what
   * is fixed may have hidden it, or "never". By default of evidence always, of predictions where hidden, else never.
   */
  readonly mayFollowFix?: "always" | "where hidden" | "never";
  /** The cases of a dialect's descriptor that the rule reports. */
  readonly casesIn?: (dialect: DialectFile) => readonly CaseFile[] | undefined;
  /** Whether a dialect's descriptor holds something for the rule, so that it rests on that framework's code; by default, cases. */
  readonly readsDialect?: (dialect: DialectFile) => boolean;
}

/** See `RuleDeclaration.hidesPredictions`. */
export function hidesPredictions(rule: RuleDeclaration): boolean {
  return rule.hidesPredictions ?? rule.category !== "prediction";
}

/** Whether a fix is still good if this rule has a new finding after it. */
export function mayFollowFixOf(fixed: RuleDeclaration, rule: RuleDeclaration): boolean {
  // A correction of a comment must not lead to the next one.
  if (rule.about === "suppressions" && fixed.about === "suppressions") return false;
  switch (rule.mayFollowFix ?? MAY_FOLLOW_FIX[rule.category]) {
    case "always":
      return true;
    case "where hidden":
      return hidesPredictions(fixed);
    case "never":
      return false;
  }
}

/** Advice that rests on evidence is about the format that a fix chooses; a prediction may not have been possible before. */
const MAY_FOLLOW_FIX: Readonly<
  Record<RuleDeclaration["category"], NonNullable<RuleDeclaration["mayFollowFix"]>>
> = {
  evidence: "always",
  prediction: "where hidden",
  arithmetic: "never",
  contradiction: "never",
  spelling: "never",
};

/** A part of a project file that cannot be used. Its findings are in the project file: see `projectFindings`. */
export const invalidProjectFile: RuleDeclaration = {
  name: "invalid-project-file",
  summary: "A part of a project file that Bitlaw cannot use",
  severity: "error",
  category: "spelling",
  fix: "safe",
  about: "project file",
};

/** A comment, or an entry of the project file, that silences a rule where it has no finding: it would hide the next one. */
export const unusedSuppression: RuleDeclaration = {
  name: "unused-suppression",
  summary: "A comment, or an entry of the project file, that disables a rule where it has no finding",
  // It changes neither the run nor what is reported of it today.
  severity: "information",
  category: "spelling",
  fix: "safe",
  about: "suppressions",
  hidesPredictions: false,
  // It follows from all other findings: a comment may have nothing left to disable.
  mayFollowFix: "always",
};

/** A `bitlaw-disable` comment that cannot be followed. */
export const unknownSuppression: RuleDeclaration = {
  name: "unknown-suppression",
  summary: "A bitlaw-disable comment with a rule or a word that Bitlaw does not know",
  // It disables nothing, so a finding that it was meant for is reported with its own severity.
  severity: "information",
  category: "spelling",
  fix: "safe",
  about: "suppressions",
  hidesPredictions: false,
};

/** How far past the critical tokens a run may go before it is reported. */
export const CRITICAL_EXCESS: ThresholdDeclaration = {
  default: 1,
  unit: "ratio",
  summary: "Reports where the tokens are more than this many times the critical ones",
  minimum: 1,
  maximum: 1000,
};
