import type { Law, LawFile } from "../../science/laws/Law.ts";
import { formulaOf } from "../../science/laws/lawFrom.ts";
import { isPublished } from "../../science/laws/publishedLaws.ts";

/** A law file as it is, without its `$schema`, and what follows from its form. */
export interface LawReport extends LawFile {
  readonly formula: readonly string[];
  readonly origin: "published" | "project";
}

/** What `bitlaw laws --format json` prints. */
export function lawReports(laws: readonly Law[]): {
  readonly version: 1;
  readonly laws: readonly LawReport[];
} {
  return { version: 1, laws: laws.map(lawReport) };
}

function lawReport(law: Law): LawReport {
  const { $schema: _, ...file } = law.file as LawFile & { readonly $schema?: string };
  return { ...file, formula: formulaOf(file.form), origin: isPublished(law) ? "published" : "project" };
}
