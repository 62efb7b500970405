import type { Invocation, Log, Run } from "sarif";
import { DECLARED_RULES } from "../../rules/rules.ts";
import type { CheckedFile } from "../CheckedFile.ts";
import { fingerprints } from "../fingerprints.ts";
import type { ReportContext } from "../ReportContext.ts";
import { fileUri } from "../reportPaths.ts";
import { artifactLocation, ROOT_ID } from "./artifactLocation.ts";
import { ruleDescriptor } from "./ruleDescriptor.ts";
import { sarifResult } from "./sarifResult.ts";

/** The schema of the standard with its first errata. */
const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** SARIF 2.1.0 (OASIS): one run with every rule, the findings of all files, and the files that could not be used. */
export function sarifReport(files: readonly CheckedFile[], context: ReportContext): string {
  const ruleIndexes = new Map(DECLARED_RULES.map(({ name }, index) => [name, index]));
  const fingerprintOf = fingerprints(context);
  const root = context.root.endsWith("/") ? context.root : `${context.root}/`;
  const run: Run = {
    tool: {
      driver: {
        name: "Bitlaw",
        semanticVersion: context.version,
        rules: DECLARED_RULES.map((rule) => ruleDescriptor(rule, context.rulePage(rule.name))),
      },
    },
    invocations: [invocation(context)],
    originalUriBaseIds: { [ROOT_ID]: { uri: fileUri(root) } },
    columnKind: "utf16CodeUnits",
    results: files.flatMap((file) =>
      [...file.findings, ...(file.suppressed ?? [])].map((finding) =>
        sarifResult(file, finding, fingerprintOf(file, finding), ruleIndexes.get(finding.rule), context),
      ),
    ),
  };
  const log: Log = { $schema: SCHEMA, version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function invocation(context: ReportContext): Invocation {
  const { problems } = context;
  return {
    executionSuccessful: problems.length === 0,
    toolExecutionNotifications: problems.map(({ path, problem }) => ({
      level: "error",
      message: { text: problem },
      locations: [{ physicalLocation: { artifactLocation: artifactLocation(path, context) } }],
    })),
  };
}
