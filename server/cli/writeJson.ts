import { fileReports } from "../lint/report/jsonReport.ts";
import type { FileResult } from "./analyseFiles.ts";
import type { Output } from "./Output.ts";
import { namedFromHere } from "./workspaceRoot.ts";

/** The JSON output, in the shape of schemas/report.schema.json. Files that could not be used are left out of it. */
export function writeJson(results: readonly FileResult[], output: Output): void {
  const files = results.flatMap((result) =>
    result.ok ? fileReports(result.path, result.analysis, (file) => namedFromHere(result.place, file)) : [],
  );
  output.out(`${JSON.stringify({ version: 1, files }, null, 2)}\n`);
}
