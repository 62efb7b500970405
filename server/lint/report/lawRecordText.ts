import type { BacktestRecord } from "../../science/backtest/BacktestRecord.ts";
import { recordsNamed, scopePhrase } from "../../science/backtest/recordFor.ts";
import type { Law } from "../../science/laws/Law.ts";
import { isPublished } from "../../science/laws/publishedLaws.ts";
import { columns } from "./columns.ts";
import type { Style } from "./textReport.ts";

/** How a law did on the published measurements, a line for each set of them; for a law of the project, how to find out. */
export function lawRecordText(law: Law, style: Style): readonly string[] {
  if (!isPublished(law))
    return [`  \`bitlaw backtest --law ${law.file.name}\` holds it against measurements.`];
  const records = recordsNamed(law.file.name);
  if (records.length === 0) return [];
  const head = [
    "measurements",
    "rows",
    "predicted/measured",
    "within 1.5×",
    "within 2×",
    "rank corr.",
    "80 % interval",
    "",
  ];
  return columns([head, ...records.map(rowOf)], style);
}

function rowOf(record: BacktestRecord): readonly string[] {
  return [
    scopePhrase(record.of, record.bits),
    String(record.applicable),
    number(record.medianRatio),
    percent(record.within1_5),
    percent(record.within2),
    number(record.spearman),
    percent(record.coverage80),
    disagreement(record),
  ];
}

/** Where nothing should be concluded from the law; the limit is that of `BacktestRecord.disagrees`. */
function disagreement({ disagrees, medianRatio: ratio }: BacktestRecord): string {
  if (!disagrees) return "";
  if (ratio !== null && ratio > 3) return "disagrees: more than 3× too high";
  if (ratio !== null && ratio < 1 / 3) return "disagrees: more than 3× too low";
  return "disagrees: of opposite sign, or predicted to diverge";
}

function number(value: number | null): string {
  return value === null ? "–" : value.toFixed(2);
}

function percent(value: number | null): string {
  return value === null ? "–" : `${(100 * value).toFixed(0)} %`;
}
