import type { CheckedFile, CheckedFinding } from "../../../server/lint/report/CheckedFile.ts";
import type { ReportContext } from "../../../server/lint/report/ReportContext.ts";
import { PLAIN } from "../../../server/lint/report/Style.ts";

/** A context in /repo, where a digest is the text itself. */
export const CONTEXT: ReportContext = {
  version: "1.2.3",
  root: "/repo",
  absolute: (path) => (path.startsWith("/") ? path : `/repo/${path}`),
  problems: [],
  digest: (text) => text,
  style: PLAIN,
  ruleUri: () => undefined,
  rulePage: () => undefined,
};

/** A finding on `fp16` in line 9, with what a test needs otherwise. */
export function finding(changes: Partial<CheckedFinding> = {}): CheckedFinding {
  return {
    rule: "conflicting-precision",
    severity: "error",
    message: "`fp16` and `bf16` exclude each other.",
    line: 9,
    column: 7,
    endLine: 9,
    endColumn: 11,
    source: "true",
    related: [],
    fixes: [],
    ...changes,
  };
}

export function file(path: string, ...findings: readonly CheckedFinding[]): CheckedFile {
  return { path, findings };
}

/** A place in another file. */
export const ELSEWHERE = {
  path: "configs/ds.json",
  line: 12,
  column: 5,
  endLine: 12,
  endColumn: 9,
  message: "`bf16` is on here",
};

/** What a file with a suppressed finding has besides its findings. */
export const SUPPRESSED: Pick<CheckedFile, "suppressed"> = {
  suppressed: [{ ...finding(), suppression: { kind: "inSource", justification: "measured: no loss" } }],
};

/** Ten thousand findings in one file, a hundred of each source text. */
export const MANY = file(
  "many.yaml",
  ...Array.from({ length: 10_000 }, (_, i) => finding({ line: i + 1, endLine: i + 1, source: `${i % 100}` })),
);
