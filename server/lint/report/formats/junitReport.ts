import XmlBuilder from "fast-xml-builder";
import { atLeast } from "../../Severity.ts";
import { plainMessage } from "../../wording/markdown.ts";
import type { CheckedFile, CheckedFinding } from "../CheckedFile.ts";
import type { ReportContext, ReportProblem } from "../ReportContext.ts";
import { pathInReport } from "../reportPaths.ts";

/** An element: attributes begin with `@`, `#` is its text. */
interface Element {
  readonly [name: string]: string | number | Element | readonly Element[] | undefined;
}

/**
 * JUnit's XML, a test suite for each file. A finding is a test case, which fails at a warning or an error and passes
 * below one, as the exit code has it; a clean file is one case that passes; a file that cannot be used is an error.
 */
export function junitReport(files: readonly CheckedFile[], context: ReportContext): string {
  const suites = [
    ...context.problems.map((problem) => suite(problem.path, [unusableCase(problem, context)], context)),
    ...files.map((file) => suite(file.path, casesOf(file, context), context)),
  ];
  const builder = new XmlBuilder({
    attributeNamePrefix: "@",
    textNodeName: "#",
    ignoreAttributes: false,
    suppressBooleanAttributes: false,
    suppressEmptyNode: true,
    format: true,
    tagValueProcessor: (_name, value) => xmlText(String(value)),
    attributeValueProcessor: (_name, value) => xmlText(String(value)),
  });
  return builder.build({
    "?xml": { "@version": "1.0", "@encoding": "UTF-8" },
    testsuites: { "@name": "bitlaw", ...sums(suites), testsuite: suites },
  });
}

interface Counted {
  readonly "@tests": number;
  readonly "@failures": number;
  readonly "@errors": number;
}

type Suite = Element & Counted;

function suite(path: string, cases: readonly Element[], context: ReportContext): Suite {
  return {
    "@name": pathInReport(path, context),
    "@tests": cases.length,
    "@failures": cases.filter((testCase) => testCase["failure"] !== undefined).length,
    "@errors": cases.filter((testCase) => testCase["error"] !== undefined).length,
    testcase: cases,
  };
}

function sums(suites: readonly Counted[]): Counted {
  const sum = (name: keyof Counted) => suites.reduce((total, each) => total + each[name], 0);
  return { "@tests": sum("@tests"), "@failures": sum("@failures"), "@errors": sum("@errors") };
}

function casesOf(file: CheckedFile, context: ReportContext): readonly Element[] {
  const { findings } = file;
  const path = pathInReport(file.path, context);
  if (findings.length === 0) return [{ "@name": "no findings", "@classname": path, "@file": path }];
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const occurrence = (seen.get(finding.rule) ?? 0) + 1;
    seen.set(finding.rule, occurrence);
    // GitLab takes cases of one name for one; a line in the name would make a new case of each shift.
    const name = occurrence === 1 ? finding.rule : `${finding.rule} (${occurrence})`;
    return { "@name": name, "@classname": path, "@file": path, ...outcome(path, finding, context) };
  });
}

function outcome(path: string, finding: CheckedFinding, context: ReportContext): Element {
  const { line, column, severity, related } = finding;
  const message = plainMessage(finding.message);
  const text = [
    `${path}:${line}:${column}  ${severity}  ${message}`,
    ...related.map(
      (at) => `  see ${pathInReport(at.path, context)}:${at.line}:${at.column}: ${plainMessage(at.message)}`,
    ),
  ].join("\n");
  return atLeast(severity, "warning")
    ? { failure: { "@message": message, "@type": severity, "#": text } }
    : { "system-out": text };
}

function unusableCase({ path, problem }: ReportProblem, context: ReportContext): Element {
  const file = pathInReport(path, context);
  return {
    "@name": "can be used",
    "@classname": file,
    "@file": file,
    error: { "@message": problem, "@type": "unusable", "#": problem },
  };
}

/** Without the characters that XML 1.0 forbids even as references. */
function xmlText(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd");
}
