import type { RuleUri, Style } from "./Style.ts";

/** A file that could not be used. */
export interface ReportProblem {
  /** As it was named. */
  readonly path: string;
  /** One line: what is wrong and where. */
  readonly problem: string;
}

/** What a report needs besides the findings. */
export interface ReportContext {
  /** Of Bitlaw. */
  readonly version: string;
  /** The folder that paths in reports start at, as a rule the repository's: absolute, with `/` between the segments. */
  readonly root: string;
  /** A file as it was named, as an absolute path with `/` between the segments. */
  absolute(path: string): string;
  readonly problems: readonly ReportProblem[];
  /** A digest of a text, in hexadecimal digits. */
  digest(text: string): string;
  readonly style: Style;
  readonly ruleUri: RuleUri;
  /** The Markdown of a rule's page, where it is at hand. */
  rulePage(rule: string): string | undefined;
}
