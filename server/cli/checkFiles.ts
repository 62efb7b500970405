import { findingsText } from "../lint/report/textReport.ts";
import { analyseFiles } from "./analyseFiles.ts";
import { exitCode } from "./exitCode.ts";
import type { Output } from "./Output.ts";
import { writeJson } from "./writeJson.ts";

/** `bitlaw check`: findings of all files, problems on standard error. */
export async function checkFiles(
  paths: readonly string[],
  format: "text" | "json",
  output: Output,
): Promise<number> {
  const results = await analyseFiles(paths);
  for (const result of results) if (!result.ok) output.error(`${result.problem}\n`);
  if (format === "json") writeJson(results, output);
  else
    for (const result of results)
      if (result.ok) output.out(findingsText(result.path, result.analysis, output.style));
  return exitCode(results);
}
