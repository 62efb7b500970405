import { reportChecked } from "../lint/report/reportChecked.ts";
import { REPORTERS, type ReporterName } from "../lint/report/reporters.ts";
import { analyseFiles } from "./analyseFiles.ts";
import { exitCode } from "./exitCode.ts";
import type { Output } from "./Output.ts";
import { reportContext } from "./reportContext.ts";
import { namedFromHere } from "./workspaceRoot.ts";
import { writeJson } from "./writeJson.ts";

/** What a check is told about Bitlaw itself. */
export interface CheckOptions {
  readonly format: ReporterName | "json";
  readonly version: string;
  readonly rulePages?: URL | undefined;
}

/** `bitlaw check`: findings of all files, problems on standard error. */
export async function checkFiles(
  paths: readonly string[],
  { format, version, rulePages }: CheckOptions,
  output: Output,
): Promise<number> {
  const results = await analyseFiles(paths);
  for (const result of results) if (!result.ok) output.error(`${result.problem}\n`);
  if (format === "json") writeJson(results, output);
  else {
    const fixes = format === "sarif";
    const files = results.flatMap((result) =>
      result.ok
        ? [
            reportChecked(result.path, result.analysis, {
              fixes,
              pathOf: (file) => namedFromHere(result.place, file),
            }),
          ]
        : [],
    );
    output.out(REPORTERS[format](files, reportContext(results, output, version, rulePages)));
  }
  return exitCode(results);
}
