import { join } from "node:path";
import { PLAIN, type Style } from "../../lint/report/Style.ts";
import type { StabilityReport } from "../../lint/report/stability/StabilityReport.ts";
import { stabilityHtml } from "../../lint/report/stability/stabilityHtml.ts";
import { stabilityJson } from "../../lint/report/stability/stabilityJson.ts";
import { stabilityText } from "../../lint/report/stability/stabilityText.ts";
import { whyNotRead } from "../disk/whyNotRead.ts";
import { pathFromCurrentFolder, workspaceRootOf } from "../disk/workspaceRoot.ts";
import { checkWritable, writeAtomically } from "../disk/writeAtomically.ts";
import type { Output } from "../terminal/Output.ts";

/** The folder of a workspace that the editor reads reports from. */
const SAVED = ".bitlaw/stability";

/** Where the command line says that a report goes. */
export interface StabilityTargets {
  readonly format: "text" | "json" | "html";
  readonly out?: string;
  readonly save?: string;
  readonly force?: boolean;
}

/** The files that a report is written to; without `out`, it is printed. */
export interface StabilityFiles {
  readonly out?: string;
  readonly save?: string;
}

/** The places of a report, asked before the logs are read; or what is wrong with one of them. */
export function stabilityFiles({
  out,
  save,
  force = false,
}: StabilityTargets): StabilityFiles | { readonly problem: string } {
  if (save !== undefined && !/^[a-z0-9][a-z0-9._-]*$/i.test(save))
    return { problem: `--save ${save}: a name has letters, digits, dots and hyphens, such as fp8-pilot.` };
  const saved =
    save && pathFromCurrentFolder({ root: workspaceRootOf(process.cwd()) }, join(SAVED, `${save}.json`));
  const asked = [
    ...(out === undefined ? [] : [checkWritable(out, force, `--out ${out}`, "stability.html")]),
    ...(saved === undefined ? [] : [checkWritable(saved, force, `--save ${save}`)]),
  ];
  const refused = asked.find((place) => !place.ok);
  return refused !== undefined && !refused.ok ? { problem: refused.problem } : { out, save: saved };
}

/** Prints or writes a report. False where a file could not be written, which standard error says. */
export async function writeStability(
  report: StabilityReport,
  format: StabilityTargets["format"],
  { out, save }: StabilityFiles,
  output: Output,
): Promise<boolean> {
  const files: (readonly [path: string, text: string])[] = [];
  if (out === undefined) output.out(reportText(report, format, output.style));
  else files.push([out, reportText(report, format, PLAIN)]);
  if (save !== undefined) files.push([save, reportText(report, "json", PLAIN)]);
  let written = true;
  for (const [path, text] of files) {
    try {
      await writeAtomically(path, text);
      output.error(`Written to ${path}\n`);
    } catch (error) {
      written = false;
      output.error(`${path}: the report could not be written: ${whyNotRead(error)}\n`);
    }
  }
  return written;
}

function reportText(report: StabilityReport, format: StabilityTargets["format"], style: Style): string {
  if (format === "html") return stabilityHtml(report);
  if (format === "json") return `${JSON.stringify(stabilityJson(report), null, 2)}\n`;
  return stabilityText(report, style);
}
