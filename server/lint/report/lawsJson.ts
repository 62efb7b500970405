import type { BacktestRecord } from "../../science/backtest/BacktestRecord.ts";
import { recordsNamed, scopePhrase } from "../../science/backtest/recordFor.ts";
import type { Law, LawFile } from "../../science/laws/Law.ts";
import { formulaOf } from "../../science/laws/lawFrom.ts";
import { isPublished } from "../../science/laws/publishedLaws.ts";

/** A law file as it is, without its `$schema`, and what follows from its form. */
export interface LawReport extends LawFile {
  readonly formula: readonly string[];
  readonly origin: "published" | "project";
  /** How it did on the published measurements, the widest set first; empty where none is about what it predicts. */
  readonly record: readonly LawRecord[];
}

/** A record with the set of measurements in words, and `disagrees` always there. */
export interface LawRecord extends Omit<BacktestRecord, "law" | "disagrees"> {
  readonly set: string;
  readonly disagrees: boolean;
}

/** What `bitlaw laws --format json` prints, in the shape of schemas/laws.schema.json. */
export function lawReports(laws: readonly Law[]): {
  readonly version: 1;
  readonly laws: readonly LawReport[];
} {
  return { version: 1, laws: laws.map(lawReport) };
}

function lawReport(law: Law): LawReport {
  const { $schema: _, ...file } = law.file as LawFile & { readonly $schema?: string };
  const record = isPublished(law) ? recordsNamed(file.name).map(lawRecord) : [];
  const origin = isPublished(law) ? "published" : "project";
  return { ...file, formula: formulaOf(file.form), origin, record };
}

function lawRecord({ law: _, disagrees, of, ...record }: BacktestRecord): LawRecord {
  return { set: scopePhrase(of, record.bits), of, ...record, disagrees: disagrees ?? false };
}
