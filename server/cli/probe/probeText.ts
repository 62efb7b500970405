import { join } from "node:path";
import type { ProbeResult } from "../../lint/probe/ProbeRequest.ts";
import type { Style } from "../../lint/report/Style.ts";

/** The results of a probe, for the report. */
export interface ProbeOutcome {
  readonly folder: string;
  readonly written: boolean;
  readonly result: Extract<ProbeResult, { readonly ok: true }>;
  readonly notes: readonly string[];
}

/** The report for a person: one line for each config that was written, then notes for the start of the runs. */
export function probeText(
  path: string,
  { folder, written, result, notes }: ProbeOutcome,
  style: Style,
): string {
  const { config: _, runs } = result.manifest;
  const verb = written ? "Wrote" : "Would write";
  const lines = runs.map(({ file, outputDirectory, runName }) => {
    if (outputDirectory !== undefined) return `  ${file}  ${style.faint(`writes to ${outputDirectory}`)}`;
    return runName === undefined ? `  ${file}` : `  ${file}  ${style.faint(`named ${runName}`)}`;
  });
  return [
    style.strong(
      `${verb} ${runs.length} ${runs.length === 1 ? "config" : "configs"} for ${path} in ${join(folder, "/")}`,
    ),
    ...lines,
    ...notes.map((note) => `Note: ${note}`),
    "",
  ].join("\n");
}

/** The same for programs. */
export function probeJson({ folder, written, result, notes }: ProbeOutcome): unknown {
  const { manifest, refused } = result;
  return { version: 1, folder, written, manifest, refused, notes };
}
