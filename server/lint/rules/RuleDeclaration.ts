import type { Severity } from "../Finding.ts";

/** What a rule is called and how it stands. Its name is its interface: settings, suppressions, docs/rules/NAME.md. */
export interface RuleDeclaration {
  readonly name: string;
  /** What the rule finds, for the index and the settings; without a full stop. */
  readonly summary: string;
  readonly severity: Severity;
  /** What it rests on: a law, published findings without one, how a format rounds, the framework's code, its vocabulary. */
  readonly category: "prediction" | "evidence" | "arithmetic" | "contradiction" | "spelling";
}
