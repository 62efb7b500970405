import type { ReportedFile } from "../../lint/report/formats/jsonReport.ts";
import type { KnownFindings } from "../baseline/KnownFindings.ts";
import { writeBaseline } from "../baseline/readBaseline.ts";
import type { CheckOptions } from "./CheckOptions.ts";
import { filterFindings } from "./filterFindings.ts";

/** Files without the findings that are in the baseline. */
export interface BaselineResult {
  readonly files: readonly ReportedFile[];
  /** Lines about the baseline that are worth saying and no failure. */
  readonly notes: readonly string[];
  /** Why it could not be written. */
  readonly problems: readonly string[];
}

/** Removes the findings that are in the baseline, or writes the findings to the baseline, as the options say. */
export async function applyBaseline(
  files: readonly ReportedFile[],
  known: KnownFindings | undefined,
  { updateBaseline = false, baseline = "" }: Pick<CheckOptions, "updateBaseline" | "baseline">,
): Promise<BaselineResult> {
  if (known === undefined) return { files, notes: [], problems: [] };
  if (!updateBaseline) {
    const fresh = files.map((file) => {
      const unknown = known.newIn(file);
      return filterFindings(file, (finding) => unknown.has(finding));
    });
    return { files: fresh, notes: fixedNote(known.fixed(files)), problems: [] };
  }
  const updated = known.updated(files);
  const failure = await writeBaseline(baseline, updated);
  if (failure !== undefined) return { files, notes: [], problems: [failure] };
  const silent = files.map((file) => filterFindings(file, () => false));
  return { files: silent, notes: [`${findingsOf(updated.findings)} written to ${baseline}`], problems: [] };
}

function fixedNote(fixed: number): readonly string[] {
  if (fixed === 0) return [];
  const [are, them] =
    fixed === 1 ? ["finding of the baseline is", "it"] : ["findings of the baseline are", "them"];
  return [`${fixed} ${are} fixed; run the check with --update-baseline to drop ${them}`];
}

function findingsOf(entries: readonly { readonly count: number }[]): string {
  const count = entries.reduce((sum, entry) => sum + entry.count, 0);
  return count === 1 ? "1 finding" : `${count} findings`;
}
